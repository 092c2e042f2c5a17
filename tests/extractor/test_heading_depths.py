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
