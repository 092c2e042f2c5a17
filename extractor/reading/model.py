"""What reading hands on: words, drawn shapes and structure elements of each page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Style(NamedTuple):
    """How a run of text is set. ``size`` in points, ``angle`` in degrees, colour as 0xRRGGBB."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: int
    angle: int


class Word(NamedTuple):
    """A printed word in plain text, its box in points (origin top left) and how it is set.

    ``mcid`` is the marked-content id on its page (-1: none). ``glued``: no space before it.
    ``hyphen``: the printed line ends here with a hyphen that may be the typesetter's.
    """

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    style: Style
    mcid: int = -1
    glued: bool = False
    hyphen: bool = False


class Sides(Protocol):
    """What has a box on its page, in points."""

    @property
    def x0(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def bottom(self) -> float: ...


class Shape(NamedTuple):
    """A drawn path's bounding box in points, and whether it is filled or stroked."""

    x0: float
    top: float
    x1: float
    bottom: float
    filled: bool
    stroked: bool
    segments: int
    colour: int

    def holds(self, other: Sides, slack: float) -> bool:
        """Whether something lies inside it, or no more than ``slack`` points outside."""
        across = self.x0 - slack <= other.x0 and other.x1 <= self.x1 + slack
        return across and self.top - slack <= other.top and other.bottom <= self.bottom + slack

    @property
    def area(self) -> float:
        """Of its bounding box, in square points."""
        return (self.x1 - self.x0) * (self.bottom - self.top)


class Element(NamedTuple):
    """A node of a page's structure tree: its mapped role, and its parent's index (-1: root)."""

    role: str
    parent: int


class Bookmark(NamedTuple):
    """An entry of the document outline: its depth (from 1), title and physical page."""

    level: int
    title: str
    page: int | None


@dataclass(slots=True)
class Page:
    """A physical page. ``owner`` maps a marked-content id to its element's index.

    Where nearly all text of a page stands at an angle, everything on it is given as if the page
    were turned until the text is upright; ``turn`` is that angle and ``placed`` turns a box back.
    """

    number: int
    width: float
    height: float
    rotation: int
    words: list[Word]
    shapes: list[Shape] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    owner: dict[int, int] = field(default_factory=dict)
    turn: int = 0


@dataclass(slots=True)
class Document:
    """All pages of one PDF with its bookmarks and what its information dictionary says."""

    pages: list[Page]
    bookmarks: list[Bookmark] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def tagged(self) -> bool:
        """Whether any page has a structure tree."""
        return any(page.elements for page in self.pages)
