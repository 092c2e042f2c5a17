"""Boxes with other text beside them: sidebars, and boxes that stand side by side.

A row of words across such boxes is no row. Each box is read by itself, those side by side from left
to right, and what stands around them as if they were not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from extractor.layout.grouping import clusters
from extractor.layout.reading_order.settings import ORDER
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Page, Shape, Word


@dataclass(slots=True)
class BoxBesideText:
    """A box and the words in it."""

    shape: Shape
    words: list[Word]


def boxes_beside_text(page: Page, words: list[Word]) -> list[list[BoxBesideText]]:
    """Boxes that have words beside them, grouped where they begin at one height, left to right."""
    boxes = _boxes(page)
    if not boxes or len(boxes) > ORDER.most_boxes:
        return []
    found: list[BoxBesideText] = []
    for shape in boxes:
        if any(other.shape.holds(shape, ORDER.box_inside) for other in found):
            continue  # the outer box holds its words
        box = _box_around(shape, words)
        if box:
            found.append(box)
    groups = clusters(found, lambda box: box.shape.top, ORDER.same_top)
    for group in groups:
        group.sort(key=lambda box: box.shape.x0)
    return groups


def _boxes(page: Page) -> list[Shape]:
    """Drawn boxes that could stand beside text, the largest first, each once."""
    found: dict[tuple[int, int, int, int], Shape] = {}
    for shape in page.shapes:
        width, height = shape.x1 - shape.x0, shape.bottom - shape.top
        if (
            height < LAYOUT.box_height
            or not ORDER.box_narrowest * page.width <= width <= ORDER.box_widest * page.width
        ):
            continue
        if height <= ORDER.box_highest * page.height:
            place = round(shape.x0), round(shape.top), round(shape.x1), round(shape.bottom)
            found.setdefault(place, shape)
    return sorted(found.values(), key=attrgetter("area"), reverse=True)


def _box_around(shape: Shape, words: list[Word]) -> BoxBesideText | None:
    """The box with its words, None where its sides cut words or nothing stands beside it."""
    inside: list[Word] = []
    beside: list[Word] = []
    for word in words:
        middle = (word.top + word.bottom) / 2
        if not shape.top <= middle <= shape.bottom:
            continue
        if shape.x0 - ORDER.box_inside <= word.x0 and word.x1 <= shape.x1 + ORDER.box_inside:
            inside.append(word)
        elif word.x1 <= shape.x0 + ORDER.box_inside or word.x0 >= shape.x1 - ORDER.box_inside:
            beside.append(word)
        else:
            return None
    if not inside or not beside or not _clear(inside, beside):
        return None
    return BoxBesideText(shape, inside)


def _clear(inside: list[Word], beside: list[Word]) -> bool:
    """No word beside the box is as near to those in it as the words of one line are."""
    left, right = min(word.x0 for word in inside), max(word.x1 for word in inside)
    return all(
        max(left - word.x1, word.x0 - right) >= ORDER.box_clear * word.style.size for word in beside
    )
