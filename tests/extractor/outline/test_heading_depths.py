"""Depths of headings that look alike: their numbers, words and order tell them."""

from __future__ import annotations

import pytest

from extractor.pipeline import read_report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf


def levels(*headings: str) -> list[tuple[str, int]]:
    """Levels of bold headings of one size, each over a paragraph unless it ends in a stroke."""
    cover = Sheet()
    cover.write("Report on the work of a board", 60, 200, size=24)
    cover.prose(sentences(3), 60, 300)
    sheets, top = [cover, Sheet()], 80.0
    for number, heading in enumerate(headings):
        if top > 600:
            sheets.append(Sheet())
            top = 80.0
        sheets[-1].write(heading.removesuffix("/"), 60, top, bold=True)
        top += 26
        if not heading.endswith("/"):
            top = sheets[-1].prose(sentences(3, f"plan{number}"), 60, top) + 20
    sections = read_report(sheets_pdf(sheets)).sections
    return [(section.title, section.level) for section in sections]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("1. Homes", "1.1 Rooms", "1.2 Meals", "2. Schools", "2.1 Pupils"), [1, 2, 2, 1, 2]),
        (("1.0 Homes", "1.1 Rooms", "1.2 Meals", "2.0 Schools", "2.1 Pupils"), [1, 2, 2, 1, 2]),
        (("A. Homes", "(a) Rooms", "(b) Meals", "B. Schools", "(a) Pupils"), [1, 2, 2, 1, 2]),
        (("Theme 1: A", "Standard 1.1: B", "Standard 1.2: C", "Theme 2: D"), [1, 2, 2, 1]),
        (("First part/", "Homes", "Schools", "Second part/", "Health", "Work"), [1, 2, 2, 1, 2, 2]),
        (("Findings/", "Homes", "Schools", "Appendix 1", "Appendix 2"), [1, 2, 2, 1, 1]),
        (("Homes", "Schools", "Outcome 1: A", "Outcome 2: B", "Appendix 1", "Appendix 2"), [1] * 6),
    ],
)
def test_depths_of_headings_that_look_alike(headings: tuple[str, ...], expected: list[int]) -> None:
    found = levels(*headings)
    assert len(found) == len(headings)
    assert [level for _, level in found] == expected, found


def listed(*headings: tuple[str, float]) -> list[int]:
    """Levels of headings of the sizes given, all of which a contents page lists without indents."""
    sheets = [Sheet(), Sheet()]
    sheets[0].write("Report on the work of a board", 60, 200, size=24)
    sheets[1].write("Contents", 60, 80, size=16, bold=True)
    for number, (heading, size) in enumerate(headings):
        sheets[1].write(
            f"{heading} {'.' * (50 - len(heading))} {3 + number}", 60, 120 + 20 * number
        )
        sheet = Sheet()
        sheet.write(heading, 60, 80, size=size, bold=True)
        top = sheet.prose(sentences(4, f"plan{number}"), 60, 120)
        sheet.prose(sentences(3, f"visit{number}"), 60, top + 20)
        sheet.write(str(3 + number), 300, 740)
        sheets.append(sheet)
    sections = read_report(sheets_pdf(sheets)).sections
    return [section.level for section in sections if section.title != "Contents"]


def test_a_contents_page_without_indents_may_list_several_levels() -> None:
    parts = [("Homes", 16.0), ("Rooms", 13.0), ("Schools", 16.0), ("Pupils", 13.0)]
    assert listed(*parts) == [1, 2, 1, 2]


def test_appendices_in_a_smaller_size_are_listed_as_high_as_chapters() -> None:
    parts = [("Homes", 16.0), ("Schools", 16.0), ("Appendix 1", 13.0), ("Appendix 2", 13.0)]
    assert listed(*parts) == [1, 1, 1, 1]
