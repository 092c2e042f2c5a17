"""Words to printed lines: rows by height, parted where a gap is wider than any space."""

from __future__ import annotations

from collections import Counter

from extractor.layout.model import Line, block_elements, make_line
from extractor.reading.model import Page, Word

_ROW_TOLERANCE = 0.35  # of the smaller font size, between the middles of two words
_CELL_GAP = 1.2  # of the font size: wider than a justified line's spaces


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words of one printed height, left to right, rows from top to bottom."""
    rows: list[list[Word]] = []
    middle = size = 0.0
    for word in sorted(words, key=_middle):
        height = word.bottom - word.top
        tolerance = max(_ROW_TOLERANCE * min(height, size), 1.0) if rows else 0.0
        if rows and _middle(word) - middle <= max(tolerance, _raised_slack(height, size)):
            rows[-1].append(word)
            if height > size:
                middle, size = _middle(word), height
        else:
            rows.append([word])
            middle, size = _middle(word), height
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _raised_slack(height: float, size: float) -> float:
    """A raised mark stands higher by a third of its line's size, its middle likewise."""
    small, large = sorted((height, size))
    return 0.55 * large if small < 0.8 * large else 0.0


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def segments_of(row: list[Word]) -> list[list[Word]]:
    """A row parted at its wide gaps."""
    segments = [[row[0]]]
    reach = row[0].x1
    for word in row[1:]:
        if word.x0 - reach > _CELL_GAP * max(word.style.size, 6.0):
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
        """Index of the block-level element, -1 where the words have none."""
        if not self._block:
            return -1
        counts: Counter[int] = Counter()
        for word in words:
            index = self._page.owner.get(word.mcid, -1)
            counts[self._block[index] if index >= 0 else -1] += len(word.text)
        return counts.most_common(1)[0][0]


def line_of(words: list[Word], finder: ElementFinder) -> Line:
    """A line of words in order of their left edge."""
    return make_line(words, finder.of(words))
