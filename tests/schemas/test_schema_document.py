from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from schemas.document import (
    Block,
    Furniture,
    Metadata,
    Model,
    PlacedWord,
    Section,
    TableCell,
)
from schemas.geometry import Box
from schemas.report import Report

SIZE = 10.0


def placed(*words: tuple[str, int, float, float]) -> Block:
    """A block of words, each with page, left edge and top; every letter is 5 points wide."""
    text, found = "", []
    for word, page, x0, top in words:
        text += " " if text else ""
        start = len(text)
        text += word
        wide = x0 + 5 * len(word)
        found.append(PlacedWord(start, len(text), page, x0, top, wide, top + SIZE))
    return Block(block_id="b", kind="paragraph", text=text, words=found)


ONE_LINE = placed(("In", 1, 50, 100), ("41%", 1, 65, 100), ("of", 1, 85, 100))


def test_a_word_knows_its_box() -> None:
    assert ONE_LINE.words[1].box == Box(1, 65, 100, 80, 110)


def test_words_of_a_line_share_a_box() -> None:
    assert ONE_LINE.boxes() == [Box(1, 50, 100, 95, 110)]
    assert ONE_LINE.boxes(3, 6) == [Box(1, 65, 100, 80, 110)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 2, ["In"]),
        (2, 3, []),
        (1, 4, ["In", "41%"]),
        (3, 6, ["41%"]),
        (5, 6, ["41%"]),
        (6, 7, []),
        (3, 8, ["41%", "of"]),
        (0, 9, ["In", "41%", "of"]),
        (3, 3, []),
    ],
)
def test_words_of_a_span_are_those_that_it_touches(
    start: int, end: int, expected: list[str]
) -> None:
    touched = ONE_LINE.words_of(start, end)
    assert [ONE_LINE.text[word.start : word.end] for word in touched] == expected


def test_each_printed_line_has_its_box() -> None:
    block = placed(("one", 1, 50, 100), ("two", 1, 70, 100), ("three", 1, 50, 114))
    assert block.boxes() == [Box(1, 50, 100, 85, 110), Box(1, 50, 114, 75, 124)]


def test_a_one_word_line_left_of_the_next_line_is_still_a_line() -> None:
    block = placed(("•", 1, 50, 100), ("indented", 1, 60, 114), ("text", 1, 105, 114))
    assert [box.top for box in block.boxes()] == [100, 114]


def test_columns_and_pages_part_boxes() -> None:
    block = placed(
        ("left", 1, 50, 700), ("right", 1, 320, 80), ("over", 2, 50, 80), ("end", 2, 75, 80)
    )
    assert [box.page for box in block.boxes()] == [1, 1, 2]
    assert block.boxes()[1] == Box(1, 320, 80, 345, 90)
    assert block.boxes()[2] == Box(2, 50, 80, 90, 90)
    assert (block.page, block.last_page) == (1, 2)


def test_the_top_of_the_second_column_beside_the_first_line_is_no_part_of_it() -> None:
    # The second line stands left: the text jumps back, whatever its height.
    block = placed(("first", 1, 320, 100), ("second", 1, 50, 100))
    assert len(block.boxes()) == 2


def test_a_raised_mark_stays_on_its_line() -> None:
    words = [
        PlacedWord(0, 3, 1, 50, 100, 65, 110),
        PlacedWord(3, 4, 1, 65, 98, 68, 104),
        PlacedWord(5, 7, 1, 72, 100, 82, 110),
    ]
    block = Block(block_id="b", kind="paragraph", text="16%⁶ of", words=words)
    assert block.boxes() == [Box(1, 50, 98, 82, 110)]


def test_boxes_of_nothing() -> None:
    assert ONE_LINE.boxes(2, 3) == []


def test_unknown_keys_and_kinds_are_errors() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Metadata.model_validate({"titel": "Inspection"})
    with pytest.raises(ValidationError, match="kind"):
        Block(block_id="b", kind="poem", text="", words=[])  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="level"):
        Section(section_id="s", parent_id=None, level=0, title="T", page=1, source="", block_id="b")


def test_a_report_finds_its_blocks() -> None:
    report = Report(
        report_id="r", file="r.pdf", sha256="0", pages=[], blocks=[ONE_LINE], sections=[]
    )
    assert report.block("b") is ONE_LINE
    with pytest.raises(KeyError):
        report.block("another")


def test_a_report_survives_json(word_report: Report) -> None:
    again = Report.model_validate_json(word_report.model_dump_json())
    assert again == word_report


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Block, {"words": [], "text": "", "kind": "item", "block_id": "b"}),
        (Furniture, {"box": Box(1, 0, 0, 1, 1), "text": "3"}),
        (TableCell, {"text": "", "table_id": "t", "page": 1, "row": 1, "column": 1}),
    ],
)
def test_an_unchecked_object_is_what_the_checked_one_is(
    model: type[Model], values: dict[str, Any]
) -> None:
    first, second = model.unchecked(**values), model.unchecked(**values)
    assert first == model(**values)
    assert first.model_dump_json() == model(**values).model_dump_json()
    assert vars(first) is not vars(second)
