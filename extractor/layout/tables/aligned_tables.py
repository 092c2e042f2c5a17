"""Tables that nothing but their alignment shows: rows whose columns are parted by white."""

from __future__ import annotations

from itertools import pairwise

from extractor.layout.lines import gaps_of
from extractor.layout.list_labels import label_before
from extractor.layout.tables.cell_grid import FoundTable
from extractor.layout.tables.table_rows import MIN_ROWS, are_figures, table_of
from extractor.layout.tables.white_bands import WIDE, Band, Strip, bands_of, cells_of, grown
from extractor.reading.model import Word

_FAR = 2.6  # of the font size: white between two rows of one table at most


def aligned_tables(rows: list[list[Word]]) -> list[FoundTable]:
    """Tables among the printed lines of a column, top to bottom."""
    if not _may_hold(rows):
        return []
    return [table for run in _runs(bands_of(rows)) for table in _tables_of(run)]


def _may_hold(rows: list[list[Word]]) -> bool:
    """A cheap look: lines with wide gaps, or lines beside each other at different heights."""
    count = 0
    foot = float("-inf")
    for row in rows:
        if row[0].top < foot - 1 or _has_gap(row):
            count += 1
            if count >= MIN_ROWS - 1:
                return True
        foot = row[0].bottom
    return False


def _has_gap(row: list[Word]) -> bool:
    """Whether a gap is wider than a space, besides the one behind a list's mark."""
    least = WIDE * row[0].style.size
    gaps = gaps_of(row)
    if max(gaps, default=0.0) <= least:
        return False
    return max(gaps[1:], default=0.0) > least or label_before(row) is None


def _runs(bands: list[Band]) -> list[list[Band]]:
    """Lines parted where much white lies between two."""
    runs: list[list[Band]] = []
    for band in bands:
        if runs and band.top - runs[-1][-1].bottom <= _FAR * band.size:
            runs[-1].append(band)
        else:
            runs.append([band])
    return [run for run in runs if sum(bool(band.gaps) for band in run) >= MIN_ROWS - 1]


def _tables_of(run: list[Band]) -> list[FoundTable]:
    """Tables in a run of lines: grown from the line with the most pieces, then what is left."""
    if sum(bool(band.gaps) for band in run) < MIN_ROWS - 1:
        return []
    seed = max(range(len(run)), key=lambda at: len(run[at].gaps))
    start, end, strips = grown(run, seed)
    found = _tables_between(run[start:end], strips) if end - start > 1 else []
    if not found:
        start, end = seed, seed + 1
    return [*_tables_of(run[:start]), *found, *_tables_of(run[end:])]


def _tables_between(bands: list[Band], strips: list[Strip]) -> list[FoundTable]:
    """The table that some lines make, or those that stand beside each other in them."""
    period = _period(bands, strips)
    if period is None:
        table = table_of(bands, strips)
        return [table] if table else []
    found = []
    edges = [float("-inf"), *(right - 1 for _, right in strips[period - 1 :: period])]
    for left, right in pairwise([*edges, float("inf")]):
        lines = [[w for w in line if left <= w.x0 < right] for one in bands for line in one.lines]
        found += aligned_tables([line for line in lines if line])
    return found


def _period(bands: list[Band], strips: list[Strip]) -> int | None:
    """After how many columns names and figures repeat: tables beside each other."""
    columns = list(zip(*(cells_of(band.words, strips) for band in bands), strict=True))
    figures = [are_figures(column) for column in columns]
    for period in range(2, len(columns) // 2 + 1):
        if figures == figures[:period] * (len(columns) // period) and not figures[0]:
            return period if any(figures[:period]) else None
    return None
