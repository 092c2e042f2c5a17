"""A huge first letter belongs to the word that it begins, however many lines it reaches down."""

from __future__ import annotations

import pytest

from extractor.pipeline import read_report
from tests.extractor.minimal import Sheet, minimal_pdf

BODY = "The board met all managers in each of the wings and read the records that they kept. "
LETTER = 0.6  # em


def opening(letter: str, first: str, *, deep: int, gap: float = 4) -> list[str]:
    """Texts read from a page whose first paragraph has an initial so many lines deep."""
    sheet = Sheet()
    size = 12.5 * deep
    sheet.write(letter, 60, 100 - 0.1 * size, size)
    left = 60 + LETTER * size + gap
    lines = [
        first,
        *("saw the wings, the yards and the halls and spoke to staff." for _ in range(9)),
    ]
    for number, line in enumerate(lines[:6]):
        full = f"{line:<55}"[:55].strip() if number < deep else f"{line} and more"
        sheet.write(full, left if number < deep else 60, 100 + 12.5 * number)
    top = 250.0
    for _ in range(4):
        top = sheet.prose(BODY * 3, 60, top) + 10
    report = read_report(minimal_pdf("\n".join(sheet.content)))
    return [block.text for block in report.blocks]


@pytest.mark.parametrize("deep", [2, 3])
@pytest.mark.parametrize(
    ("letter", "rest", "read"),
    [
        ("W", "e went to the place in the spring of that year, and", "We went to the place"),
        ("T", "HE YEAR was a hard one for all who work here, and we", "THE YEAR was a hard"),
        ("A", "ll of the board went to the place in the spring, and", "All of the board went"),
        ("A", "new board went to the place in the spring of it, and", "A new board went"),
        ("I", "n the spring of that year the board was told and", "In the spring of that"),
    ],
)
def test_an_initial_begins_its_word(letter: str, rest: str, read: str, deep: int) -> None:
    texts = opening(letter, rest, deep=deep)
    assert texts[0].startswith(read)
    assert texts[0].endswith("and more"), "the paragraph is one"
    assert letter not in {word for text in texts[1:] for word in text.split()}


def test_a_large_letter_far_from_the_text_is_no_initial() -> None:
    texts = opening("B", "The board went to the place in the spring, and", deep=3, gap=60)
    assert not any(text.startswith("BThe") for text in texts)
