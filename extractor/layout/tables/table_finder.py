"""Tables to rows of cells: by the structure tree where it names cells, else by ruling lines."""

from __future__ import annotations

from itertools import pairwise

from extractor.layout.grouping import without
from extractor.layout.lines import rows_of
from extractor.layout.settings import LAYOUT
from extractor.layout.tables.cell_grid import FoundTable, Grid, table_from_grid, words_of
from extractor.layout.tables.ruling_lines import Rules, row_rules
from extractor.layout.tables.settings import TABLES
from extractor.layout.tables.table_rows import figures_alone
from extractor.reading.model import Page, Shape, Word
from extractor.reading.pdfium import Quad

_CELL_ROLES = {"TD", "TH"}
_NOWHERE = (-1, -1, -1)

Cells = list[list[Quad | None]]


def find_tables(page: Page, words: list[Word]) -> list[FoundTable]:
    """All tables among a page's words that are more than a box around text.

    What the structure tree names comes first, then grids of ruling lines, tables or text set in
    cells, then rows between rules; last the text in the cells of other grids that are no tables.
    """
    tables = _tagged(page, words)
    grids = _grids(page)
    left = without(words, words_of(tables))
    for find in (_ruled, _celled, _striped, _boxed):
        found = find(page, grids, left)
        tables += found
        left = without(left, words_of(found))
    return tables


def _tagged(page: Page, words: list[Word]) -> list[FoundTable]:
    """Tables whose cells the structure tree names."""
    if not any(role == "Table" for role, _ in page.elements):
        return []
    places = _cell_places(page)
    marked = {mcid: places[at] for mcid, at in page.owner.items() if at in places}
    grids: dict[int, dict[int, dict[int, list[Word]]]] = {}
    for word in words:
        place = marked.get(word.mcid)
        if place:
            table, row, cell = place
            grids.setdefault(table, {}).setdefault(row, {}).setdefault(cell, []).append(word)
    found = []
    for element, rows in grids.items():
        grid = [
            [_ordered(rows.get(row, {}).get(cell, [])) for cell in in_row]
            for row, in_row in _cells_of(page, element)
        ]
        if table_here := table_from_grid(grid):
            found.append(table_here)
    return found


def _cell_places(page: Page) -> dict[int, tuple[int, int, int]]:
    """For each element inside a cell: its outermost table, and that table's row and cell."""
    found: list[tuple[int, int, int] | None] = []
    for index, (role, parent) in enumerate(page.elements):
        above = found[parent] if parent >= 0 else _NOWHERE
        if above is None or role == "Note":
            found.append(None)  # a footnote stands at the page's foot, wherever it is called from
            continue
        table, row, cell = above
        if table < 0:
            table = index if role == "Table" else -1
        elif row < 0 and role == "TR":
            row = index
        elif cell < 0 and role in _CELL_ROLES:
            cell = index
        found.append((table, row, cell))
    return {at: place for at, place in enumerate(found) if place and min(place) >= 0}


def _cells_of(page: Page, table: int) -> list[tuple[int, list[int]]]:
    """Rows of a table, in order, with the cells of each."""
    rows: dict[int, list[int]] = {}
    groups = {table}
    for index, (role, parent) in enumerate(page.elements):
        if parent in groups and role in ("THead", "TBody", "TFoot"):
            groups.add(index)
        elif parent in groups and role == "TR":
            rows[index] = []
        elif parent in rows and role in _CELL_ROLES:
            rows[parent].append(index)
    return list(rows.items())


def _grids(page: Page) -> list[Cells]:
    """Cells of the grids that are drawn on a page."""
    if len(page.shapes) < TABLES.fewest_shapes:
        return []
    from extractor.layout.tables.ruled_tables import (
        ruled_tables,  # pdfplumber only for pages with lines
    )

    return [drawn.rows for drawn in ruled_tables(page)]


def _ruled(_page: Page, grids: list[Cells], words: list[Word]) -> list[FoundTable]:
    """Tables drawn with ruling lines, around words that no tagged table holds."""
    return [table for table in _drawn(grids, words) if table.rows]


def _celled(page: Page, grids: list[Cells], words: list[Word]) -> list[FoundTable]:
    """Text set in cells: in grids where at least two rows are parted by lines of their own."""
    parted = [cells for cells in grids if sum(len(row) - row.count(None) > 1 for row in cells) > 1]
    return _boxed(page, parted, words)


def _boxed(_page: Page, grids: list[Cells], words: list[Word]) -> list[FoundTable]:
    """Text in cells: what is left of the drawn grids when the tables are taken."""
    return [table for table in _drawn(grids, words) if not table.rows]


def _drawn(grids: list[Cells], words: list[Word]) -> list[FoundTable]:
    found = []
    left = words
    for cells in grids:
        if table := table_from_grid(_filled(cells, left)):
            found.append(table)
            left = without(left, table.words)
    return found


def _filled(cells: Cells, words: list[Word]) -> Grid:
    """The words of each cell; where cells overlap, a word is in the first that holds it."""
    grid: Grid = []
    taken: set[int] = set()
    middles = [(word.top + word.bottom) / 2 for word in words]
    for row in cells:
        filled: list[list[Word]] = []
        near = _level(words, middles, row)
        for cell in row:
            inside = [word for word in _inside(near, cell) if id(word) not in taken]
            taken |= set(map(id, inside))
            filled.append(_ordered(inside))
        grid.append(filled)
    return grid


def _striped(page: Page, _grids: list[Cells], words: list[Word]) -> list[FoundTable]:
    """Tables with lines between their rows and none between their columns."""
    found: list[FoundTable] = []
    left, slack = words, LAYOUT.box_slack
    for x0, x1, heights in sorted(row_rules(page.shapes), key=_pitch):
        within = [word for word in left if x0 - slack <= word.x0 and word.x1 <= x1 + slack]
        bands = [_band(within, *ends) for ends in pairwise(heights)]
        for run in _row_runs(bands):
            held = [word for band in run for word in band]
            edges = _filled_edges(page.shapes, held, x0, x1) or _column_edges(held)
            grid = [[_ordered(cell) for cell in _cells(band, edges)] for band in run]
            if any(figures_alone(rows_of(cell)) > 1 for row in grid for cell in row):
                continue  # rules above and below several rows: their alignment tells more
            if len(edges) > 1 and (table := table_from_grid(grid)):
                found.append(table)
                left = without(left, table.words)
    return found


def _pitch(rules: Rules) -> float:
    """Points from rule to rule: those close together are a table's own."""
    heights = rules[2]
    return (heights[-1] - heights[0]) / (len(heights) - 1)


def _band(words: list[Word], top: float, foot: float) -> list[Word]:
    return [word for word in words if top <= (word.top + word.bottom) / 2 < foot]


def _row_runs(bands: list[list[Word]]) -> list[list[list[Word]]]:
    """Runs of rows parted at bands that hold nothing, or one piece of text: the next caption."""
    runs: list[list[list[Word]]] = [[]]
    for band in bands:
        if len(_column_edges(band)) < 2:
            runs.append([])
        else:
            runs[-1].append(band)
    return [run for run in runs if len(run) > 1]


def _filled_edges(shapes: list[Shape], words: list[Word], x0: float, x1: float) -> list[float]:
    """Left edges of columns whose cells are filled one by one, empty where none are."""
    slack = LAYOUT.box_slack
    top, foot = min(word.top for word in words), max(word.bottom for word in words)
    starts = {
        round(shape.x0)
        for shape in shapes
        if shape.filled and shape.bottom - shape.top > TABLES.rule_width
        if x0 - slack <= shape.x0 and shape.x1 <= x1 + slack
        if top - TABLES.fill_above < shape.top < foot
    }
    edges = sorted(starts)
    off = LAYOUT.rounding
    crossed = any(w.x0 < edge - off and w.x1 > edge + off for w in words for edge in edges)
    return [] if crossed or len(edges) < 2 else [float(edge) for edge in edges]


def _column_edges(words: list[Word]) -> list[float]:
    """Left edges of columns: where a strip that every row leaves white ends."""
    edges: list[float] = []
    reach = float("-inf")
    for word in sorted(words, key=lambda word: word.x0):
        if word.x0 - reach > TABLES.column_gap:
            edges.append(word.x0)
        reach = max(reach, word.x1)
    return edges


def _cells(band: list[Word], edges: list[float]) -> list[list[Word]]:
    cells: list[list[Word]] = [[] for _ in edges]
    for word in band:
        cells[
            max(
                (at for at, edge in enumerate(edges) if edge <= word.x0 + TABLES.cell_edge),
                default=0,
            )
        ].append(word)
    return cells


def _level(words: list[Word], middles: list[float], row: list[Quad | None]) -> list[Word]:
    """Words at the height of a row of cells; ``middles``: their own heights."""
    cells = [cell for cell in row if cell is not None]
    top = min((cell[1] for cell in cells), default=0.0)
    foot = max((cell[3] for cell in cells), default=0.0)
    return [word for word, at in zip(words, middles, strict=True) if top <= at <= foot]


def _inside(words: list[Word], cell: tuple[float, float, float, float] | None) -> list[Word]:
    if cell is None:
        return []
    x0, top, x1, bottom = cell
    return [
        word
        for word in words
        if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
    ]


def _ordered(words: list[Word]) -> list[Word]:
    if len(words) < 2:
        return words
    return [word for row in rows_of(words) for word in row]
