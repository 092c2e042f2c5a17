"""Small fictional reports from a list of titles, headings, texts, items and ruled tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

from tests.extractor.minimal import Sheet, sentences, sheets_pdf

_LEFT, _RIGHT, _MIDDLE = 72, 540, 340
_COLUMNS = (_LEFT, _MIDDLE, _RIGHT)
_LETTER = 0.6  # em, in Courier


@dataclass
class _Page:
    """Writes one page from its top downwards."""

    sheet: Sheet = field(default_factory=Sheet)
    top: float = 60.0

    def title(self, text: str) -> None:
        self._lines(text, 20, bold=False)

    def heading(self, text: str) -> None:
        self._lines(text, 14, bold=True)

    def subheading(self, text: str) -> None:
        self._lines(text, 12, bold=True)

    def text(self, text: str) -> None:
        self._lines(text, 10, bold=False)

    def item(self, text: str) -> None:
        self.sheet.write("•", _LEFT + 10, self.top)
        self.sheet.write(text, _LEFT + 28, self.top)
        self.top += 20

    def table(self, rows: list[list[str]]) -> None:
        """Rows of two cells in a grid of lines."""
        first = self.top
        self.sheet.rule(_LEFT, first, _RIGHT, first)
        for row in rows:
            cells = [self._wrapped(cell, column) for column, cell in enumerate(row)]
            for column, lines in enumerate(cells):
                for number, line in enumerate(lines):
                    self.sheet.write(line, _COLUMNS[column] + 5, self.top + 6 + 12 * number)
            self.top += 12 * max(map(len, cells)) + 10
            self.sheet.rule(_LEFT, self.top, _RIGHT, self.top)
        for x in _COLUMNS:
            self.sheet.rule(x, first, x, self.top)
        self.top += 20

    @staticmethod
    def _wrapped(cell: str, column: int) -> list[str]:
        width = _COLUMNS[column + 1] - _COLUMNS[column] - 10
        return wrap(cell, int(width / (10 * _LETTER)))

    def _lines(self, text: str, size: float, bold: bool) -> None:
        for line in wrap(text, int((_RIGHT - _LEFT) / (size * _LETTER))):
            self.sheet.write(line, _LEFT, self.top, size, bold)
            self.top += 1.25 * size
        self.top += 8


def typeset(pages: list[list[dict[str, Any]]]) -> bytes:
    """A PDF of the pages; each piece is named after what it is: a title, a heading."""
    sheets = []
    for pieces in pages:
        page = _Page()
        for piece in pieces:
            ((kind, words),) = piece.items()
            getattr(page, kind)(words)
        page.text(sentences(8))  # a page of a few words would be a cover or a divider
        sheets.append(page.sheet)
    return sheets_pdf(sheets)
