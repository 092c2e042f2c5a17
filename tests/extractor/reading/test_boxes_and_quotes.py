"""Panels, quotes, signatures: what stands apart from the running text, and what only looks so."""

from __future__ import annotations

import pytest

from extractor.pipeline import read_report
from schemas.document import Block
from schemas.report import Report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

BOX = (66.0, 200.0, 546.0, 330.0)


def read(*sheets: Sheet) -> Report:
    return read_report(sheets_pdf(list(sheets)))


def frame(sheet: Sheet) -> None:
    x0, top, x1, bottom = BOX
    for sides in ((x0, top, x1, top), (x0, bottom, x1, bottom)):
        sheet.rule(*sides)
    for x in (x0, x1):
        sheet.rule(x, top, x, bottom)


def boxed(*, filled: bool) -> Sheet:
    """Running text, a box with a title, text and an item, and running text again."""
    sheet = Sheet()
    if filled:
        sheet.fill(*BOX, grey=0.85)
    sheet.prose(sentences(2, "first case"), 72, 80)
    sheet.write("Practice illustration", 76, 210, 12, bold=True)
    top = sheet.prose(sentences(2, "boxed case"), 76, 232, chars=70) + 8
    sheet.write("•", 76, top)
    sheet.write("help was there at once", 94, top)
    sheet.prose(sentences(2, "last case"), 72, 360)
    return sheet


def of(report: Report, start: str) -> Block:
    (found,) = [block for block in report.blocks if block.text.startswith(start)]
    return found


def test_text_in_a_box_has_the_title_of_the_box() -> None:
    report = read(boxed(filled=True))
    assert of(report, "The boxed case of the manager").panel == "Practice illustration"
    assert of(report, "help was there").panel == "Practice illustration"
    assert of(report, "The first case of the manager").panel is None
    assert of(report, "The last case of the manager").panel is None


def test_text_behind_a_box_belongs_to_the_section_that_the_box_interrupts() -> None:
    sheet = boxed(filled=True)
    sheet.prose(sentences(1), 72, 14)
    sheet.write("What we saw", 72, 50, 16, bold=True)
    report = read(sheet)
    titles = {section.section_id: section.title for section in report.sections}
    assert titles[of(report, "The boxed case of the manager").section_id or ""] == (
        "Practice illustration"
    )
    assert titles[of(report, "The last case of the manager").section_id or ""] == "What we saw"


def test_text_without_a_box_is_in_none() -> None:
    assert {block.panel for block in read(boxed(filled=False)).blocks} == {None}


def texts_of(kind: str, *lines: str) -> list[str]:
    """The blocks of one kind among some lines, each a paragraph of its own."""
    sheet = Sheet()
    top = sheet.prose(sentences(3, "first case"), 72, 80) + 14
    for line in lines:
        top = sheet.prose(line, 90, top, chars=66) + (2 if line.startswith("–") else 16)
    sheet.prose(sentences(3, "last case"), 72, top + 20)
    return [block.text for block in read(sheet).blocks if block.kind == kind]


SAID = "“They were there for me and never once gave up, and so I did not give up.”"


def test_a_paragraph_in_quotation_marks_is_a_quote() -> None:
    assert texts_of("quote", SAID) == [SAID]


@pytest.mark.parametrize(
    "text",
    [
        "“They were there”, as one man said to us, and he was not the only one.",
        "One man said to us: “They were there for me and never once gave up.”",
    ],
)
def test_a_sentence_with_words_in_quotation_marks_is_none(text: str) -> None:
    assert texts_of("quote", text) == []


def test_who_spoke_belongs_to_the_quote() -> None:
    assert texts_of("quote", SAID, "– A young man") == [f"{SAID} – A young man"]


def signature(*lines: str) -> list[str]:
    sheet = Sheet()
    top = sheet.prose(sentences(6), 72, 80) + 30
    for line in lines:
        sheet.write(line, 72, top)
        top += 14
    return [block.text for block in read(sheet).blocks if block.kind == "signature"]


def test_a_signature_is_its_lines() -> None:
    lines = ["Alma Pryce", "HM Chief Inspector of Probation", "January 2014"]
    assert signature(*lines) == lines


def test_a_sentence_above_a_date_is_no_part_of_a_signature() -> None:
    wrote = "Alma Pryce wrote to us on the day that the report was sent to the county."
    assert signature(wrote, "May 2014") == ["May 2014"]


def test_a_date_at_the_head_of_a_letter_signs_nothing() -> None:
    sheet = Sheet()
    for number, text in enumerate(["Ofsted", "Piccadilly Gate", "T 0300 123 1231", "24 May 2023"]):
        sheet.write(text, 72, 40 + 16 * number)
    sheet.prose(f"Dear Ada {sentences(6)}", 72, 130)
    assert [block.text for block in read(sheet).blocks if block.kind == "signature"] == []
