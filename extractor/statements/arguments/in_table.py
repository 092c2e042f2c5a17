"""Who is counted and what is said of them in a row of a table: the headings of its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from extractor.language.pieces import Piece
from extractor.statements.claim import Phrase
from schemas.document import TableCell
from schemas.span import Span

# The base of a row's shares, which its heading may state: "alcohol misuse (42)", "(n = 42)".
ROW_BASE = re.compile(r"\((?:n\s*=\s*)?(?P<number>\d{1,5})\)\s*$")


class Headings(NamedTuple):
    """Row and column heading of a cell, without the base that a row's heading states."""

    row: Phrase | None
    column: Phrase | None


class CellHeadings:
    """The headings of every cell, by its row's block and its place in the row."""

    def __init__(self, cells: Iterable[TableCell]) -> None:
        self._headings: dict[tuple[str, int], Headings] = {}
        places: Counter[str] = Counter()
        for cell in cells:
            if cell.block_id:
                place = cell.block_id, places[cell.block_id]
                self._headings[place] = Headings(_row(cell, cell.block_id), _column(cell))
                places[cell.block_id] += 1

    def of(self, block_id: str, place: int) -> Headings:
        """The headings of a cell; none where the table gives it none."""
        return self._headings.get((block_id, place), Headings(None, None))


def _row(cell: TableCell, block_id: str) -> Phrase | None:
    """The heading of a cell's row is the row's first cell."""
    header = Piece(cell.row_header or "")
    base = ROW_BASE.search(header.text)
    name = header.cut(0, base.start() if base else None).strip()
    return Phrase(name.text, Span(block_id, name.start, name.end)) if name else None


def _column(cell: TableCell) -> Phrase | None:
    return Phrase(cell.column_header, cell.column_header_at) if cell.column_header else None
