"""Lines that keep to the same columns to the rows of a table, where they are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median_low

from extractor.assembly.tidy_cells import cell_value
from extractor.layout.grouping import runs
from extractor.layout.tables.cell_grid import Cell, FoundTable, Grid, table_from_grid
from extractor.layout.tables.settings import TABLES
from extractor.layout.tables.white_bands import LineGroup, Strip, all_bold, cells_of


def table_of(groups: list[LineGroup], strips: list[Strip]) -> FoundTable | None:
    """The lines as a table, None where their rows are none."""
    lines = [cells_of(line, strips) for group in groups for line in group.lines]
    columns = list(zip(*lines, strict=True))
    best: tuple[float, list[list[_Chunk]]] | None = None
    for threshold in TABLES.close:
        chunks = [chunk for at, of in enumerate(columns) for chunk in _chunks(at, of, threshold)]
        beside = _beside(chunks)
        share = _share_of_rows(beside)
        if share > (best[0] + TABLES.better if best else TABLES.rows_share):
            best = share, beside
    if best:
        return _table_from_rows([_row(group, len(columns)) for group in best[1]], loose=True)
    return _table_from_rows(
        _line_rows([cells_of(group.words, strips) for group in groups]), loose=False
    )


@dataclass(slots=True)
class _Chunk:
    """Lines of one column that stand close: a cell's text."""

    column: int
    lines: list[Cell]
    top: float
    bottom: float


def _chunks(column: int, cells: Sequence[Cell], close: float) -> list[_Chunk]:
    def goes_on(lines: list[Cell], cell: Cell) -> bool:
        return cell[0].top - lines[-1][0].top <= close * cell[0].style.size

    return [
        _Chunk(column, lines, lines[0][0].top, max(word.bottom for word in lines[-1]))
        for lines in runs(filter(None, cells), goes_on)
    ]


def _beside(chunks: list[_Chunk]) -> list[list[_Chunk]]:
    """Groups of chunks that stand beside each other."""
    groups: list[list[_Chunk]] = []
    foot = float("-inf")
    for chunk in sorted(chunks, key=lambda chunk: chunk.top):
        if groups and chunk.top < foot - TABLES.overlap * chunk.lines[0][0].style.size:
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
        foot = max(foot, chunk.bottom)
    return groups


def _share_of_rows(groups: list[list[_Chunk]]) -> float:
    """The share of groups that are a row; 0 if they are no table's rows."""
    if sum(len(group) > 1 for group in groups) < TABLES.rows - 1 or any(map(_is_several, groups)):
        return 0.0
    return sum(map(_is_row, groups)) / len(groups)


def _is_row(group: list[_Chunk]) -> bool:
    columns = {chunk.column for chunk in group}
    return 0 in columns and len(columns) == len(group)


def _is_several(group: list[_Chunk]) -> bool:
    """Several rows in one: two figures alone, one above the other."""
    return any(figures_alone(chunk.lines) > 1 for chunk in group)


def figures_alone(lines: Iterable[Cell]) -> int:
    """How many lines hold a figure and nothing else."""
    return sum(cell_value(_text(line)) is not None for line in lines)


def _row(group: list[_Chunk], width: int) -> list[Cell]:
    cells: list[Cell] = [[] for _ in range(width)]
    for chunk in group:
        cells[chunk.column] += [word for line in chunk.lines for word in line]
    return cells


def _line_rows(lines: list[list[Cell]]) -> Grid:
    """Each line a row, and one without a first cell the rest of the row above."""
    grid: Grid = []
    for cells in lines:
        if grid and not cells[0]:
            for column, more in enumerate(cells):
                grid[-1][column] += more
        else:
            grid.append([list(cell) for cell in cells])
    return grid


def _table_from_rows(grid: Grid, *, loose: bool) -> FoundTable | None:
    full = [row for row in grid if sum(map(bool, row)) > 1]
    if len(full) < TABLES.rows and not _small_table(full):
        return None
    if _leads_to_pages(full) or (not loose and not _set_as_table(grid, full)):
        return None
    most = TABLES.cell_words if loose else TABLES.line_words
    columns = list(zip(*full, strict=True))
    wordy = [_is_wordy(column, most) for column in columns]
    if wordy[0] or sum(wordy) > 1 or not all(map(_set_alike, columns)):
        return None
    if any(map(_runs_on, columns)):
        return None
    table = table_from_grid(grid)
    return table if table and table.rows else None


def _runs_on(column: Sequence[Cell]) -> bool:
    """Whether the lines of a column are those of one text: they fill it, and few begin anew."""
    cells = [cell for cell in column if cell]
    if not cells or mean(map(len, cells)) < TABLES.line_words:
        return False
    left, right = min(cell[0].x0 for cell in cells), max(cell[-1].x1 for cell in cells)
    filled = sum(cell[-1].x1 >= left + TABLES.filled_width * (right - left) for cell in cells)
    going_on = sum(cell[0].text[:1].islower() for cell in cells)
    return filled > 0.5 * len(cells) and going_on >= TABLES.going_on * len(cells)


def _set_alike(column: Sequence[Cell]) -> bool:
    """Whether the cells of a column, but for its heading, are of one size."""
    sizes = [max(word.style.size for word in cell) for cell in column[1:] if cell]
    return not sizes or sum(
        abs(size - median_low(sizes)) <= TABLES.size_spread for size in sizes
    ) >= TABLES.alike_share * len(sizes)


def _small_table(rows: Grid) -> bool:
    """A heading in bold over a row of figures."""
    return len(rows) > 1 and _is_bold(rows[0]) and _has_figures(rows[-1])


def _set_as_table(grid: Grid, rows: Grid) -> bool:
    """Close lines are rows if they have figures, or a heading in bold: no addresses, no names."""
    if _runs_on([row[0] for row in grid]):
        return False
    if 2 * sum(map(_has_figures, rows)) >= len(rows):
        return True
    headed = _is_bold(rows[0]) and not _is_bold(rows[-1])
    return headed and not any(
        _is_wordy(column, TABLES.line_words) for column in zip(*rows, strict=True)
    )


def _is_bold(row: list[Cell]) -> bool:
    return all(map(all_bold, row))


def _has_figures(row: list[Cell]) -> bool:
    return any(cell_value(_text(cell)) is not None for cell in row[1:])


def _is_wordy(column: Iterable[Cell], most: int) -> bool:
    """Whether a column holds running text."""
    sizes = [len(cell) for cell in column if cell]
    return bool(sizes) and (mean(sizes) > most or max(sizes) > TABLES.wordiest * most)


def _leads_to_pages(rows: Grid) -> bool:
    """Contents: titles, and page numbers that rise."""
    last = [_text(row[-1]) for row in rows if row[-1]]
    if len(rows[0]) != 2 or not all(map(str.isdigit, last)):
        return False
    numbers = list(map(int, last))
    steps = [after >= number for number, after in pairwise(numbers)]
    return max(numbers) < TABLES.last_page and sum(steps) >= TABLES.rising_share * len(steps)


def are_figures(column: Sequence[Cell]) -> bool:
    """Whether most of a column's cells hold a figure alone."""
    filled = [_text(cell) for cell in column if cell]
    return 2 * sum(cell_value(text) is not None for text in filled) > len(filled)


def _text(cell: Cell) -> str:
    return " ".join(word.text for word in cell)
