"""The blocks of a published report's pages 1 to 35 as its readers wrote them down."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from schemas.document import Block
from tests.readings import Reading

NAME = "northamptonshire-word"
LAST_PAGE = 35
KINDS = {
    "cover_title": "cover",
    "cover_sub": "cover",
    "divider": "cover",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5"), "heading"),
    "para": "paragraph",
    "numpara": "paragraph",
    "ol": "item",
    "ul": "item",
    "toc": "contents",
    "sig": "signature",
    **{kind: kind for kind in ("caption", "quote", "chart", "footnote", "row")},
}
NUMBERED = {"numpara", "ol"}
PLAIN = str.maketrans(
    {**dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹"), "’": "'", "‘": "'", "“": '"', "”": '"', "\t": "|"}
)


class Told(NamedTuple):
    """What is compared of a block. The text of charts is not in the gold."""

    kind: str
    text: str
    number: str | None
    page: int
    last_page: int


def bare(text: str) -> str:
    """Without footnote marks and white space, quotes plain; filled cells stay apart."""
    return re.sub(r"\|+", "|", re.sub(r"\s+", "", text.translate(PLAIN))).strip("|")


def of_gold(block: dict[str, Any]) -> list[Told]:
    """A block of the gold; a table row by row, with the pages of each row left to the table."""
    pages = block["page"], block["last_page"]
    if block["type"] == "table":
        return [Told("row", bare("\t".join(row)), None, *pages) for row in block["rows"]]
    kind = KINDS[block["type"]]
    number = block["label"].rstrip(".") if block["type"] in NUMBERED else None
    return [Told(kind, "" if kind == "chart" else bare(block["text"]), number, *pages)]


def of_block(block: Block) -> Told:
    text, number = block.text, None
    if block.kind == "contents":
        text = re.sub(r"[\s.…]*\d+$", "", text)  # the gold has the titles alone
    if block.kind == "heading":
        text = re.sub(r"^\d+\.\s+", "", text)  # a number may be printed before a title
    if block.kind in ("paragraph", "item") and any(map(str.isdigit, block.number or "")):
        number = (block.number or "").rstrip(".")
    text = "" if block.kind == "chart" else bare(text)
    return Told(block.kind, text, number, block.page, block.last_page)


@pytest.fixture(scope="module")
def gold(gold_folder: Path) -> list[Told]:
    path = gold_folder / f"{NAME}.blocks.json"
    return [one for block in json.loads(path.read_text(encoding="utf-8")) for one in of_gold(block)]


@pytest.fixture(scope="module")
def found(published: Callable[[str], Reading]) -> list[Told]:
    blocks = published(f"{NAME}.pdf").report.blocks
    return [of_block(block) for block in blocks if block.page <= LAST_PAGE]


def test_the_gold_has_every_kind_of_block(gold: list[Told]) -> None:
    assert {one.kind for one in gold} == set(KINDS.values())
    assert len(gold) > 300


def test_kind_number_pages_and_text_of_every_block(gold: list[Told], found: list[Told]) -> None:
    missed = list((Counter(gold) - Counter(found)).elements())
    assert len(missed) <= 0.02 * len(gold), missed[:8]


def test_there_are_no_other_blocks(gold: list[Told], found: list[Told]) -> None:
    # A divider page prints the outcome's number large above its title; the gold has the title.
    numerals = [one for one in found if one.kind == "cover" and one.text.isdigit()]
    extra = list((Counter(found) - Counter(gold) - Counter(numerals)).elements())
    assert len(extra) <= 0.02 * len(found), extra[:8]


def test_the_order_of_the_blocks_is_that_of_the_page(gold: list[Told], found: list[Told]) -> None:
    places: dict[Told, list[int]] = {}
    for index, one in enumerate(found):
        places.setdefault(one, []).append(index)
    order = [places[one].pop(0) for one in gold if places.get(one)]
    assert len(order) >= 0.98 * len(gold)
    assert [pair for pair in pairwise(order) if pair[0] > pair[1]] == []


def test_rows_of_each_table_stand_together(gold: list[Told], found: list[Told]) -> None:
    def tables(blocks: list[Told]) -> list[list[Told]]:
        runs: list[list[Told]] = [[]]
        for one in blocks:
            if one.kind == "row":
                runs[-1].append(one)
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]

    assert tables(found) == tables(gold)


def test_every_cell_stands_in_its_row_and_column(
    gold_folder: Path, published: Callable[[str], Reading]
) -> None:
    blocks = json.loads((gold_folder / f"{NAME}.blocks.json").read_text(encoding="utf-8"))
    gold = [
        {
            (row, column): bare(text)
            for row, texts in enumerate(block["rows"])
            for column, text in enumerate(texts)
            if text  # an empty cell is spanned by the one before it
        }
        for block in blocks
        if block["type"] == "table"
    ]
    tables: dict[str, dict[tuple[int, int], str]] = {}
    for cell in published(f"{NAME}.pdf").report.table_cells:
        if cell.page <= LAST_PAGE and cell.text:
            tables.setdefault(cell.table_id, {})[cell.row, cell.column] = bare(cell.text)
    assert list(tables.values()) == gold
