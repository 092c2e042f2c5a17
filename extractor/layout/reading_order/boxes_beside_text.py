"""Boxes with other text beside them: sidebars, and boxes that stand side by side.

A row of words across such boxes is no row. Each box is read by itself, those side by side from left
to right, and what stands around them as if they were not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from extractor.reading.model import Page, Shape, Word

_LOWEST = 18.0  # points: lower boxes are highlights and rules
_NARROWEST, _WIDEST = 0.07, 0.92  # of the page's width
_HIGHEST = 0.93  # of the page's height
_FEWEST_WORDS = 1
_MOST_BOXES = 40  # more are the bars and cells of charts
_SAME_TOP = 8.0  # points between the tops of boxes side by side
_INSIDE = 1.5
_CLEAR = 0.5  # of the font size: room between a box's words and those beside it


@dataclass(slots=True)
class Island:
    """A box and the words in it."""

    shape: Shape
    words: list[Word]


def find_islands(page: Page, words: list[Word]) -> list[list[Island]]:
    """Boxes that have words beside them, grouped where they begin at one height, left to right."""
    boxes = _boxes(page)
    if not boxes or len(boxes) > _MOST_BOXES:
        return []
    found: list[Island] = []
    for shape in boxes:
        if any(other.shape.holds(shape, _INSIDE) for other in found):
            continue  # the outer box holds its words
        island = _island(shape, words)
        if island:
            found.append(island)
    found.sort(key=lambda one: one.shape.top)
    groups: list[list[Island]] = []
    for island in found:
        if groups and island.shape.top - groups[-1][0].shape.top <= _SAME_TOP:
            groups[-1].append(island)
        else:
            groups.append([island])
    for group in groups:
        group.sort(key=lambda one: one.shape.x0)
    return groups


def _boxes(page: Page) -> list[Shape]:
    """Drawn boxes that could stand beside text, the largest first, each once."""
    found: dict[tuple[int, int, int, int], Shape] = {}
    for shape in page.shapes:
        width, height = shape.x1 - shape.x0, shape.bottom - shape.top
        if height < _LOWEST or not _NARROWEST * page.width <= width <= _WIDEST * page.width:
            continue
        if height <= _HIGHEST * page.height:
            place = round(shape.x0), round(shape.top), round(shape.x1), round(shape.bottom)
            found.setdefault(place, shape)
    return sorted(found.values(), key=attrgetter("area"), reverse=True)


def _island(shape: Shape, words: list[Word]) -> Island | None:
    """The box with its words, None where its sides cut words or nothing stands beside it."""
    inside: list[Word] = []
    beside: list[Word] = []
    for word in words:
        middle = (word.top + word.bottom) / 2
        if not shape.top <= middle <= shape.bottom:
            continue
        if shape.x0 - _INSIDE <= word.x0 and word.x1 <= shape.x1 + _INSIDE:
            inside.append(word)
        elif word.x1 <= shape.x0 + _INSIDE or word.x0 >= shape.x1 - _INSIDE:
            beside.append(word)
        else:
            return None
    if len(inside) < _FEWEST_WORDS or not beside or not _clear(inside, beside):
        return None
    return Island(shape, inside)


def _clear(inside: list[Word], beside: list[Word]) -> bool:
    """No word beside the box is as near to those in it as the words of one line are."""
    left, right = min(word.x0 for word in inside), max(word.x1 for word in inside)
    return all(max(left - word.x1, word.x0 - right) >= _CLEAR * word.style.size for word in beside)
