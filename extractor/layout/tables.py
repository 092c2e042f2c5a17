"""Tables to rows of cells: by the structure tree where it names cells, by ruling lines otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.layout.lines import rows_of
from extractor.layout.model import Draft, main_style
from extractor.reading.model import Page, Word

_MIN_FILLED = 0.4  # of the cells: a chart's grid lines make a grid too
_CELL_ROLES = {"TD", "TH"}

Grid = list[list[list[Word]]]


@dataclass(slots=True)
class FoundTable:
    """A table of one page: rows of cells of words, and where it begins."""

    rows: Grid
    top: float
    x0: float
    x1: float

    @property
    def words(self) -> list[Word]:
        return [word for row in self.rows for cell in row for word in cell]

    def drafts(self, table_id: str) -> list[Draft]:
        """One draft for each printed row."""
        out = []
        for row in self.rows:
            words = [word for cell in row for word in cell]
            if words:
                draft = Draft("row", words, main_style(words), cells=row, table_id=table_id)
                draft.role = "TR"
                out.append(draft)
        return out


def find_tables(page: Page) -> list[FoundTable]:
    """All tables of a page that are more than a box around text."""
    upright = [word for word in page.words if word.style.angle == 0]
    tables = _tagged(page, upright)
    taken = {id(word) for table in tables for word in table.words}
    left = [word for word in upright if id(word) not in taken]
    return tables + _ruled(page, left)


def _tagged(page: Page, words: list[Word]) -> list[FoundTable]:
    """Tables whose cells the structure tree names."""
    if not any(role == "Table" for role, _ in page.elements):
        return []
    places = _cell_places(page)
    grids: dict[int, dict[int, dict[int, list[Word]]]] = {}
    for word in words:
        place = places.get(page.element_of(word))
        if place:
            table, row, cell = place
            grids.setdefault(table, {}).setdefault(row, {}).setdefault(cell, []).append(word)
    found = []
    for table, rows in grids.items():
        cells = _cells_of(page, table)
        grid = [[rows.get(row, {}).get(cell, []) for cell in in_row] for row, in_row in cells]
        found.append([[_ordered(cell) for cell in row] for row in grid])
    return [_found(grid) for grid in found if _is_table(grid)]


def _cell_places(page: Page) -> dict[int, tuple[int, int, int]]:
    """For each element inside a cell: its outermost table, and that table's row and cell."""
    places: dict[int, tuple[int, int, int]] = {}
    for index in range(len(page.elements)):
        chain, at = [], index
        while at >= 0:
            chain.append(at)
            at = page.elements[at].parent
        tables = [k for k, at in enumerate(chain) if page.elements[at].role == "Table"]
        if not tables:
            continue
        inside = chain[: tables[-1]]
        row = next((at for at in reversed(inside) if page.elements[at].role == "TR"), None)
        cell = next((at for at in reversed(inside) if page.elements[at].role in _CELL_ROLES), None)
        if row is not None and cell is not None:
            places[index] = (chain[tables[-1]], row, cell)
    return places


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


def _ruled(page: Page, words: list[Word]) -> list[FoundTable]:
    """Tables drawn with ruling lines, around words that no tagged table holds."""
    if len(page.shapes) < 4:
        return []
    from extractor.layout.ruled import ruled_tables  # pdfplumber only for pages with lines

    found = []
    for table in ruled_tables(page):
        grid = [[_ordered(_inside(words, cell)) for cell in row] for row in table.rows]
        if _is_table(grid):
            found.append(_found(grid))
    return found


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
    return [word for row in rows_of(words) for word in row]


def _is_table(grid: Grid) -> bool:
    """At least two rows with two filled cells, and no mostly empty grid."""
    filled = [sum(bool(cell) for cell in row) for row in grid]
    cells = sum(len(row) for row in grid)
    enough = sum(count >= 2 for count in filled) >= 2
    return enough and sum(filled) >= _MIN_FILLED * cells and not _is_prose(grid)


def _is_prose(grid: Grid) -> bool:
    """A layout table: one cell holds nearly all words of the whole grid."""
    sizes = [len(cell) for row in grid for cell in row]
    return max(sizes) > 0.8 * sum(sizes) and max(sizes) > 60


def _found(grid: Grid) -> FoundTable:
    words = [word for row in grid for cell in row for word in cell]
    return FoundTable(
        grid,
        min(word.top for word in words),
        min(word.x0 for word in words),
        max(word.x1 for word in words),
    )
