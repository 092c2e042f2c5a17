"""Rows of a table to tidy cells, each with the headings that say what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from extractor.assembly.settings import ASSEMBLY
from extractor.layout.model import BlockDraft
from extractor.reading.model import Word
from schemas.document import Block, TableCell
from schemas.span import Span

_SHARE = re.compile(r"^(\d+(?:\.\d+)?)\s*%$")
_NUMBER = re.compile(r"^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d+(?:\.\d+)?$")
_JOIN = " – "


@dataclass(slots=True)
class TableRow:
    """One printed row: its draft with the words of its cells, and its block with their text."""

    draft: BlockDraft
    block: Block

    @property
    def texts(self) -> list[str]:
        return self.block.text.split("\t")


def continues(table: list[TableRow], draft: BlockDraft) -> bool:
    """Whether a row on the next page goes on with a table: as many columns as its widest row."""
    last = table[-1].draft
    widest = max(len(row.draft.cells) for row in table)
    return draft.page == last.last_page + 1 and len(draft.cells) == widest > 1


def tidy_cells(rows: list[TableRow], table_id: str, caption: str | None) -> list[TableCell]:
    """Every cell of a table; a header row that a page break repeats stands once."""
    headers = _header_rows(rows)
    columns = _columns(rows)
    headings = [_heading(rows[:headers], column, columns) for column in range(len(columns))]
    head = [row.texts for row in rows[:headers]]
    cells: list[TableCell] = []
    number = 0
    for index, row in enumerate(rows):
        if index >= headers and row.texts in head:
            continue
        for column, text in zip(_places(row, columns), row.texts, strict=True):
            cells.append(
                TableCell.unchecked(
                    table_id=table_id,
                    caption=caption,
                    page=row.block.page,
                    row=number,
                    column=column,
                    row_header=row.texts[0] if column and index >= headers else None,
                    column_header=headings[column].text if index >= headers else None,
                    column_header_at=headings[column].span if index >= headers else None,
                    text=text,
                    value=cell_value(text),
                    block_id=row.block.block_id,
                )
            )
        number += 1
    return cells


def cell_value(text: str) -> float | None:
    """The number that a cell holds alone, a percentage in percent; None for anything else."""
    plain = text.strip()
    share = _SHARE.match(plain)
    if share:
        return float(share.group(1))
    return float(plain.replace(",", "")) if _NUMBER.match(plain) else None


def _header_rows(rows: list[TableRow]) -> int:
    """How many rows head the columns: those in bold where others are not, else the first."""
    if len(rows) < 2:
        return 0
    count = 0
    while count < min(ASSEMBLY.header_rows, len(rows) - 1) and _bold(rows[count].draft):
        count += 1
    if count and not all(_bold(row.draft) for row in rows):
        return count
    figures = [any(cell_value(text) is not None for text in row.texts) for row in rows[:2]]
    return 0 if figures[0] else 1


def _bold(draft: BlockDraft) -> bool:
    words = [word for word in draft.words if any(map(str.isalnum, word.text))]
    return bool(words) and all(word.style.bold for word in words)


Extent = tuple[float, float]


def _columns(rows: list[TableRow]) -> list[Extent | None]:
    """Left and right ends of the columns' words, from the rows that have all columns."""
    widest = max(len(row.draft.cells) for row in rows)
    spans: list[Extent | None] = [None] * widest
    for row in rows:
        if len(row.draft.cells) == widest:
            for column, cell in enumerate(row.draft.cells):
                spans[column] = _wider(spans[column], cell)
    return spans


def _wider(span: Extent | None, cell: list[Word]) -> Extent | None:
    if not cell:
        return span
    left, right = min(word.x0 for word in cell), max(word.x1 for word in cell)
    return (left, right) if span is None else (min(span[0], left), max(span[1], right))


class Heading(NamedTuple):
    """What heads a column; ``span`` is None where several cells together do."""

    text: str | None
    span: Span | None


def _heading(rows: list[TableRow], column: int, columns: list[Extent | None]) -> Heading:
    """Headings of a column from the top, with those that span it and its neighbours."""
    parts: dict[str, Span] = {}
    for row in rows:
        at = _cell_over(row, column, columns)
        text = row.texts[at] if at is not None else ""
        if at is not None and text and text not in parts:
            start = len("\t".join(row.texts[:at])) + (at > 0)
            parts[text] = Span(row.block.block_id, start, start + len(text))
    alone = next(iter(parts.values())) if len(parts) == 1 else None
    return Heading(_JOIN.join(parts) or None, alone)


def _places(row: TableRow, columns: list[Extent | None]) -> list[int]:
    """The column of each cell; a row with fewer cells than columns is placed by its words."""
    cells = row.draft.cells
    if len(cells) == len(columns):
        return list(range(len(cells)))
    places: list[int] = []
    for index, cell in enumerate(cells):
        least = places[-1] + 1 if places else 0
        most = len(columns) - (len(cells) - index)
        open_columns = range(least, most + 1)
        places.append(min(open_columns, key=lambda column: _apart(cell, columns[column])))
    return places


def _apart(cell: list[Word], span: Extent | None) -> float:
    """Points between the left edges of a cell's words and a column's."""
    if not cell or span is None:
        return 0.0
    return abs(min(word.x0 for word in cell) - span[0])


def _cell_over(row: TableRow, column: int, columns: list[Extent | None]) -> int | None:
    """Which cell of a header row stands over a column: its own, or one that spans it."""
    cells, texts = row.draft.cells, row.texts
    if len(cells) == len(columns):
        at = column
        while at > 0 and not texts[at] and len(columns) > len([text for text in texts if text]):
            at -= 1  # an empty cell of a header is spanned by the one before it
        return at if at > 0 or column == 0 else None
    extent = columns[column]
    if extent is None:
        return None
    middle = (extent[0] + extent[1]) / 2
    filled = [at for at, cell in enumerate(cells) if cell]
    return min(filled, key=lambda at: _distance(cells[at], middle), default=None)


def _distance(cell: list[Word], middle: float) -> float:
    left, right = min(word.x0 for word in cell), max(word.x1 for word in cell)
    return max(left - middle, middle - right, 0.0)
