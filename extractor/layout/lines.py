"""Words to printed lines: rows by height, parted where a gap is wider than any space."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter, sub

from extractor.layout.model import Line, block_elements, make_line
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Page, Word
from extractor.reading.settings import READING

_LEFT, _RIGHT = attrgetter("x0"), attrgetter("x1")


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words of one printed height, left to right, rows from top to bottom.

    What is glued to a word, a raised mark above all, goes where that word goes.
    """
    rows: list[list[Word]] = []
    middle = size = 0.0
    least = LAYOUT.row_middles_least
    furthest = max(LAYOUT.row_middles, LAYOUT.raised_middle)
    units = _units(words)
    middles = [(top + bottom) / 2 for top, bottom, _ in units]
    for at in sorted(range(len(units)), key=middles.__getitem__):
        top, bottom, unit = units[at]
        height = bottom - top
        below = middles[at] - middle
        near = bool(rows) and below <= max(least, furthest * height)  # what is not needs no look
        if not near or not (below <= least or below <= _tolerance(rows[-1], size, height)):
            rows.append(unit)
            middle, size = middles[at], height
            continue
        rows[-1] += unit
        if height > size:
            middle, size = middles[at], height
    for row in rows:
        row.sort(key=_LEFT)
    return rows


def _tolerance(row: list[Word], size: float, height: float) -> float:
    """How far apart the middles of a row and of a word that belongs to it can be, in points.

    A raised mark that stands by itself reaches higher than its line, and comes before it.
    """
    if size < READING.raised_size * height and _is_mark(row):
        return LAYOUT.raised_middle * height
    return max(LAYOUT.row_middles * min(size, height), LAYOUT.row_middles_least)


def _is_mark(words: list[Word]) -> bool:
    return all(
        len(word.text) <= LAYOUT.mark_length and not any(map(str.isalpha, word.text))
        for word in words
    )


def _units(words: list[Word]) -> list[tuple[float, float, list[Word]]]:
    """Words that follow each other at one height, and what is glued to them.

    With the top and bottom of the tallest: a word with a taller one glued to it leaves its like.
    """
    units: list[tuple[float, float, list[Word]]] = []
    unit: list[Word] = []  # the last one's words
    of_top = of_bottom = right = 0.0
    rounding = LAYOUT.rounding
    for word in words:
        _, _, x0, top, x1, bottom, _, _, glued, _ = word
        if top == of_top and bottom == of_bottom and unit:
            unit.append(word)
        elif not (glued and unit and right <= x0 + rounding):
            unit, of_top, of_bottom = [word], top, bottom
            units.append((top, bottom, unit))
        elif bottom - top > of_bottom - of_top:
            last = unit.pop()
            if not unit:
                units.pop()
            unit, of_top, of_bottom = [last, word], top, bottom
            units.append((top, bottom, unit))
        else:
            unit.append(word)
        right = x1
    return units


def gaps_of(row: list[Word]) -> list[float]:
    """The white before each word of a row but the first."""
    starts = map(_LEFT, row)
    next(starts)
    return list(map(sub, starts, map(_RIGHT, row)))


def segments_of(row: list[Word]) -> list[list[Word]]:
    """A row parted at its wide gaps."""
    if max(gaps_of(row), default=0.0) <= LAYOUT.cell_gap * LAYOUT.least_size:
        return [list(row)]
    segments = [[row[0]]]
    reach = row[0].x1
    for word in row[1:]:
        if word.x0 - reach > LAYOUT.cell_gap * max(word.style.size, LAYOUT.least_size):
            segments.append([word])
        else:
            segments[-1].append(word)
        reach = max(reach, word.x1)
    return segments


class ElementFinder:
    """Tells which structure element most of a line's words belong to."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._block = block_elements(page)

    def of(self, words: list[Word]) -> int:
        """Index of the block-level element, -1 where the words have none.

        Most lines are one piece of marked content, which their first and last word tell.
        """
        if not self._block:
            return -1
        if words[0].mcid == words[-1].mcid:
            index = self._page.owner.get(words[0].mcid, -1)
            return self._block[index] if index >= 0 else -1
        counts: Counter[int] = Counter()
        for word in words:
            index = self._page.owner.get(word.mcid, -1)
            counts[self._block[index] if index >= 0 else -1] += len(word.text)
        return counts.most_common(1)[0][0]


def line_of(words: list[Word], finder: ElementFinder) -> Line:
    """A line of words in order of their left edge."""
    return make_line(words, finder.of(words))
