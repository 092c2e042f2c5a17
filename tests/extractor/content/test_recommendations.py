"""Recommendations, strengths and areas for improvement: the lists under their headings."""

from __future__ import annotations

import pytest

from extractor.pipeline import read_report
from schemas.rating import Recommendation
from tests.extractor.minimal import Sheet, sentences, sheets_pdf


def listed_under(heading: str, *lines: str, below: str | None = None) -> list[Recommendation]:
    """What is read of some list items under a heading, and under another one that follows."""
    sheet = Sheet()
    top = sheet.prose(sentences(3), 72, 60) + 16
    for title, listed in [(heading, lines), (below, ("this is of another list",))]:
        if title is None:
            continue
        sheet.write(title, 72, top, 16, bold=True)
        top += 30
        for text in listed:
            mark, _, rest = text.partition(" ") if text[:1].isdigit() else ("•", "", text)
            sheet.write(mark, 72, top)
            sheet.write(rest, 96, top)
            top += 20
    sheet.prose(sentences(1, "last plan"), 72, top + 20)
    return read_report(sheets_pdf([sheet])).recommendations


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Recommendations", "recommendation"),
        ("Areas for priority action", "recommendation"),
        ("Key strengths", "strength"),
        ("Key areas for improvement", "area_for_improvement"),
        ("What needs to improve?", "area_for_improvement"),
    ],
)
def test_items_have_the_kind_of_their_heading(heading: str, kind: str) -> None:
    found = listed_under(heading, "plans are made in time", "staff are asked", below="What we did")
    assert [(one.kind, one.text) for one in found] == [
        (kind, "plans are made in time"),
        (kind, "staff are asked"),
    ]


@pytest.mark.parametrize("heading", ["What we did", "Key strengths and weaknesses", "Key findings"])
def test_other_lists_are_none(heading: str) -> None:
    assert listed_under(heading, "plans are made in time", "staff are asked") == []


def test_numbers_are_kept_and_marks_are_not() -> None:
    lines = ("1. plans are made", "2. staff are asked", "others are told")
    found = listed_under("Recommendations", *lines)
    assert [one.number for one in found] == ["1.", "2.", None]


def test_each_has_its_block_page_and_section() -> None:
    sheet = Sheet()
    sheet.prose(sentences(3), 72, 60)
    sheet.write("Recommendations", 72, 160, 16, bold=True)
    sheet.write("•", 72, 190)
    sheet.write("plans are made", 96, 190)
    report = read_report(sheets_pdf([sheet]))
    (one,) = report.recommendations
    assert report.block(one.block_id).text == one.text == "plans are made"
    assert one.page == 1
    section = next(part for part in report.sections if part.section_id == one.section_id)
    assert section.title == "Recommendations"
