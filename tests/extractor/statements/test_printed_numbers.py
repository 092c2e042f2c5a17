"""Paragraph numbers that the plain text of a published report prints are those that are found.

The plain text knows nothing of blocks: its lines that open with the next number and a full stop
tell how far a report numbers its paragraphs.
"""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from extractor.pipeline import read_report
from schemas.document import Block
from tests.extractor.minimal import Sheet, sentences, sheets_pdf
from tests.readings import published_pdfs, reading_of

_OPENS = re.compile(r"^\s*(\d{1,3})\.\s*[‘“'A-Z\d]", re.M)
_LEFT = re.compile(r"^\d{1,3}\.\s*[‘“'A-Z]")  # a number that was not taken off
_FEWEST = 12  # fewer are those of a list
REPORTS = published_pdfs(but="broken")


def printed_run(path: Path) -> int:
    """How far the numbers 1, 2, 3 … go on that open lines, one after the other."""
    count = 0
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage().get_text_range().replace("\r", "\n")
            for number in _OPENS.findall(text):
                count += int(number) == count + 1
    return count


def paragraphs(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.number or "", block.text) for block in blocks if block.kind == "paragraph"]


@pytest.mark.parametrize("path", REPORTS)
def test_every_printed_number_is_found(path: Path) -> None:
    printed = printed_run(path)
    if printed < _FEWEST:
        pytest.skip("this report's paragraphs have no plain numbers")
    found = paragraphs(reading_of(path).report.blocks)
    assert [number for number, _ in found if number] == list(map(str, range(1, printed + 1)))
    assert [text[:30] for _, text in found if _LEFT.match(text)] == []


@pytest.mark.parametrize(
    "opening", ["A plan", "CSE plans", "‘Our’ plan", "“The” plan", "PAs’ plan"]
)
def test_a_number_that_touches_its_text_is_a_number(opening: str) -> None:
    sheet, top = Sheet(), 100.0
    for number in range(1, 14):
        glue = "" if number > 6 else " "
        text = f"{number}.{glue}{opening} {number * 'i'} of theirs {sentences(1)}"
        top = sheet.prose(text, 72, top) + 10
    found = paragraphs(read_report(sheets_pdf([sheet])).blocks)
    assert [number for number, _ in found] == list(map(str, range(1, 14)))
    assert all(text.startswith(opening) for _, text in found), found


def test_a_decimal_that_opens_a_line_is_no_number() -> None:
    sheet, top = Sheet(), 100.0
    for number in range(1, 14):
        top = sheet.prose(f"{number}. The plan {number * 'i'}. {sentences(1)}", 72, top) + 10
    sheet.prose("14.5% of plans were good.", 72, top)
    found = paragraphs(read_report(sheets_pdf([sheet])).blocks)
    assert found[-1] == ("", "14.5% of plans were good.")


def test_white_paint_behind_lines_parts_no_number_from_its_text() -> None:
    painted, plainly = Sheet(), Sheet()
    for row in range(30):
        painted.fill(70, 98 + 12.5 * row, 560, 110.5 + 12.5 * row, 1.0)
        painted.fill(90, 98 + 12.5 * row, 560, 110.5 + 12.5 * row, 1.0)
    for sheet in (painted, plainly):
        top = 100.0
        for number in range(1, 13):
            sheet.write(f"{number}.", 72, top)
            top = sheet.prose(sentences(1, f"plan {number * 'i'}"), 92, top) + 12.5
    found, wanted = (
        paragraphs(read_report(sheets_pdf([sheet])).blocks) for sheet in (painted, plainly)
    )
    assert found == wanted
    assert [number for number, _ in found] == list(map(str, range(1, 13)))
