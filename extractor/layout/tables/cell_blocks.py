"""Found tables to drafts: text cells as running text, rows as rows."""

from __future__ import annotations

from extractor.layout.blocks import draft_blocks
from extractor.layout.lines import ElementFinder, line_of, rows_of
from extractor.layout.model import BlockDraft, main_style
from extractor.layout.tables.cell_grid import FoundTable, TextCell
from extractor.layout.typography import Typography
from extractor.reading.model import Page


def table_drafts(
    page: Page, table: FoundTable, number: int, typography: Typography
) -> list[BlockDraft]:
    """Drafts of a found table in reading order; ``number`` counts the tables of the page."""
    finder = ElementFinder(page)
    left, top, _, _ = table.sides
    panel = f"{left:.0f},{top:.0f}"
    drafts = []
    for flow, text in enumerate(table.texts):
        drafts += _text_drafts(page, text, finder, (-1 - flow, panel), typography)
    for row in table.rows:
        words = [word for cell in row for word in cell]
        draft = BlockDraft("row", words, main_style(words), cells=row)
        draft.table_id, draft.role = f"{page.number}.{number}", "TR"
        drafts.append(draft)
    for flow, text in enumerate(table.below, len(table.texts)):
        drafts += _text_drafts(page, text, finder, (-1 - flow, None), typography)
    return drafts


def _text_drafts(
    page: Page,
    text: TextCell,
    finder: ElementFinder,
    place: tuple[int, str | None],
    typography: Typography,
) -> list[BlockDraft]:
    """The text of one cell, which is a column and a panel of its own."""
    lines = [line_of(row, finder) for row in rows_of(text.words)]
    edges = min(line.x0 for line in lines), max(line.x1 for line in lines)
    for line in lines:
        line.column = edges
        line.flow, line.panel = place
    drafts = draft_blocks(page, lines, typography)
    for draft in drafts:
        draft.beside = text.beside
    return drafts
