"""The layout of a whole document: every page's words to drafts of blocks in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from math import inf

from extractor.layout.block_text import Vocabulary, assemble
from extractor.layout.blocks import draft_blocks, leads_to_page
from extractor.layout.captions import mark_captions
from extractor.layout.charts.chart_regions import chart_draft, drawn_charts, tagged_charts
from extractor.layout.footnotes import mark_footnotes
from extractor.layout.furniture.page_furniture import PageFurniture, separate_furniture
from extractor.layout.grouping import without
from extractor.layout.lettering.drop_capitals import place_drop_capitals
from extractor.layout.lettering.letter_spacing import join_letter_spaced
from extractor.layout.lettering.underlines import mark_underlined
from extractor.layout.lines import ElementFinder, line_of, rows_of
from extractor.layout.model import BlockDraft, Line
from extractor.layout.panels import assign_panels
from extractor.layout.reading_order.boxes_beside_text import boxes_beside_text
from extractor.layout.reading_order.insertion import flow_widths, insert
from extractor.layout.reading_order.margin_headings import margin_headings
from extractor.layout.reading_order.text_columns import reading_order
from extractor.layout.settings import LAYOUT
from extractor.layout.tables.aligned_tables import aligned_tables
from extractor.layout.tables.cell_blocks import table_drafts
from extractor.layout.tables.cell_grid import FoundTable, words_of
from extractor.layout.tables.table_finder import find_tables
from extractor.layout.typography import Typography, measure_typography
from extractor.reading.model import Document, Page, Word
from extractor.reading.turned import displayed_box
from schemas.document import Furniture, PageInfo

CONTENTS = {"contents", "table of contents", "content"}


@dataclass(frozen=True, slots=True)
class LayoutResult:
    """A document laid out: drafts in reading order, furniture, typography and vocabulary.

    ``dividers``: physical pages of a few large words, as stand before a chapter.
    """

    document: Document
    drafts: list[BlockDraft]
    furniture: PageFurniture
    typography: Typography
    vocabulary: Vocabulary
    dividers: frozenset[int] = frozenset()

    @property
    def turned(self) -> dict[int, Page]:
        """The pages, by physical number, that are laid out turned: boxes must be turned back."""
        return {page.number: page for page in self.document.pages if page.turn}

    def page_labels(self) -> dict[int, str]:
        """Physical page to its printed number, else to the label that the file gives."""
        pages, labels = self.document.pages, self.document.labels
        given = {page.number: label for page, label in zip(pages, labels, strict=False) if label}
        return given | self.furniture.labels

    def page_infos(self) -> list[PageInfo]:
        """Each page with its label and its size in points as displayed."""
        labels = self.page_labels()
        return [
            PageInfo(
                page=page.number,
                label=labels.get(page.number),
                width=page.width if page.turn in (0, 180) else page.height,
                height=page.height if page.turn in (0, 180) else page.width,
                rotation=page.rotation,
                words=len(page.words),
            )
            for page in self.document.pages
        ]

    def furniture_pieces(self) -> list[Furniture]:
        """Text and box, as displayed, of each line of furniture."""
        turned, pieces = self.turned, []
        for line in self.furniture.lines:
            text, _ = assemble([line.words], self.vocabulary)
            page = turned.get(line.page)
            box = displayed_box(page, line.box) if page else line.box
            pieces.append(Furniture.unchecked(text=text, box=box.rounded()))
        return pieces


@dataclass(slots=True)
class _PageContent:
    """A page's words by what they are part of."""

    page: Page
    tables: list[FoundTable]
    charts: list[list[Word]]
    lines: list[Line]
    turned: list[Line]

    @property
    def table_reach(self) -> tuple[float, float]:
        """The top of the first table and the foot of the last, which encloses no line if none."""
        sides = [table.sides for table in self.tables]
        tops, feet = [side[1] for side in sides], [side[3] for side in sides]
        return min(tops, default=inf), max(feet, default=-inf)


def lay_out(document: Document) -> LayoutResult:
    """Lines, furniture, tables, charts, panels and blocks of all pages."""
    vocabulary = Vocabulary(document)
    edges: list[float] = []
    contents = [_content_of(page, edges, vocabulary.words) for page in document.pages]
    typography = measure_typography([line for content in contents for line in content.lines])
    furniture = separate_furniture(
        {content.page.number: content.lines for content in contents},
        [line for content in contents for line in content.turned],
        typography.body_size,
        {content.page.number: content.table_reach for content in contents},
    )
    drafts: list[BlockDraft] = []
    dividers = set()
    for content in contents:
        number = content.page.number
        on_page = _page_drafts(content, furniture.body[number], typography)
        if _is_divider(on_page, typography):
            dividers.add(number)
            for draft in on_page:
                draft.kind = "cover"
        drafts += on_page
    return LayoutResult(document, drafts, furniture, typography, vocabulary, frozenset(dividers))


def _content_of(page: Page, edges: list[float], known: Mapping[str, int]) -> _PageContent:
    """``known``: how often the document has each word, in lower case."""
    finder = ElementFinder(page)
    turned = [word for word in page.words if word.style.angle]
    upright = without(page.words, turned)
    charts = tagged_charts(page, upright)
    left = without(upright, chain.from_iterable(charts))
    tables = find_tables(page, left)
    left = without(left, words_of(tables))
    charts += drawn_charts(page, left, tables)
    flowing = without(left, chain.from_iterable(charts))
    rows = rows_of(flowing)
    if aligned := _aligned(page, flowing, rows):
        flowing = without(flowing, words_of(aligned))
        rows = rows_of(flowing)
    lines = join_letter_spaced(reading_order(page, flowing, finder, edges, rows))
    lines = place_drop_capitals(lines, known)
    lines, in_columns = _aligned_in_columns(lines)
    tables += aligned + in_columns
    return _PageContent(page, tables, charts, lines, _turned_lines(turned, finder))


def _aligned(page: Page, words: list[Word], rows: list[list[Word]]) -> list[FoundTable]:
    """Tables that alignment shows over the whole page, but not across boxes and margin headings."""
    found = aligned_tables(rows)
    if not found or margin_headings(rows):
        return []
    if groups := boxes_beside_text(page, words):
        boxed = [word for group in groups for box in group for word in box.words]
        found = aligned_tables(rows_of(without(words, boxed)))
    return found


def _aligned_in_columns(lines: list[Line]) -> tuple[list[Line], list[FoundTable]]:
    """Tables that stand in a column of the page or in a box, and the lines of no table."""
    if not lines or lines[-1].flow == 0:
        return lines, []
    flows: dict[int, list[list[Word]]] = {}
    for line in lines:
        flows.setdefault(line.flow, []).append(line.words)
    tables = [table for rows in flows.values() for table in aligned_tables(rows)]
    taken = set(map(id, words_of(tables)))
    return [line for line in lines if id(line.words[0]) not in taken], tables


def _turned_lines(words: list[Word], finder: ElementFinder) -> list[Line]:
    """Words set at an angle, one line for each angle and margin, in the order they were drawn."""
    groups: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        across = word.x0 if word.style.angle in (90, 270) else word.top
        strip = round(across / LAYOUT.margin_strip)
        groups.setdefault((word.style.angle, strip), []).append(word)
    return [line_of(group, finder) for group in groups.values()]


def _page_drafts(
    content: _PageContent, body: list[Line], typography: Typography
) -> list[BlockDraft]:
    """The page's blocks in reading order; ``body``: its lines that are no furniture."""
    page = content.page
    assign_panels(page, body)
    mark_underlined(page, body)
    drafts = draft_blocks(page, [line for line in body if not line.unit], typography)
    mark_footnotes(page, drafts, typography)
    flows = flow_widths(body)
    for unit in sorted({line.unit for line in body if line.unit}):
        apart = draft_blocks(page, [line for line in body if line.unit == unit], typography)
        insert(drafts, apart, flows, slack=LAYOUT.beside_level * apart[0].style.size)
    for chart in content.charts:
        insert(drafts, [chart_draft(chart)], flows)
    for number, table in enumerate(content.tables):
        insert(drafts, table_drafts(page, table, number, typography), flows)
    mark_captions(drafts, typography)
    return drafts


def _is_divider(drafts: list[BlockDraft], typography: Typography) -> bool:
    """A page of a few large words: a cover or the page before a chapter.

    A table is read, and so is a short contents page.
    """
    text = [draft for draft in drafts if draft.kind != "chart"]
    words = sum(len(draft.words) for draft in drafts)
    if not text or words > LAYOUT.divider_words or any(draft.kind == "row" for draft in drafts):
        return False
    body = typography.body_size
    if text[0].style.size <= LAYOUT.divider_size * body or text[0].text.lower() in CONTENTS:
        return False
    leading = sum(leads_to_page(line) for draft in text for line in draft.lines)
    return leading < LAYOUT.contents_entries and not any(
        draft.style.size < LAYOUT.larger * body and len(draft.words) > LAYOUT.divider_text_words
        for draft in text
    )
