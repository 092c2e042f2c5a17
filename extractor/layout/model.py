"""Lines and drafts of blocks, while the layout is being worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.layout.settings import LAYOUT
from extractor.reading.model import Page, Style, Word
from schemas.document import BlockKind
from schemas.geometry import Box

_INLINE = {"Span", "Link", "Reference", "NonStruct", "Em", "Strong", "Quote", "Annot", "Lbl"}


@dataclass(slots=True)
class Line:
    """Words of one printed line in one column, left to right. Points, origin top left.

    ``unit``: number of the group of boxes side by side in which it stands, 0 for none;
    ``underlined``: a line is drawn under all of it.
    """

    words: list[Word]
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    style: Style
    element: int = -1
    column: tuple[float, float] = (0.0, 0.0)
    flow: int = 0
    panel: str | None = None
    unit: int = 0
    underlined: bool = False

    @property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    def leaves_no_room(self, following: Line) -> bool:
        """Whether the first word of the next line would not have fitted any more."""
        first = following.words[0]
        return self.column[1] - self.x1 < (first.x1 - first.x0) + LAYOUT.room * following.size

    @property
    def text_top(self) -> float:
        """The top of what is set as most of the line is: raised marks stand higher."""
        first, style = self.words[0], self.style
        if first.style is style:
            return first.top
        return next((word.top for word in self.words if word.style == style), self.top)

    @property
    def size(self) -> float:
        return self.style.size

    @property
    def box(self) -> Box:
        return Box(self.page, self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True, eq=False)
class BlockDraft:
    """A block in the making: its words in reading order, with cells where it is a table row.

    Drafts are themselves and not their like: they are equal to no other, and can be keys.
    ``beside``: it stands in a cell right of another one, as a grade does beside a heading.
    """

    kind: BlockKind
    words: list[Word]
    style: Style
    lines: list[Line] = field(default_factory=list)
    label: str | None = None
    label_x0: float | None = None
    role: str = ""
    panel: str | None = None
    beside: bool = False
    table_id: str | None = None
    cells: list[list[Word]] = field(default_factory=list)
    level: int | None = None
    source: tuple[str, ...] = ()

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def last_page(self) -> int:
        return self.words[-1].page

    @property
    def text(self) -> str:
        """The words with single spaces: good enough to look at, not the block's text."""
        return " ".join([word.text for word in self.words])


def main_style(words: list[Word]) -> Style:
    """The style that sets most characters of these words."""
    first = words[0].style
    for word in words:
        if word.style is not first:
            break
    else:
        return first
    weights: Counter[Style] = Counter()
    for word in words:
        weights[word.style] += len(word.text)
    return weights.most_common(1)[0][0]


def words_by_style(lines: Iterable[Line]) -> dict[Style, int]:
    """How many words the lines of each style have."""
    counts: dict[Style, int] = {}
    for line in lines:
        counts[line.style] = counts.get(line.style, 0) + len(line.words)
    return counts


def make_line(words: list[Word], element: int = -1) -> Line:
    """A line of words that are already in order."""
    _, page, left, top, right, bottom, style, *_ = words[0]
    uniform = True
    for _, _, x0, y0, x1, y1, set_in, _, _, _ in words:
        left = x0 if x0 < left else left
        right = x1 if x1 > right else right
        top = y0 if y0 < top else top
        bottom = y1 if y1 > bottom else bottom
        uniform = uniform and set_in is style
    style = style if uniform else main_style(words)
    return Line(words, page, left, top, right, bottom, style, element)


def block_elements(page: Page) -> list[int]:
    """For each structure element the nearest one, itself or above, that makes a block."""
    found: list[int] = []
    for index, (role, parent) in enumerate(page.elements):
        inline = role in _INLINE and parent >= 0
        found.append(found[parent] if inline else index)
    return found
