"""Tables that nothing but their alignment shows: rows whose columns are parted by white."""

from __future__ import annotations

from itertools import pairwise

from extractor.layout.grouping import runs
from extractor.layout.lines import gaps_of
from extractor.layout.list_labels import label_before
from extractor.layout.settings import LAYOUT
from extractor.layout.tables.cell_grid import FoundTable
from extractor.layout.tables.settings import TABLES
from extractor.layout.tables.table_rows import are_figures, table_of
from extractor.layout.tables.white_bands import LineGroup, Strip, cells_of, grow_table, line_groups
from extractor.reading.model import Word


def aligned_tables(rows: list[list[Word]]) -> list[FoundTable]:
    """Tables among the printed lines of a column, top to bottom."""
    if not _may_hold(rows):
        return []
    return [table for run in runs(line_groups(rows), _near) for table in _tables_of(run)]


def _may_hold(rows: list[list[Word]]) -> bool:
    """A cheap look: lines with wide gaps, or lines beside each other at different heights."""
    count = 0
    foot = float("-inf")
    for row in rows:
        if row[0].top < foot - LAYOUT.rounding or _has_gap(row):
            count += 1
            if count >= TABLES.rows - 1:
                return True
        foot = row[0].bottom
    return False


def _has_gap(row: list[Word]) -> bool:
    """Whether a gap is wider than a space, besides the one behind a list's mark."""
    least = LAYOUT.cell_gap * row[0].style.size
    gaps = gaps_of(row)
    if max(gaps, default=0.0) <= least:
        return False
    return max(gaps[1:], default=0.0) > least or label_before(row) is None


def _near(run: list[LineGroup], group: LineGroup) -> bool:
    """Whether little white lies between some lines and the next."""
    return group.top - run[-1].bottom <= TABLES.row_gap * group.size


def _tables_of(run: list[LineGroup]) -> list[FoundTable]:
    """Tables in a run of lines: grown from the line with the most pieces, then what is left."""
    if sum(bool(group.gaps) for group in run) < TABLES.rows - 1:
        return []
    seed = max(range(len(run)), key=lambda at: len(run[at].gaps))
    start, end, strips = grow_table(run, seed)
    found = _tables_between(run[start:end], strips) if end - start > 1 else []
    if not found:
        start, end = seed, seed + 1
    return [*_tables_of(run[:start]), *found, *_tables_of(run[end:])]


def _tables_between(groups: list[LineGroup], strips: list[Strip]) -> list[FoundTable]:
    """The table that some lines make, or those that stand beside each other in them."""
    period = _period(groups, strips)
    if period is None:
        table = table_of(groups, strips)
        return [table] if table else []
    found = []
    edges = [float("-inf"), *(right - LAYOUT.rounding for _, right in strips[period - 1 :: period])]
    for left, right in pairwise([*edges, float("inf")]):
        lines = [
            [word for word in line if left <= word.x0 < right]
            for group in groups
            for line in group.lines
        ]
        found += aligned_tables([line for line in lines if line])
    return found


def _period(groups: list[LineGroup], strips: list[Strip]) -> int | None:
    """After how many columns names and figures repeat: tables beside each other."""
    columns = list(zip(*(cells_of(group.words, strips) for group in groups), strict=True))
    figures = [are_figures(column) for column in columns]
    for period in range(2, len(columns) // 2 + 1):
        if figures == figures[:period] * (len(columns) // period) and not figures[0]:
            return period if any(figures[:period]) else None
    return None
