"""Printed lines with the white in them, and which of them keep to the same columns."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.layout.list_labels import label_before
from extractor.layout.tables.cell_grid import Cell
from extractor.reading.model import Word

WIDE = 1.2  # of the font size: a gap wider than a justified line's spaces
OVERLAP = 0.1  # of the font size by which cells of one row stand beside each other
_STRIP = 6.5  # points of white that part two columns in every row
_SPACE = 0.5  # of the font size: no space between words is wider in text that is not justified
_MOST_HEADING_LINES = 4
_TIGHT = 1.5  # of the font size from line to line: lines of one cell
_EDGE = 3.0

Strip = tuple[float, float]


@dataclass(slots=True)
class Band:
    """Printed lines that stand beside each other, as cells do that are centred, most often one.

    ``words`` go from left to right, ``gaps`` are the white between them that is wider than spaces.
    """

    lines: list[list[Word]]
    words: list[Word]
    gaps: list[Strip]
    top: float
    bottom: float
    size: float


def bands_of(rows: list[list[Word]]) -> list[Band]:
    """A column's printed lines from top to bottom, those beside each other as one."""
    return [_band(lines) for lines in _level(rows)]


def _level(rows: list[list[Word]]) -> list[list[list[Word]]]:
    """Lines grouped that overlap in height and stand in different columns."""
    groups: list[list[list[Word]]] = []
    foot = float("-inf")
    for row in rows:
        top, bottom = row[0].top, row[0].bottom
        if groups and top < foot - OVERLAP * (bottom - top) and _apart(groups[-1][-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
        foot = bottom
    return groups


def _apart(one: list[Word], other: list[Word]) -> bool:
    return one[-1].x1 + _STRIP < other[0].x0 or other[-1].x1 + _STRIP < one[0].x0


def _band(lines: list[list[Word]]) -> Band:
    words = lines[0]
    if len(lines) > 1:
        words = sorted((word for line in lines for word in line), key=lambda word: word.x0)
    size = max(word.style.size for word in words)
    gaps = _gaps(words, WIDE * size)
    if gaps and words[1].x0 == gaps[0][1] and _labelled(words, gaps):
        gaps = gaps[1:]
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return Band(lines, words, gaps, top, bottom, size)


def _labelled(row: list[Word], gaps: list[Strip]) -> bool:
    """Whether the row opens with the mark or number of a list, and not with a cell."""
    end = gaps[1][0] if len(gaps) > 1 else float("inf")
    worded = any(map(str.isalpha, "".join(w.text for w in row[1:] if w.x1 <= end)))
    return worded and label_before(row) is not None


def _gaps(row: list[Word], least: float) -> list[Strip]:
    gaps = []
    reach = row[0].x1
    for word in row[1:]:
        if word.x0 - reach > least:
            gaps.append((reach, word.x0))
        reach = max(reach, word.x1)
    return gaps


def grown(run: list[Band], seed: int) -> tuple[int, int, list[Strip]]:
    """First line, end and strips of white of the lines around a seed that keep its strips."""
    strips, start, end = list(run[seed].gaps), seed, seed + 1
    while end < len(run) and not _is_next(run, end) and (kept := _kept(strips, run[end])):
        strips, end = kept, end + 1
    while start > 0 and not _is_next(run, start) and (kept := _kept(strips, run[start - 1])):
        strips, start = kept, start - 1
    first, last = (
        next(at for at in order if _parted(run[at], strips))
        for order in (range(start, seed + 1), range(end - 1, seed - 1, -1))
    )
    while first > 0 and start - first < _MOST_HEADING_LINES and _spans(strips, run[first - 1]):
        first -= 1
    while first > start and _heads(run[first - 1], run[first]):
        first -= 1
    while last + 1 < end and _goes_on(run[last], run[last + 1]):
        last += 1
    return first, last + 1, strips


def _parted(band: Band, strips: list[Strip]) -> bool:
    """Whether a line has words on both sides of a strip."""
    return any(_shared(white, strip) >= _STRIP for white in _whites(band) for strip in strips)


def _whites(band: Band) -> list[Strip]:
    """Gaps that may part columns, narrow as they are."""
    return _gaps(band.words, max(_STRIP, _SPACE * band.size))


def _is_next(run: list[Band], at: int) -> bool:
    """Whether another table begins here: with its name, and a heading in bold below it."""
    if not 0 < at < len(run) - 1 or run[at].gaps or not run[at + 1].gaps:
        return False
    return all_bold(run[at + 1].words) and not all_bold(run[at - 1].words)


def all_bold(words: list[Word]) -> bool:
    """Whether every word is bold, figures and signs too."""
    return all(word.style.bold for word in words)


def _kept(strips: list[Strip], band: Band) -> list[Strip] | None:
    """The strips that a line leaves white, None where it crosses one or has a gap elsewhere."""
    kept = [_narrowed(strip, band) for strip in strips]
    if any(right - left < _STRIP for left, right in kept):
        return None
    if any(not any(_shared(gap, one) >= _STRIP for one in kept) for gap in band.gaps):
        return None
    return kept


def _narrowed(strip: Strip, band: Band) -> Strip:
    """The widest part of a strip that a line leaves white."""
    whites = [(float("-inf"), band.words[0].x0), *_whites(band)]
    whites.append((max(word.x1 for word in band.words), float("inf")))
    parts = [(max(strip[0], x0), min(strip[1], x1)) for x0, x1 in whites]
    return max(parts, key=lambda part: part[1] - part[0])


def _shared(one: Strip, other: Strip) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def _spans(strips: list[Strip], band: Band) -> bool:
    """Whether a line heads several columns at once: it has pieces, and keeps a strip."""
    if not band.gaps:
        return False
    return any(_shared(strip, gap) >= _STRIP for strip in strips for gap in band.gaps)


def _heads(band: Band, after: Band) -> bool:
    """Whether a line in one column begins the heading that the line below ends."""
    close = after.top - band.top <= _TIGHT * band.size and band.size == after.size
    return close and all_bold(band.words) and all_bold(after.words)


def _goes_on(before: Band, band: Band) -> bool:
    """Whether a line in one column goes on with a cell of the line above."""
    close = band.top - before.top <= _TIGHT * band.size
    return close and any(abs(word.x0 - band.words[0].x0) <= _EDGE for word in before.words)


def cells_of(line: list[Word], strips: list[Strip]) -> list[Cell]:
    """A line's words by column; what crosses a strip stays in the column where it begins."""
    cells: list[Cell] = [[] for _ in range(len(strips) + 1)]
    column, reach = 0, float("-inf")
    for word in line:
        if word.x0 - reach >= _STRIP:
            column = sum(word.x0 >= right - 1 for _, right in strips)
        cells[column].append(word)
        reach = max(reach, word.x1)
    return cells
