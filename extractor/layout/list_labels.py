"""Marks and numbers at the start of a line that make it a list item or a numbered paragraph."""

from __future__ import annotations

import re

from extractor.layout.model import Line
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Word
from extractor.reading.normalise import BULLET
from extractor.reading.settings import READING

_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?$|^\d{1,3}[.)]$|^\d{1,3}$")
_LETTERED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]$", re.I)
_CODED = re.compile(r"^[A-Z]{1,2}\d{1,3}[.:]?$")
_RAISED = re.compile(r"^[⁰¹²³⁴-⁹]+$")
_MARKS = {BULLET, "·", "–", "-", "o", "*", "—"}


def label_of(line: Line) -> str | None:
    """The list mark or number that opens the line, None where it opens with text."""
    return label_before(line.words)


def label_before(words: list[Word]) -> str | None:  # noqa: PLR0911  one return a kind of label
    """The list mark or number that opens the words of a line, None where they open with text.

    A mark must stand apart from its text; a bare number must stand further apart than a space,
    because a sentence may break before a number.
    """
    if len(words) < 2:
        return None
    first, second = words[0], words[1]
    text = first.text
    if len(text) > LAYOUT.label_length or (text.isalpha() and text not in _MARKS):
        return None
    gap = second.x0 - first.x1
    size = max(first.style.size, second.style.size)
    if _RAISED.match(text) or (text.isdigit() and _stands_higher(first, second)):
        return text
    if text in _MARKS:
        return text if gap > LAYOUT.mark_gap * size or text == BULLET else None
    if _NUMBERED.match(text):
        bare = text.isdigit()
        return text if gap > (LAYOUT.bare_label_gap if bare else LAYOUT.label_gap) * size else None
    if _CODED.match(text):
        return text if gap > LAYOUT.bare_label_gap * size else None
    if _LETTERED.match(text):
        return text if gap > LAYOUT.label_gap * size else None
    return None


def _stands_higher(mark: Word, word: Word) -> bool:
    """Whether a number is the raised mark of a footnote."""
    small = mark.style.size <= READING.raised_size * word.style.size
    return small and word.bottom - mark.bottom > READING.raised_rise * word.style.size


def is_mark(label: str) -> bool:
    """Whether a label is a bullet or dash and no number."""
    return label in _MARKS
