from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpora.samples import PDFS
from tests.bench import (
    BATCH,
    CONVERSION,
    THE_BASE,
    Tool,
    Turn,
    Worker,
    in_short,
    in_turn,
    ratio,
    spread,
    table,
)
from tests.documents import ROOT

FILES = [Path(name) for name in "abcdefghi"]


def test_a_selection_is_even_and_no_longer_than_there_are() -> None:
    assert spread(FILES, 3) == [Path(name) for name in "adg"]
    assert spread(FILES, 20) == FILES
    assert spread([], 3) == []


def test_tools_take_turns_over_the_same_files() -> None:
    seen: list[tuple[str, int]] = []

    def tool(name: str) -> Tool:
        def take(paths: Sequence[Path]) -> Turn:
            seen.append((name, len(paths)))
            return Turn(1.0, len(paths))

        return take

    turns = in_turn({"one": tool("one"), "two": tool("two")}, FILES)
    assert seen == [("one", 4), ("two", 4), ("two", 4), ("one", 4), ("one", 1), ("two", 1)]
    assert [one.pages for one in turns["one"]] == [BATCH, BATCH, 1]


def test_a_ratio_is_of_all_pages_and_not_of_turns() -> None:
    slow, fast = [Turn(8.0, 10), Turn(2.0, 10)], [Turn(1.0, 10), Turn(1.5, 40)]
    assert ratio(slow, fast) == pytest.approx((10 / 20) / (2.5 / 50))
    line = table({"base": slow, "fast": fast}, "base").splitlines()[-1]
    assert line == "| fast | 20.0 | 10.00 | 5.33 to 8.00 |"


def test_a_worker_measures_each_file_that_it_is_sent() -> None:
    with Worker("pdfium_text", ROOT) as worker:
        first = worker([PDFS / "ashcombe.pdf"])
        both = worker([PDFS / "dunmere.pdf", PDFS / "fenwold.pdf"])
    assert (first.pages, both.pages) == (32, 59)
    assert first.seconds > 0


def test_a_worker_that_dies_is_noticed() -> None:
    with Worker("pdfium_text", ROOT) as worker, pytest.raises(ChildProcessError, match="died"):
        worker([Path("none.pdf")])


def test_the_sentence_has_the_ratio_of_the_table() -> None:
    turns = {THE_BASE: [Turn(30.0, 1_000), Turn(30.0, 500)], CONVERSION: [Turn(12.0, 1_500)]}
    assert in_short(turns, "7 reports").startswith("Over 7 reports of 1,500 pages the whole")
    assert " 5.0 times as fast " in in_short(turns, "7 reports")
