"""Reading order on a page: bands of columns, found as gutters between columns of prose.

A gutter is a strip that a run of rows leaves white, left of an edge at which many lines start. It
parts two columns only where both sides read as prose, that is, where most lines of each side fill
its width: so the numbers of numbered paragraphs, the terms of a glossary and the cells of a table
are not taken for columns.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from extractor.layout.lines import ElementFinder, line_of, rows_of
from extractor.layout.model import Line
from extractor.reading.model import Page, Word

_MIN_ROWS = 4
_MIN_WORDS = 2.5  # median words in a line of prose
_FILLED = 0.75  # of the column's width
_FILLED_SHARE = 0.45
_NARROWEST = 0.18  # of the page's width
_GUTTER = 7.0  # points
_WIDER_THAN_SPACE = 0.65  # of the font size
_SAME_EDGE = 2.0
_MAX_DEPTH = 3

Row = list[Word]
Split = tuple[int, int, list[Row], list[Row]]


def reading_order(page: Page, words: list[Word], finder: ElementFinder) -> list[Line]:
    """The page's lines in the order a person reads them, each with the number of its column."""
    lines: list[Line] = []
    for flow, rows in enumerate(_flows(rows_of(words), page.width, 0)):
        for row in rows:
            line = line_of(row, finder)
            line.flow = flow
            lines.append(line)
    return lines


def _flows(rows: list[Row], width: float, depth: int) -> list[list[Row]]:
    """Split rows into flows of text: above the columns, each column, below them."""
    best = _best_split(rows, width) if depth < _MAX_DEPTH else None
    if best is None:
        return [rows] if rows else []
    start, end, left, right = best
    parts = [rows[:start], left, right, rows[end:]]
    return [flow for part in parts for flow in _flows(part, width, depth + 1)]


def _best_split(rows: list[Row], width: float) -> Split | None:
    """The longest split into two columns of prose, of those the one with the widest gutter."""
    best: Split | None = None
    longest = (0, 0.0)
    for edge in _column_edges(rows, _NARROWEST * width):
        for start, end in _runs(rows, edge):
            left, right = _sides(rows[start:end], edge)
            if not _is_prose(left, width) or not _is_prose(right, width):
                continue
            gutter = _left_edge(right) - _right_edge(left)
            if gutter >= _GUTTER and (end - start, gutter) > longest:
                longest, best = (end - start, gutter), (start, end, left, right)
    return best


def _column_edges(rows: list[Row], narrowest: float) -> list[float]:
    """Left edges at which many pieces of text start, with room for a column on either side."""
    if len(rows) < _MIN_ROWS:
        return []
    low, high = _left_edge(rows) + narrowest, _right_edge(rows) - narrowest
    starts = sorted(start for row in rows for start in _starts(row) if low <= start <= high)
    edges: list[float] = []
    first = 0
    for index, start in enumerate(starts):
        if start - starts[first] > _SAME_EDGE:
            first = index
        if index - first + 1 == _MIN_ROWS:
            edges.append(starts[first])
    return edges


def _starts(row: Row) -> list[float]:
    """Left edges of a row's words that stand at its start or behind more than a space."""
    starts = [row[0].x0]
    for before, word in pairwise(row):
        gap = word.x0 - before.x1
        if gap >= _GUTTER and gap >= _least_gap(word):
            starts.append(word.x0)
    return starts


def _least_gap(word: Word) -> float:
    return max(_GUTTER, _WIDER_THAN_SPACE * word.style.size)


def _runs(rows: list[Row], edge: float) -> list[tuple[int, int]]:
    """Runs of rows in which no text crosses the strip left of an edge."""
    runs, start = [], None
    for index, row in enumerate([*rows, None]):
        crossing = row is None or _crosses(row, edge)
        if crossing and start is not None:
            runs.append((start, index))
            start = None
        elif not crossing and start is None:
            start = index
    return [run for run in runs if run[1] - run[0] >= _MIN_ROWS]


def _crosses(row: Row, edge: float) -> bool:
    left, right = _parted(row, edge)
    if not left:
        return False
    reach = max(word.x1 for word in left)
    if not right:
        return reach > edge - _GUTTER
    return right[0].x0 - reach < _least_gap(right[0])


def _parted(row: Row, edge: float) -> tuple[Row, Row]:
    left = [word for word in row if word.x0 < edge - 1]
    return left, row[len(left) :]


def _sides(rows: list[Row], edge: float) -> tuple[list[Row], list[Row]]:
    parted = [_parted(row, edge) for row in rows]
    return [left for left, _ in parted if left], [right for _, right in parted if right]


def _left_edge(rows: list[Row]) -> float:
    return min(row[0].x0 for row in rows)


def _right_edge(rows: list[Row]) -> float:
    return max(word.x1 for row in rows for word in row)


def _is_prose(rows: list[Row], width: float) -> bool:
    if len(rows) < _MIN_ROWS:
        return False
    ends = [max(word.x1 for word in row) for row in rows]
    left, right = _left_edge(rows), max(ends)
    if right - left < _NARROWEST * width:
        return False
    filled = sum(end >= left + _FILLED * (right - left) for end in ends)
    return median(map(len, rows)) >= _MIN_WORDS and filled >= _FILLED_SHARE * len(ends)
