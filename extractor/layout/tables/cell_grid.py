"""What a grid of cells is: a table, text set in cells, or neither.

A table has rows of several cells. Cells that hold running text, or a title with a grade beside it,
are a way to set text: they are read cell by cell, and are no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractor.layout.tables.settings import TABLES
from extractor.reading.model import Word

Cell = list[Word]
Grid = list[list[Cell]]


@dataclass(slots=True)
class TextCell:
    """A cell that holds text of the page; ``beside``: it stands right of another one."""

    words: Cell
    beside: bool


@dataclass(slots=True)
class FoundTable:
    """A grid of one page: text cells, rows of cells, running text below; any may be missing."""

    texts: list[TextCell] = field(default_factory=list)
    rows: Grid = field(default_factory=list)
    below: list[TextCell] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        rows = [word for row in self.rows for cell in row for word in cell]
        first, last = (
            [w for text in texts for w in text.words] for texts in (self.texts, self.below)
        )
        return [*first, *rows, *last]

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of its words, in points."""
        words = self.words
        return (
            min(word.x0 for word in words),
            min(word.top for word in words),
            max(word.x1 for word in words),
            max(word.bottom for word in words),
        )


def words_of(tables: Iterable[FoundTable]) -> Iterator[Word]:
    """The words of several tables."""
    return (word for table in tables for word in table.words)


def table_from_grid(grid: Grid) -> FoundTable | None:
    """The grid as a table with the text above and below it, as text cells alone, or None."""
    filled = _without_padding([row for row in grid if any(row)])
    titles = 0
    while titles < len(filled) and sum(map(bool, filled[titles])) == 1:
        titles += 1
    rows = filled[titles:]
    if not rows or not _headed(rows):
        return None  # a box around text, or the bars of a chart
    texts = _texts(filled[:titles])
    if _is_table(rows):
        end = _end_of_table(rows)
        return FoundTable(texts, rows[:end], _texts(rows[end:]))
    if _is_text(rows):
        return FoundTable(texts + _texts(rows))
    return None


def _end_of_table(rows: Grid) -> int:
    """How many rows there are before a last one, or several, of running text in a single cell."""
    end = len(rows)
    while end and _is_prose(rows[end - 1]):
        end -= 1
    return end


def _is_prose(row: list[Cell]) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) == 1 and len(filled[0]) >= TABLES.prose_words


def _without_padding(rows: Grid) -> Grid:
    """Columns that hold nothing in any row, as double rules make them, left out."""
    if len({len(row) for row in rows}) != 1:
        return rows
    used = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
    return [[row[column] for column in used] for row in rows]


def _texts(rows: Grid) -> list[TextCell]:
    found = []
    for row in rows:
        cells = [cell for cell in row if cell]
        found += [TextCell(cell, beside=index > 0) for index, cell in enumerate(cells)]
    return found


def _is_table(rows: Grid) -> bool:
    """At least two rows with two filled cells, and no mostly empty grid."""
    filled = [sum(map(bool, row)) for row in rows]
    enough = sum(count >= 2 for count in filled) >= 2
    return (
        enough
        and sum(filled) >= TABLES.filled_share * sum(map(len, rows))
        and not _much_in_one(rows)
    )


def _is_text(rows: Grid) -> bool:
    """One row of cells, or cells of running text."""
    return len(rows) == 1 or _much_in_one(rows)


def _much_in_one(rows: Grid) -> bool:
    """One cell holds nearly all words of the grid, and many."""
    sizes = [len(cell) for row in rows for cell in row]
    return max(sizes) > TABLES.text_share * sum(sizes) and max(sizes) > TABLES.text_words


def _headed(rows: Grid) -> bool:
    """Words head its rows or columns; the bars of a chart, drawn as a grid, hold figures alone."""
    first_row = [cell for cell in rows[0] if cell]
    first_column = [row[0] for row in rows if row[0]]
    return any(
        2 * sum(map(_worded, cells)) >= len(cells) for cells in (first_row, first_column) if cells
    )


def _worded(cell: Cell) -> bool:
    return any(char.isalpha() for word in cell for char in word.text)
