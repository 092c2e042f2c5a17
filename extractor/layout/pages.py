"""The layout of a whole document: every page's words to drafts of blocks in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.layout.blocks import Typography, draft_blocks, leads_to_page, typography
from extractor.layout.captions import mark_captions
from extractor.layout.charts.chart_regions import chart_draft, drawn_charts, tagged_charts
from extractor.layout.footnotes import mark_footnotes
from extractor.layout.furniture.page_furniture import PageFurniture, part_furniture
from extractor.layout.lettering.drop_capitals import place_initials
from extractor.layout.lettering.letter_spacing import join_spaced
from extractor.layout.lettering.underlines import mark_underlined
from extractor.layout.lines import ElementFinder, line_of, rows_of
from extractor.layout.model import BlockDraft, Line
from extractor.layout.panels import place_lines
from extractor.layout.reading_order.boxes_beside_text import find_islands
from extractor.layout.reading_order.margin_headings import margin_heads
from extractor.layout.reading_order.text_columns import reading_order
from extractor.layout.tables.aligned_tables import aligned_tables
from extractor.layout.tables.cell_blocks import table_drafts
from extractor.layout.tables.cell_grid import FoundTable
from extractor.layout.tables.table_finder import find_tables
from extractor.reading.model import Document, Page, Word

CONTENTS = {"contents", "table of contents", "content"}
_ENTRIES = 3  # lines that lead to a page number make a contents page
_LEVEL = 0.7  # of the size: what stands beside text begins no further below it


@dataclass(slots=True)
class LayoutResult:
    """A document laid out: drafts in reading order, furniture, page labels, usual typography."""

    drafts: list[BlockDraft]
    furnished: PageFurniture
    usual: Typography
    dividers: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Sorted:
    """A page's words by what they are part of."""

    page: Page
    tables: list[FoundTable]
    charts: list[list[Word]]
    lines: list[Line]
    turned: list[Line]


def lay_out(document: Document, known: Mapping[str, int]) -> LayoutResult:
    """Lines, furniture, tables, charts, panels and blocks of all pages.

    ``known``: how often the document has each word, in lower case.
    """
    edges: list[float] = []
    sorted_pages = [_sort(page, edges, known) for page in document.pages]
    usual = typography([line for one in sorted_pages for line in one.lines])
    furnished = part_furniture(
        {one.page.number: one.lines for one in sorted_pages},
        [line for one in sorted_pages for line in one.turned],
        usual.body_size,
        {one.page.number: _reach(one.tables) for one in sorted_pages if one.tables},
    )
    drafts: list[BlockDraft] = []
    dividers = set()
    for one in sorted_pages:
        body = furnished.body[one.page.number]
        made = _page_drafts(one, body, usual)
        if _is_divider(made, usual):
            dividers.add(one.page.number)
            for draft in made:
                draft.kind = "cover"
        drafts += made
    return LayoutResult(drafts, furnished, usual, dividers)


def _reach(tables: list[FoundTable]) -> tuple[float, float]:
    """The top of the first table and the foot of the last."""
    sides = [table.sides for table in tables]
    return min(side[1] for side in sides), max(side[3] for side in sides)


def _sort(page: Page, edges: list[float], known: Mapping[str, int]) -> _Sorted:
    finder = ElementFinder(page)
    turned = [word for word in page.words if word.style.angle]
    upright = _without(page.words, turned)
    charts = tagged_charts(page, upright)
    left = _without(upright, [word for chart in charts for word in chart])
    tables = find_tables(page, left)
    left = _without(left, [word for table in tables for word in table.words])
    charts += drawn_charts(page, left, tables)
    flowing = _without(left, [word for chart in charts for word in chart])
    rows = rows_of(flowing)
    if aligned := _aligned(page, flowing, rows):
        flowing = _without(flowing, [word for table in aligned for word in table.words])
        rows = rows_of(flowing)
    lines = join_spaced(reading_order(page, flowing, finder, edges, rows))
    lines = place_initials(lines, known)
    lines, in_columns = _aligned_in_columns(lines)
    return _Sorted(page, tables + aligned + in_columns, charts, lines, _turned(turned, finder))


def _aligned(page: Page, words: list[Word], rows: list[list[Word]]) -> list[FoundTable]:
    """Tables that alignment shows over the whole page, but not across boxes and margin headings."""
    found = aligned_tables(rows)
    if not found or margin_heads(rows):
        return []
    if islands := find_islands(page, words):
        boxed = [word for group in islands for island in group for word in island.words]
        found = aligned_tables(rows_of(_without(words, boxed)))
    return found


def _aligned_in_columns(lines: list[Line]) -> tuple[list[Line], list[FoundTable]]:
    """Tables that stand in a column of the page or in a box, and the lines of no table."""
    if not lines or lines[-1].flow == 0:
        return lines, []
    flows: dict[int, list[Line]] = {}
    for line in lines:
        flows.setdefault(line.flow, []).append(line)
    tables = [
        table for flow in flows.values() for table in aligned_tables([line.words for line in flow])
    ]
    if not tables:
        return lines, []
    taken = {id(word) for table in tables for word in table.words}
    return [line for line in lines if id(line.words[0]) not in taken], tables


def _without(words: list[Word], taken: list[Word]) -> list[Word]:
    if not taken:
        return words
    gone = set(map(id, taken))
    return [word for word in words if id(word) not in gone]


def _turned(words: list[Word], finder: ElementFinder) -> list[Line]:
    """Words set at an angle, one line for each angle and margin, in the order they were drawn."""
    groups: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        across = word.x0 if word.style.angle in (90, 270) else word.top
        groups.setdefault((word.style.angle, round(across / 20)), []).append(word)
    return [line_of(group, finder) for group in groups.values()]


def _page_drafts(one: _Sorted, body: list[Line], usual: Typography) -> list[BlockDraft]:
    place_lines(one.page, body)
    mark_underlined(one.page, body)
    drafts = draft_blocks(one.page, [line for line in body if not line.unit], usual)
    mark_footnotes(one.page, drafts, usual)
    extents = _extents(body)
    for unit in sorted({line.unit for line in body if line.unit}):
        apart = draft_blocks(one.page, [line for line in body if line.unit == unit], usual)
        _insert(drafts, apart, extents, slack=_LEVEL * apart[0].style.size)
    for chart in one.charts:
        _insert(drafts, [chart_draft(chart)], extents)
    for number, table in enumerate(one.tables):
        _insert(drafts, table_drafts(one.page, table, number, usual), extents)
    mark_captions(drafts, usual)
    return drafts


def _extents(lines: list[Line]) -> dict[int, tuple[float, float]]:
    """Left and right end of each flow of a page's text."""
    extents: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = extents.get(line.flow, (line.x0, line.x1))
        extents[line.flow] = min(left, line.x0), max(right, line.x1)
    return extents


def _insert(
    drafts: list[BlockDraft],
    new: list[BlockDraft],
    extents: dict[int, tuple[float, float]],
    slack: float = 0.0,
) -> None:
    """Put drafts before the first one that stands lower in the same column, or less than slack
    above.

    Where nothing of that column stands lower they go behind the column's last draft. What was put
    in place so before is no part of the column.
    """
    words = [word for draft in new for word in draft.words]
    top = min(word.top for word in words)
    middle = (min(word.x0 for word in words) + max(word.x1 for word in words)) / 2
    apart = _is_apart(new[0])
    beside = [_holds(d, middle, extents) and not (apart and _is_apart(d)) for d in drafts]
    if not any(beside):
        # a sidebar: nothing but its height tells its place; it parts no table beside it
        beside = [draft.kind != "row" for draft in drafts]
    at = max((index + 1 for index, inside in enumerate(beside) if inside), default=len(drafts))
    for index, draft in enumerate(drafts):
        if beside[index] and min(word.top for word in draft.words) > top - slack:
            at = index
            break
    drafts[at:at] = new


def _is_apart(draft: BlockDraft) -> bool:
    return any(line.unit for line in draft.lines)


def _holds(draft: BlockDraft, middle: float, extents: dict[int, tuple[float, float]]) -> bool:
    if len(extents) == 1:
        return True
    if not draft.lines:
        return min(w.x0 for w in draft.words) <= middle <= max(w.x1 for w in draft.words)
    if draft.lines[0].flow not in extents:  # the text of a cell
        return draft.lines[0].column[0] <= middle <= draft.lines[0].column[1]
    left, right = extents[draft.lines[0].flow]
    return left - 5 <= middle <= right + 5


def _is_divider(drafts: list[BlockDraft], usual: Typography) -> bool:
    """A page of a few large words: a cover or the page before a chapter.

    A table is read, and so is a short contents page.
    """
    words = sum(len(draft.words) for draft in drafts)
    text = [draft for draft in drafts if draft.kind != "chart"]
    if not text or words > 40 or any(draft.kind == "row" for draft in drafts):
        return False
    leading = sum(leads_to_page(line) for draft in text for line in draft.lines)
    if leading >= _ENTRIES or text[0].text.lower() in CONTENTS:
        return False
    return all(draft.style.size > 1.3 * usual.body_size for draft in text[:1]) and not any(
        draft.style.size < 1.1 * usual.body_size and len(draft.words) > 12 for draft in text
    )
