"""Initials: a huge first letter that reaches down beside the first lines of a text."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from extractor.layout.lettering.settings import LETTERING
from extractor.layout.model import Line, main_style
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Word

_WORDS = "AIO"  # letters that may be words


def place_drop_capitals(lines: list[Line], known: Mapping[str, int]) -> list[Line]:
    """Put each initial in front of the word that it begins; most pages have none.

    Args:
        lines: those of a page, in reading order.
        known: how often the document has each word, in lower case.
    """
    held = [at for at, line in enumerate(lines) if _may_open(line.words[0])]
    for at in reversed(held):
        beside = _beside(lines, at)
        if beside:
            _move(lines, at, beside, known)
    return lines


def _may_open(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _beside(lines: list[Line], at: int) -> list[Line]:
    """The lines right of the letter that one begins with; none where it is none."""
    letter, others = lines[at].words[0], lines[at].words[1:]
    if others and not _is_huge(letter, main_style(others).size):
        return []
    near = lines[max(0, at - LETTERING.capital_lines) : at + LETTERING.capital_lines]
    beside = [line for line in near if line is not lines[at] and _is_beside(line, letter)]
    beside += [lines[at]] if others else []
    return beside if len(beside) > 1 else []


def _is_beside(line: Line, letter: Word) -> bool:
    middle = (line.top + line.bottom) / 2
    gap = line.x0 - letter.x1
    near = -LAYOUT.rounding <= gap <= LETTERING.capital_gap * line.size
    return near and letter.top <= middle <= letter.bottom and _is_huge(letter, line.size)


def _is_huge(letter: Word, size: float) -> bool:
    return letter.style.size >= LETTERING.capital_size * size


def _move(lines: list[Line], at: int, beside: list[Line], known: Mapping[str, int]) -> None:
    letter, words = lines[at].words[0], lines[at].words[1:]
    lines[at].words = words
    if words:
        lines[at].style = main_style(words)
        lines[at].top, lines[at].bottom = min(w.top for w in words), max(w.bottom for w in words)
    first = min(beside, key=attrgetter("top"))
    rest = first.words[0]
    part = rest.text.strip(".,;:").lower()
    whole = known.get(letter.text.lower() + part, 0)
    if letter.text not in _WORDS or (whole and whole >= known.get(part, 0)):
        rest = rest._replace(glued=True)
    first.words[:1] = [letter, rest]
    for line in beside:
        line.x0 = letter.x0
    if not words:
        del lines[at]
