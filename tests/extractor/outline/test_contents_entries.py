"""An entry of the contents page is a title, a leader and a page, in time that grows with it."""

from __future__ import annotations

from time import process_time

import pytest

from extractor.outline.contents import entry_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Outcomes ........ 12", ("Outcomes", "12")),
        ("Outcomes........12", ("Outcomes", "12")),
        ("Outcomes . . . . . 12", ("Outcomes", "12")),
        ("Outcomes……… xii", ("Outcomes", "xii")),
        ("Outcomes\t12", ("Outcomes", "12")),
        ("Part 1 12", ("Part 1", "12")),
        ("Part 1 .. 12", ("Part 1 ..", "12")),
        ("Outcomes of 1234", None),
        ("Outcomes12", None),
        ("12", None),
        ("..... 12", None),
        ("Outcomes", None),
    ],
)
def test_an_entry_has_a_title_and_a_page(text: str, parts: tuple[str, str] | None) -> None:
    assert entry_parts(text) == parts


@pytest.mark.parametrize("piece", ["x", "é", ".", ". ", " ", "…", "1", "i", "a 1 "])
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    begun = process_time()
    entry_parts(piece * 200_000 + "!")
    entry_parts("a" + piece * 200_000 + " 1")
    assert process_time() - begun < 2  # 0.05 s; the square of it would be hours
