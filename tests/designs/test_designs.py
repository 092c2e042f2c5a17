"""Structure of reports in many designs, untagged and tagged, against what was typeset."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import pytest

from schemas.document import Block
from tests.designs.reading import WITH_TAGS, Read, read_design
from tests.designs.typeset import DESIGNS, Piece, Typeset
from tests.extractor.outline.test_outline_gold import f1, matched

HEADINGS = 0.98  # F1: one of forty may be wrong
NESTING = 0.93  # steps from heading to heading: a few grades and boxes may be placed either way
PIECES = 0.98  # a paragraph that ends where its column ends may be told from no other
KINDS = {"panel": "paragraph"}
_NUMBER = re.compile(r"^(?P<number>[A-Z]?\d+(?:\.\d+)*)\.? ")


each_design = pytest.mark.parametrize(("design", "tagged"), WITH_TAGS)


def bare(text: str) -> str:
    """Letters, digits and signs alone: marks, spaces and bullets are not compared."""
    return re.sub(r"[^\w%.,;:?]+", "", re.sub("[⁰¹²³⁴-⁹]", "", text)).lower()


def told(piece: Piece) -> tuple[str, str]:
    """A piece's kind, and its text with its number if it has one."""
    text = _NUMBER.sub(lambda match: match["number"] + " ", piece.text)
    return KINDS.get(piece.kind, piece.kind), bare(text)


def found(block: Block) -> tuple[str, str]:
    """The same of a block; the numbers of lists and notes are told apart from their text."""
    counted = block.number and block.kind not in ("footnote", "item")
    number = f"{block.number} " if counted else ""
    return block.kind, bare(number + block.text)


def text_pieces(made: Typeset) -> list[Piece]:
    return [piece for piece in made.pieces if piece.kind != "heading"]


def headings_of(made: Typeset) -> list[dict[str, Any]]:
    """The headings that were set, each at most one level below the one that it stands under."""
    found: list[dict[str, Any]] = []
    above: list[tuple[int, int]] = []
    for piece in made.pieces:
        if piece.kind == "heading":
            above = [one for one in above if one[0] < piece.level]
            level = above[-1][1] + 1 if above else piece.level
            above.append((piece.level, level))
            found.append({"title": piece.text, **asdict(piece), "level": level})
    return found


def places(read: Read, pieces: list[Piece]) -> list[int | None]:
    """For each piece the place among the blocks of one that is it, each block for one piece."""
    free = {index: found(block) for index, block in enumerate(read.report.blocks)}
    taken: list[int | None] = []
    for piece in pieces:
        near = (
            index
            for index, block in free.items()
            if block == told(piece) and abs(read.report.blocks[index].page - piece.page) <= 1
        )
        at = next(near, None)
        free.pop(at if at is not None else -1, None)
        taken.append(at)
    return taken


def test_the_designs_are_whole() -> None:
    assert len(DESIGNS) >= 10
    for design in DESIGNS:
        made = read_design(design, False).set
        kinds = [piece.kind for piece in made.pieces]
        assert kinds.count("heading") >= 20
        assert kinds.count("paragraph") >= 30
        assert max(piece.page for piece in made.pieces) >= 5


@each_design
def test_headings_are_those_that_were_set(design: str, tagged: bool) -> None:
    read = read_design(design, tagged)
    match = matched(headings_of(read.set), read.report.sections)
    assert f1([match]) >= HEADINGS, match.differences


@each_design
def test_headings_are_as_deep_as_they_were_set(design: str, tagged: bool) -> None:
    read = read_design(design, tagged)
    steps = matched(headings_of(read.set), read.report.sections).steps
    assert sum(steps) >= NESTING * len(steps)


@each_design
def test_each_piece_is_one_block_of_its_kind(design: str, tagged: bool) -> None:
    read = read_design(design, tagged)
    pieces = text_pieces(read.set)
    missed = [piece for piece, at in zip(pieces, places(read, pieces), strict=True) if at is None]
    assert len(missed) <= (1 - PIECES) * len(pieces), missed


@each_design
def test_blocks_stand_in_the_order_of_reading(design: str, tagged: bool) -> None:
    read = read_design(design, tagged)
    pieces = [piece for piece in text_pieces(read.set) if piece.kind != "footnote"]
    order = [at for at in places(read, pieces) if at is not None]
    assert order == sorted(order)


@each_design
def test_headers_and_footers_are_no_text(design: str, tagged: bool) -> None:
    read = read_design(design, tagged)
    running = [bare(text) for text in read.set.furniture]
    lines = [bare(piece.text) for piece in read.report.furniture]
    assert all(any(text in line for line in lines) for text in running)
    leaked = [block for block in read.report.blocks if bare(block.text) in running]
    assert [block.text for block in leaked if block.kind not in ("heading", "cover")] == []
