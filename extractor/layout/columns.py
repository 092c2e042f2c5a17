"""Reading order on a page: bands of columns, found as gutters between columns of prose.

A gutter is a strip that a run of rows leaves white. It parts two columns only where both sides
read as prose, that is, where most lines of each side fill its width: so the numbers of numbered
paragraphs, the terms of a glossary and the cells of a table are not taken for columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from extractor.layout.lines import ElementFinder, line_of, rows_of, segments_of
from extractor.layout.model import Line
from extractor.reading.model import Page, Word

_MIN_ROWS = 4
_MIN_WORDS = 2.5  # median words in a line of prose
_FILLED = 0.75  # of the column's width
_FILLED_SHARE = 0.45
_NARROWEST = 0.18  # of the page's width
_GUTTER = 7.0  # points


@dataclass(slots=True)
class _Row:
    segments: list[list[Word]]

    @property
    def top(self) -> float:
        return min(word.top for segment in self.segments for word in segment)


def reading_order(page: Page, words: list[Word], finder: ElementFinder) -> list[Line]:
    """The page's lines in the order a person reads them, each with its column's edges."""
    rows = [_Row(segments_of(row)) for row in rows_of(words)]
    lines: list[Line] = []
    for flow, column in enumerate(_flows(rows, page.width, 0)):
        lines += _column_lines(column, flow, finder)
    return lines


def _column_lines(rows: list[_Row], flow: int, finder: ElementFinder) -> list[Line]:
    lines = []
    for row in rows:
        words = [word for segment in row.segments for word in segment]
        lines.append(line_of(words, finder))
    left = min((line.x0 for line in lines), default=0.0)
    right = max((line.x1 for line in lines), default=0.0)
    for line in lines:
        line.column, line.flow = (left, right), flow
    return lines


def _flows(rows: list[_Row], width: float, depth: int) -> list[list[_Row]]:
    """Split rows into flows of text: above the columns, each column, below them."""
    if depth > 3 or sum(len(row.segments) > 1 for row in rows) < _MIN_ROWS:
        return [rows] if rows else []
    for gutter in _gutters(rows):
        for start, end in _runs(rows, gutter):
            left, right = _sides(rows[start:end], gutter)
            if _is_prose(left, width) and _is_prose(right, width):
                parts = [rows[:start], left, right, rows[end:]]
                return [flow for part in parts for flow in _flows(part, width, depth + 1)]
    return [rows] if rows else []


def _gutters(rows: list[_Row]) -> list[float]:
    """Middles of gaps that many rows have in common, the commonest first."""
    gaps = []
    for row in rows:
        for one, two in zip(row.segments, row.segments[1:], strict=False):
            gaps.append((max(word.x1 for word in one), min(word.x0 for word in two)))
    wide = [gap for gap in gaps if gap[1] - gap[0] >= _GUTTER]
    votes: dict[float, int] = {}
    for _, start in wide:
        middle = start - _GUTTER / 2
        votes[middle] = sum(low <= middle - 2 and middle + 2 <= high for low, high in wide)
    best = sorted(votes, key=lambda middle: -votes[middle])
    distinct: list[float] = []
    for middle in best:
        if votes[middle] >= _MIN_ROWS and all(abs(middle - other) > 15 for other in distinct):
            distinct.append(middle)
    return distinct[:3]


def _runs(rows: list[_Row], gutter: float) -> list[tuple[int, int]]:
    """Longest-first runs of rows in which no segment crosses the gutter."""
    runs, start = [], None
    for index, row in enumerate([*rows, None]):
        crossing = row is None or any(_crosses(segment, gutter) for segment in row.segments)
        if crossing and start is not None:
            runs.append((start, index))
            start = None
        elif not crossing and start is None:
            start = index
    long = [run for run in runs if run[1] - run[0] >= _MIN_ROWS]
    return sorted(long, key=lambda run: run[0] - run[1])


def _crosses(segment: list[Word], gutter: float) -> bool:
    return segment[0].x0 < gutter < max(word.x1 for word in segment)


def _sides(rows: list[_Row], gutter: float) -> tuple[list[_Row], list[_Row]]:
    left, right = [], []
    for row in rows:
        before = [segment for segment in row.segments if segment[0].x0 < gutter]
        after = [segment for segment in row.segments if segment[0].x0 >= gutter]
        if before:
            left.append(_Row(before))
        if after:
            right.append(_Row(after))
    return left, right


def _is_prose(rows: list[_Row], width: float) -> bool:
    if len(rows) < _MIN_ROWS:
        return False
    spans = [(row.segments[0][0].x0, max(word.x1 for word in row.segments[-1])) for row in rows]
    left, right = min(x0 for x0, _ in spans), max(x1 for _, x1 in spans)
    if right - left < _NARROWEST * width:
        return False
    words = median(sum(len(segment) for segment in row.segments) for row in rows)
    filled = sum(x1 >= left + _FILLED * (right - left) for _, x1 in spans)
    return words >= _MIN_WORDS and filled >= _FILLED_SHARE * len(spans)
