"""Lists within lists: depth, and what introduces an item."""

from __future__ import annotations

import pytest

from extractor.pipeline import read_report
from schemas.document import Block
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

Line = tuple[float, str, str]  # left edge of the mark; mark; text


def items(*pages: list[Line], lead_in: str = "We recommend that:") -> list[Block]:
    """The items of a list that is printed over some pages, below its lead-in."""
    sheets = []
    for number, lines in enumerate(pages):
        sheet = Sheet()
        top = 100.0
        if number == 0:
            top = sheet.prose(f"{sentences(2)} {lead_in}", 72, top) + 6
        for x, mark, text in lines:
            sheet.write(mark, x, top)
            sheet.write(text, x + 18, top)
            top += 20
        sheets.append(sheet)
    return [one for one in read_report(sheets_pdf(sheets)).blocks if one.kind == "item"]


def told(blocks: list[Block]) -> list[tuple[str, int | None, str | None]]:
    return [(one.text, one.depth, one.lead_in and one.lead_in.split(". ")[-1]) for one in blocks]


LEAD = "We recommend that:"
NESTED = [
    (72.0, "•", "plans are made"),
    (90.0, "–", "on time"),
    (90.0, "–", "with the person"),
    (108.0, "•", "at the first meeting"),
    (72.0, "•", "plans are kept"),
    (90.0, "–", "in one place"),
]
TOLD = [
    ("plans are made", 1, LEAD),
    ("on time", 2, "plans are made"),
    ("with the person", 2, "plans are made"),
    ("at the first meeting", 3, "with the person"),
    ("plans are kept", 1, LEAD),
    ("in one place", 2, "plans are kept"),
]


def test_items_of_items_by_their_indent() -> None:
    assert told(items(NESTED)) == TOLD


def test_the_same_mark_further_in_is_another_list() -> None:
    assert told(items([(x, "•", text) for x, _, text in NESTED])) == TOLD


def test_a_list_goes_on_over_a_page() -> None:
    assert told(items(NESTED[:2], NESTED[2:])) == TOLD


def test_labels_set_to_the_right_are_one_list() -> None:
    sheet = Sheet()
    sheet.prose(sentences(2), 72, 60)
    for n in range(8, 12):
        sheet.write(f"{n}.", 78 - 6 * (n > 9), 20 * n)
        sheet.write(f"plan {n} is made", 108, 20 * n)
    found = [one for one in read_report(sheets_pdf([sheet])).blocks if one.kind == "item"]
    assert [one.depth for one in found] == [1, 1, 1, 1]


def test_another_mark_at_the_same_indent_is_below_what_introduces_it() -> None:
    lines = [
        (72.0, "1.", "plans are made:"),
        (72.0, "•", "on time"),
        (72.0, "•", "with care"),
        (72.0, "2.", "plans are kept"),
    ]
    found = told(items(lines))
    assert found[:3] == [
        ("plans are made:", 1, LEAD),
        ("on time", 2, "plans are made:"),
        ("with care", 2, "plans are made:"),
    ]


def test_running_text_ends_all_lists() -> None:
    sheet = Sheet()
    sheet.prose(sentences(2), 72, 30)
    for top, x, mark, text in [
        (100, 72, "•", "plans are made"),
        (160, 90, "–", "staff are asked"),
    ]:
        sheet.write(mark, x, top)
        sheet.write(text, x + 18, top)
    sheet.prose(sentences(1), 72, 122)
    found = [one for one in read_report(sheets_pdf([sheet])).blocks if one.kind == "item"]
    assert [(one.depth, one.lead_in) for one in found] == [(1, None), (1, None)]


@pytest.mark.parametrize("end", ["", "."])
def test_who_is_counted_in_an_item_of_an_item_is_told_by_the_item(end: str) -> None:
    lines = [
        (72.0, "•", f"the Trust held 43 offenders (a rate of 7 per 10,000 people){end}"),
        (90.0, "–", "15 of them lived elsewhere"),
        (90.0, "–", "30% had no home"),
    ]
    sheet_items = items(lines, lead_in="In March:")
    assert [one.depth for one in sheet_items] == [1, 2, 2]
    report = read_report(_pdf(lines))
    shares = {one.text: one.population_context for one in report.findings}
    assert shares["30%"] == "43 offenders"


def _pdf(lines: list[Line]) -> bytes:
    sheet = Sheet()
    top = sheet.prose(f"{sentences(2)} In March:", 72, 100) + 6
    for x, mark, text in lines:
        sheet.write(mark, x, top)
        sheet.write(text, x + 18, top)
        top += 20
    return sheets_pdf([sheet])
