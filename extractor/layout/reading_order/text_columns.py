"""Reading order on a page: bands of columns, found as gutters between columns of prose.

A gutter is a strip that a run of rows leaves white, left of an edge at which many lines start. It
parts two columns only where both sides read as prose, that is, where most lines of each side fill
its width: so the numbers of numbered paragraphs, the terms of a glossary and the cells of a table
are not taken for columns.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from extractor.layout.grouping import without
from extractor.layout.lines import ElementFinder, gaps_of, line_of, rows_of
from extractor.layout.model import Line
from extractor.layout.reading_order.boxes_beside_text import boxes_beside_text
from extractor.layout.reading_order.margin_headings import margin_headings
from extractor.layout.reading_order.settings import ORDER
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Page, Shape, Word

Row = list[Word]
Split = tuple[int, int, list[Row], list[Row]]


def reading_order(
    page: Page,
    words: list[Word],
    finder: ElementFinder,
    edges: list[float] | None = None,
    rows: list[Row] | None = None,
) -> list[Line]:
    """The page's lines in the order a person reads them, each with the number of its column.

    Boxes beside other text, and headings in the margin, come last, and are put in their place as
    blocks.

    Args:
        page: the page, for its size and drawn shapes.
        words: those of its words that are running text.
        finder: says which structure element a line belongs to.
        edges: where the columns of the pages before began; those of this page are added.
        rows: the words by their height, if that is known.
    """
    known = [] if edges is None else edges
    parts: list[tuple[int, list[Row], str | None]] = []
    for unit, group in enumerate(boxes_beside_text(page, words), 1):
        parts += [(unit, rows_of(box.words), _name(box.shape)) for box in group]
    if parts or rows is None:
        inside = [word for _, held, _ in parts for row in held for word in row]
        rows = rows_of(without(words, inside))
    heads = margin_headings(rows)
    if heads:
        rows = rows_of(without([w for row in rows for w in row], [w for h in heads for w in h]))
        first = parts[-1][0] + 1 if parts else 1
        parts += [(unit, rows_of(head), None) for unit, head in enumerate(heads, first)]
    lines: list[Line] = []
    flow = -1
    for unit, held, panel in [(0, rows, None), *parts]:
        for column in _flows(held, page.width, 0, known if unit == 0 else []):
            flow += 1
            for row in column:
                line = line_of(row, finder)
                line.flow, line.unit, line.panel = flow, unit, panel
                lines.append(line)
    return lines


def _name(shape: Shape) -> str:
    """A box is named by its place."""
    return f"{shape.x0:.0f},{shape.top:.0f}"


def _flows(rows: list[Row], width: float, depth: int, known: list[float]) -> list[list[Row]]:
    """Split rows into flows of text: above the columns, each column, below them."""
    best = _best_split(rows, width) if depth < ORDER.column_depth else None
    if best is not None:
        known.append(_left_edge(best[3]))
    elif depth < ORDER.column_depth and known:
        best = _usual_split(rows, width, known)
    if best is None:
        return [rows] if rows else []
    start, end, left, right = best
    parts = [rows[:start], left, right, rows[end:]]
    return [flow for part in parts for flow in _flows(part, width, depth + 1, known)]


def _usual_split(rows: list[Row], width: float, known: list[float]) -> Split | None:
    """A split where columns of earlier pages began, though the right one ends after a line or two.

    So ends a chapter in columns. The left side must read as prose; something must begin right of it
    at the very edge.
    """
    for edge in sorted(set(map(round, known))):
        for run in _runs(rows, edge):
            start, end = _trimmed(rows, *run, edge)
            left, right = _sides(rows[start:end], edge)
            if not right or not _is_prose(left, width):
                continue
            gutter = _left_edge(right) - _right_edge(left)
            if abs(_left_edge(right) - edge) <= ORDER.column_edge and gutter >= ORDER.gutter:
                return start, end, left, right
    return None


def _best_split(rows: list[Row], width: float) -> Split | None:
    """The longest split into two columns of prose, of those the one with the widest gutter."""
    best: Split | None = None
    longest = (0, 0.0)
    for edge in _column_edges(rows, ORDER.column_width * width):
        for run in _runs(rows, edge):
            start, end = _trimmed(rows, *run, edge)
            left, right = _sides(rows[start:end], edge)
            if not _is_prose(left, width) or not _is_prose(right, width):
                continue
            gutter = _left_edge(right) - _right_edge(left)
            if gutter >= ORDER.gutter and (end - start, gutter) > longest:
                longest, best = (end - start, gutter), (start, end, left, right)
    return best


def _column_edges(rows: list[Row], narrowest: float) -> list[float]:
    """Left edges at which many pieces of text start, with room for a column on either side."""
    if len(rows) < ORDER.column_rows:
        return []
    low = _left_edge(rows) + narrowest
    starts = sorted([start for row in rows for start in _starts(row) if low <= start])
    if len(starts) < ORDER.column_rows:
        return []
    high = _right_edge(rows) - narrowest
    starts = [start for start in starts if start <= high]
    edges: list[float] = []
    first = 0
    for index, start in enumerate(starts):
        if start - starts[first] > ORDER.column_edge:
            first = index
        if index - first + 1 == ORDER.column_rows:
            edges.append(starts[first])
    return edges


def _starts(row: Row) -> list[float]:
    """Left edges of a row's words that stand at its start or behind more than a space."""
    starts = [row[0].x0]
    gaps = gaps_of(row)
    if max(gaps, default=0.0) >= ORDER.gutter:
        starts += [
            word.x0 for word, gap in zip(row[1:], gaps, strict=True) if gap >= _least_gap(word)
        ]
    return starts


def _least_gap(word: Word) -> float:
    return max(ORDER.gutter, ORDER.column_gap * word.style.size)


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
    return [run for run in runs if run[1] - run[0] >= ORDER.column_rows]


def _trimmed(rows: list[Row], start: int, end: int, edge: float) -> tuple[int, int]:
    """The run without what only happens to leave the strip white.

    Above the columns that is what stands left alone; below them labels with what belongs to them,
    and a heading of those.
    """
    while start and start < end and not _parted(rows[start], edge)[1]:
        if (
            rows[start][0].top - rows[start - 1][0].top
            > ORDER.column_pitch * rows[start][0].style.size
        ):
            break
        start += 1  # the last line of the text above
    breaks = [start, *(at for at in range(start + 1, end) if _space(rows[at - 1], rows[at])), end]
    stretches = [*pairwise(breaks)]
    while len(stretches) > 1 and not any(_sides(rows[slice(*stretches[0])], edge)[1]):
        start = stretches.pop(0)[1]
    below = end
    while len(stretches) > 1:
        first, last = stretches.pop()
        left, right = _sides(rows[first:last], edge)
        if _is_labels(left, right, edge) or (
            below < end and not right and len(left) <= ORDER.few_rows
        ):
            below = first
        elif (left and right) or last - first > ORDER.few_rows:
            break
    return start, below


def _space(row: Row, below: Row) -> bool:
    foot = max(word.bottom for word in row)
    return min(word.top for word in below) - foot > ORDER.column_space * below[0].style.size


def _is_labels(left: list[Row], right: list[Row], edge: float) -> bool:
    """A row or two of both sides, the left ones too short for prose."""
    if not left or not 0 < len(left) <= len(right) <= ORDER.few_rows:
        return False
    reach = max(edge - _left_edge(left), 1.0)
    return all(row[-1].x1 - row[0].x0 < ORDER.label_width * reach for row in left)


def _crosses(row: Row, edge: float) -> bool:
    left, right = _parted(row, edge)
    if not left:
        return False
    reach = max(word.x1 for word in left)
    if not right:
        return reach > edge - ORDER.gutter
    return right[0].x0 - reach < _least_gap(right[0])


def _parted(row: Row, edge: float) -> tuple[Row, Row]:
    left = [word for word in row if word.x0 < edge - LAYOUT.rounding]
    return left, row[len(left) :]


def _sides(rows: list[Row], edge: float) -> tuple[list[Row], list[Row]]:
    parted = [_parted(row, edge) for row in rows]
    return [left for left, _ in parted if left], [right for _, right in parted if right]


def _left_edge(rows: list[Row]) -> float:
    return min(row[0].x0 for row in rows)


def _right_edge(rows: list[Row]) -> float:
    return max(word.x1 for row in rows for word in row)


def _is_prose(rows: list[Row], width: float) -> bool:
    if len(rows) < ORDER.column_rows:
        return False
    ends = [max(word.x1 for word in row) for row in rows]
    left, right = _left_edge(rows), max(ends)
    if right - left < ORDER.column_width * width:
        return False
    filled = sum(end >= left + ORDER.column_filled * (right - left) for end in ends)
    return median(
        map(len, rows)
    ) >= ORDER.column_words and filled >= ORDER.column_filled_share * len(ends)
