"""The layout of a whole document: every page's words to drafts of blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.layout.blocks import Typography, draft_blocks, typography
from extractor.layout.charts import chart_draft, chart_words
from extractor.layout.columns import reading_order
from extractor.layout.furniture import Furnished, part_furniture
from extractor.layout.lines import ElementFinder, line_of
from extractor.layout.model import Draft, Line
from extractor.layout.notes import mark_footnotes
from extractor.layout.panels import mark_panels
from extractor.layout.tables import FoundTable, find_tables
from extractor.reading.model import Document, Page, Word


@dataclass(slots=True)
class Laid:
    """A document laid out: drafts in reading order, furniture, page labels, usual typography."""

    drafts: list[Draft]
    furnished: Furnished
    usual: Typography
    dividers: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Sorted:
    """A page's words by what they are part of."""

    page: Page
    tables: list[FoundTable]
    chart: list[Word]
    lines: list[Line]
    turned: list[Line]


def lay_out(document: Document) -> Laid:
    """Lines, furniture, tables, charts, panels and blocks of all pages."""
    sorted_pages = [_sort(page) for page in document.pages]
    usual = typography([line for one in sorted_pages for line in one.lines])
    furnished = part_furniture(
        {one.page.number: one.lines for one in sorted_pages},
        [line for one in sorted_pages for line in one.turned],
        usual.body_size,
    )
    drafts: list[Draft] = []
    dividers = set()
    for one in sorted_pages:
        body = furnished.body[one.page.number]
        made = _page_drafts(one, body, usual)
        if _is_divider(made, usual):
            dividers.add(one.page.number)
            for draft in made:
                draft.kind = "cover"
        drafts += made
    return Laid(drafts, furnished, usual, dividers)


def _sort(page: Page) -> _Sorted:
    finder = ElementFinder(page)
    tables = find_tables(page)
    taken = {id(word) for table in tables for word in table.words}
    upright = [word for word in page.words if word.style.angle == 0 and id(word) not in taken]
    chart = chart_words(page, upright)
    drawn = {id(word) for word in chart}
    flowing = [word for word in upright if id(word) not in drawn]
    turned = [word for word in page.words if word.style.angle != 0 and id(word) not in taken]
    return _Sorted(page, tables, chart, reading_order(page, flowing, finder), _turned(turned, finder))


def _turned(words: list[Word], finder: ElementFinder) -> list[Line]:
    """Words set at an angle, one line for each angle and margin, in the order they were drawn."""
    groups: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        across = word.x0 if word.style.angle in (90, 270) else word.top
        groups.setdefault((word.style.angle, round(across / 20)), []).append(word)
    return [line_of(group, finder) for group in groups.values()]


def _page_drafts(one: _Sorted, body: list[Line], usual: Typography) -> list[Draft]:
    drafts = draft_blocks(one.page, body, usual)
    mark_footnotes(one.page, drafts, usual)
    mark_panels(one.page, drafts)
    if one.chart:
        _insert(drafts, [chart_draft(one.chart)], min(word.top for word in one.chart))
    for number, table in enumerate(one.tables):
        rows = table.drafts(f"{one.page.number}.{number}")
        _insert(drafts, rows, table.top, (table.x0 + table.x1) / 2)
    return drafts


def _insert(drafts: list[Draft], new: list[Draft], top: float, middle: float | None = None) -> None:
    """Put drafts before the first one of the same column that stands lower."""
    at = len(drafts)
    for index, draft in enumerate(drafts):
        lines = draft.lines
        if not lines:
            below = min(word.top for word in draft.words) > top
        else:
            left, right = lines[0].column
            beside = middle is not None and not left - 5 <= middle <= right + 5
            below = lines[0].top > top and not beside
        if below:
            at = index
            break
    drafts[at:at] = new


def _is_divider(drafts: list[Draft], usual: Typography) -> bool:
    """A page of a few large words: a cover or the page before a chapter."""
    words = sum(len(draft.words) for draft in drafts)
    text = [draft for draft in drafts if draft.kind != "chart"]
    if not text or words > 40:
        return False
    return all(draft.style.size > 1.3 * usual.body_size for draft in text[:1]) and not any(
        draft.style.size < 1.1 * usual.body_size and len(draft.words) > 12 for draft in text
    )
