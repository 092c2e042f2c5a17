"""Titles in the cells of a drawn box, with their grades in the cells beside them."""

from __future__ import annotations

import pytest

from extractor.pipeline import read_report
from schemas.document import Block
from schemas.report import Report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

LEFT, MIDDLE, RIGHT = 66, 320, 540
HEADS = ("Key judgement", "Judgement grade")
CHAPTERS = [
    ("Help and protection of children", "Requires improvement"),
    ("Leadership and governance", "Good"),
]


def chapter(title: str, grade: str, heads: tuple[str, str] = HEADS) -> Sheet:
    """A box of three rows (names of columns, title and grade, a summary), and text below it."""
    sheet = Sheet()
    for x, text in zip((LEFT, MIDDLE), heads, strict=True):
        sheet.write(text, x + 6, 104, bold=True)
    sheet.write(title, LEFT + 6, 134)
    sheet.write(grade, MIDDLE + 6, 134)
    sheet.write("Summary", LEFT + 6, 164, bold=True)
    foot = 6 + sheet.prose(sentences(7, f"{title.split(maxsplit=1)[0]}-plan"), LEFT + 6, 184)
    sheet.prose(sentences(3, f"{grade.split(maxsplit=1)[0]}-visit"), LEFT + 6, foot + 30)
    for top in (96, 126, 156, foot):
        sheet.rule(LEFT, top, RIGHT, top)
    for x, below in ((LEFT, foot), (MIDDLE, 156), (RIGHT, foot)):
        sheet.rule(x, 96, x, below)
    return sheet


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(sheets_pdf([chapter(title, grade) for title, grade in CHAPTERS]))


def last_of(report: Report, page: int) -> Block:
    return [block for block in report.blocks if block.page == page][-1]


def test_a_plain_title_beside_its_grade_is_a_heading_and_the_columns_names_are_none(
    report: Report,
) -> None:
    sections = [(one.level, one.title) for one in report.sections]
    assert sections == [(1, CHAPTERS[0][0]), (2, "Summary"), (1, CHAPTERS[1][0]), (2, "Summary")]
    assert {"grade" in one.source for one in report.sections if one.level == 1} == {True}


def test_the_grade_is_no_part_of_the_title(report: Report) -> None:
    texts = [block.text for block in report.blocks]
    assert [grade for _, grade in CHAPTERS if grade in texts] == [grade for _, grade in CHAPTERS]


def test_text_below_the_box_belongs_to_the_title_and_not_to_the_summary(report: Report) -> None:
    titles = {one.section_id: one.title for one in report.sections}
    for page, (title, _) in enumerate(CHAPTERS, 1):
        assert titles[last_of(report, page).section_id or ""] == title


def test_what_stands_beside_no_grade_is_no_title() -> None:
    pages = [chapter(title, "See page 4", ("Aspect", "Where")) for title, _ in CHAPTERS]
    assert "grade" not in " ".join(one.source for one in read_report(sheets_pdf(pages)).sections)
