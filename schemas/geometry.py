"""Where something stands on a page.

Coordinates follow pdfplumber's convention: points (1/72 inch), origin at the top left of the
page as it is turned for display, ``top`` growing downwards. Where a page's MediaBox does not begin
at 0 0, x counts from the zero of the file's own axis, as pdfplumber has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

POINT_DECIMALS: Final = 2
"""Of positions in reports and tables, in points: a hundredth of a point is no ink's width."""


class Box(NamedTuple):
    """A rectangle on one physical page (1-based), in points."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def rounded(self) -> Box:
        """The box to as many decimals as are kept of positions."""
        return Box(self.page, *(round(side, POINT_DECIMALS) for side in self[1:]))

    def contains(self, other: Box, slack: float = 0.0) -> bool:
        """Whether ``other`` lies inside this box, give or take ``slack`` points."""
        return (
            self.page == other.page
            and other.x0 >= self.x0 - slack
            and other.x1 <= self.x1 + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )


class CharSpan(NamedTuple):
    """Half-open character offsets into the text of one block."""

    start: int
    end: int


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around boxes of one page.

    Raises:
        ValueError: no box, or boxes of more than one page.
    """
    boxes = list(boxes)
    if len({box.page for box in boxes}) != 1:
        raise ValueError("a union needs boxes of exactly one page")
    return Box(
        boxes[0].page,
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
