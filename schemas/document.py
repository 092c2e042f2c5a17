"""What the PDF says, unjudged: blocks of words, sections, tables, furniture, metadata."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from math import nan
from operator import itemgetter
from typing import Any, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field

from schemas.geometry import POINT_DECIMALS, Box
from schemas.span import Span

_start, _end = itemgetter(0), itemgetter(1)  # of a placed word
_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much, once a word
_set = object.__setattr__  # past the model's own, which looks each name up
_SAME_ROW = 0.4  # of the lower word's height: words of one line overlap by more
_ROUNDED = 2 * 10**-POINT_DECIMALS  # points by which rounding may have moved two edges together

BlockKind = Literal[
    "heading",
    "paragraph",
    "item",
    "quote",
    "footnote",
    "caption",
    "row",
    "signature",
    "chart",
    "contents",
    "cover",
]


class Model(BaseModel):
    """Base of all models: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def unchecked(cls, **values: Any) -> Self:
        """An object of values known to be right: ``model_construct`` at a fraction of its time.

        All objects share the default of a field that is a list: give such a field its value.
        """
        made = cls.__new__(cls)
        _set(made, "__dict__", {**_blank(cls), **values})
        _set(made, "__pydantic_fields_set__", set(values))
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        return made

    def fill(self, **values: Any) -> None:
        """Give fields their values, known to be right; set one by one they cost far more."""
        vars(self).update(values)


@cache
def _blank(model: type[Model]) -> dict[str, Any]:
    """The defaults, and null for each field that has none; in the fields' order."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return vars(model.model_construct(**dict.fromkeys(required)))


class PlacedWord(NamedTuple):
    """One printed word of a block: its offsets in the block's text, and its box in points."""

    start: int
    end: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def box(self) -> Box:
        return Box(self.page, self.x0, self.top, self.x1, self.bottom)


def rounded_words(words: Iterable[PlacedWord]) -> list[PlacedWord]:
    """Words with their boxes to as many decimals as are kept of positions.

    What a report is made of is rounded once, before anything is computed from it: so a report
    that is read back from its file gives the same rows.
    """
    placed: list[PlacedWord] = []
    printed_top = printed_bottom = top = bottom = nan
    for start, end, page, x0, word_top, x1, word_bottom in words:
        if word_top != printed_top or word_bottom != printed_bottom:
            # Most words stand level with the one before, and rounding takes its time.
            printed_top, printed_bottom = word_top, word_bottom
            top, bottom = round(word_top, POINT_DECIMALS), round(word_bottom, POINT_DECIMALS)
        left, right = round(x0, POINT_DECIMALS), round(x1, POINT_DECIMALS)
        placed.append(_new(PlacedWord, (start, end, page, left, top, right, bottom)))
    return placed


class Block(Model):
    """A run of words that belong together; ``boxes`` is the only way from its text to the page.

    ``text`` is computed once from the words and never changed. A paragraph that a page break
    cuts is one block with words of both pages.
    """

    block_id: str
    kind: BlockKind
    text: str
    words: list[PlacedWord]
    section_id: str | None = None
    part: str | None = None
    panel: str | None = None
    number: str | None = None
    paragraph: str | None = Field(
        default=None, description="number of the paragraph that it is or that it belongs to"
    )
    lead_in: str | None = Field(
        default=None, description="of an item: the text that introduces it, or the item above it"
    )
    lead_in_id: str | None = Field(default=None, description="id of the block with that text")
    depth: int | None = Field(
        default=None, description="of an item: 1, and one more for each item that it is part of"
    )
    table_id: str | None = None
    called_from: str | None = Field(
        default=None, description="of a footnote: id of the block that calls it"
    )
    called_at: int | None = Field(
        default=None, description="of a footnote: offset of its mark in that block's text"
    )

    @property
    def page(self) -> int:
        """Physical page (1-based) on which the block begins."""
        return self.words[0].page

    @property
    def last_page(self) -> int:
        return self.words[-1].page

    def words_of(self, start: int, end: int) -> list[PlacedWord]:
        """The printed words that the characters ``start`` to ``end`` touch."""
        first = bisect_right(self.words, start, key=_end)
        return self.words[first : bisect_left(self.words, end, lo=first, key=_start)]

    def page_at(self, start: int) -> int:
        """Physical page of the first word behind an offset."""
        return self.words[bisect_right(self.words, start, key=_end)].page

    def boxes(self, start: int = 0, end: int | None = None) -> list[Box]:
        """Boxes of a span of the text, one for each printed line that it touches."""
        whole = start <= 0 and (end is None or end >= len(self.text))
        words = (
            self.words if whole else self.words_of(start, len(self.text) if end is None else end)
        )
        return line_boxes(words)


def line_boxes(words: list[PlacedWord]) -> list[Box]:
    """A box around each printed line of words in reading order.

    A new line begins where the page changes, or where the text jumps back or down.
    """
    boxes: list[Box] = []
    page = 0
    left = last_top = last_bottom = 0.0  # of the last word
    x0 = top = x1 = bottom = 0.0  # of the line
    for _, _, on, word_x0, word_top, word_x1, word_bottom in words:
        goes_on = word_x0 >= left and on == page
        if goes_on and word_top == last_top and word_bottom == last_bottom > word_top:
            # Nearly every word stands level with the one before it.
            x1 = word_x1 if word_x1 > x1 else x1
            left = word_x0
            continue
        overlap = min(last_bottom, word_bottom) - max(last_top, word_top)
        height = min(last_bottom - last_top, word_bottom - word_top)
        if goes_on and overlap > _SAME_ROW * height + _ROUNDED:
            x1, top, bottom = max(x1, word_x1), min(top, word_top), max(bottom, word_bottom)
        else:
            if page:
                boxes.append(Box(page, x0, top, x1, bottom))
            page, x0, top, x1, bottom = on, word_x0, word_top, word_x1, word_bottom
        left, last_top, last_bottom = word_x0, word_top, word_bottom
    if page:
        boxes.append(Box(page, x0, top, x1, bottom))
    return boxes


class Match(Model):
    """Something that a name may stand for, and how alike they are, from 0 to 100."""

    id: str
    score: float


class Section(Model):
    """A printed heading and what stands under it."""

    section_id: str
    parent_id: str | None
    level: int = Field(ge=1)
    number: str | None = None
    title: str
    page: int
    page_label: str | None = None
    part: str | None = None
    criterion: str | None = None
    criterion_candidates: list[Match] = Field(
        default=[], description="criteria that the heading comes near to, the nearest first"
    )
    source: str = Field(description="kinds of evidence that agreed on the heading, joined by +")
    block_id: str


class TableCell(Model):
    """One cell of a table, with the headings that say what it is about."""

    table_id: str
    caption: str | None = None
    page: int
    row: int
    column: int
    row_header: str | None = None
    column_header: str | None = None
    column_header_at: Span | None = Field(
        default=None, description="where the column's heading stands, if in one cell"
    )
    text: str
    value: float | None = None
    block_id: str | None = Field(default=None, description="the row's block")


class Furniture(Model):
    """Text that belongs to the page and not to the report: running headers, footers, side tabs."""

    text: str
    box: Box


class PageInfo(Model):
    """A physical page: size in points, its printed label and how many words it holds."""

    page: int
    label: str | None = None
    width: float
    height: float
    rotation: int = 0
    words: int = 0


class TeamMember(Model):
    """An inspector as the report names them: role, name and affiliation as printed."""

    role: str
    name: str
    affiliation: str | None = None


class Metadata(Model):
    """What the report says of itself; null where it does not say."""

    title: str | None = None
    inspectorate: str | None = None
    body: str | None = None
    published: str | None = None
    fieldwork_start: str | None = None
    fieldwork_end: str | None = None
    sample_size: int | None = None
    staff_interviewed: int | None = None
    chief_inspector: str | None = None
    lead_inspector: str | None = None
    isbn: str | None = None
    urn: str | None = None
    team: list[TeamMember] = []
