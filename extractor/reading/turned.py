"""Pages whose text stands at an angle are laid out as if turned until the text is upright."""

from __future__ import annotations

from collections import Counter

from extractor.reading.model import Page, Shape, Word
from extractor.reading.settings import READING
from schemas.document import PlacedWord
from schemas.geometry import Box

_RIGHT_ANGLES = (90, 180, 270)

Sides = tuple[float, float, float, float]


def turn_upright(page: Page) -> None:
    """Turn a page's words and shapes in place if nearly all its text stands at one angle."""
    angles: Counter[int] = Counter()
    for word in page.words:
        angles[word.style.angle] += len(word.text)
    angle, share = angles.most_common(1)[0] if angles else (0, 0)
    if angle not in _RIGHT_ANGLES or share < READING.turned_share * sum(angles.values()):
        return
    width, height = page.width, page.height
    page.words = [_word(word, angle, width, height) for word in page.words]
    page.shapes = [_shape(shape, angle, width, height) for shape in page.shapes]
    page.turn = angle
    if angle != 180:
        page.width, page.height = height, width


def displayed(page: Page, word: PlacedWord) -> PlacedWord:
    """A placed word with its box as the page is displayed."""
    sides = turned_sides((word.x0, word.top, word.x1, word.bottom), -page.turn % 360, page)
    return PlacedWord(word.start, word.end, word.page, *sides)


def displayed_box(page: Page, box: Box) -> Box:
    """A box as the page is displayed."""
    return Box(box.page, *turned_sides(box[1:], -page.turn % 360, page))


def turned_sides(sides: Sides, angle: int, page: Page) -> Sides:
    """Sides of a box after turning the page, which is ``width`` by ``height`` before it."""
    return _turned(sides, angle, page.width, page.height)


def _turned(sides: Sides, angle: int, width: float, height: float) -> Sides:
    """Turn by ``angle`` degrees clockwise, so that text set at it counter-clockwise is upright."""
    x0, top, x1, bottom = sides
    if angle == 90:
        return height - bottom, x0, height - top, x1
    if angle == 180:
        return width - x1, height - bottom, width - x0, height - top
    if angle == 270:
        return top, width - x1, bottom, width - x0
    return sides


def _word(word: Word, angle: int, width: float, height: float) -> Word:
    x0, top, x1, bottom = _turned((word.x0, word.top, word.x1, word.bottom), angle, width, height)
    style = word.style._replace(angle=(word.style.angle - angle) % 360)
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom, style=style)


def _shape(shape: Shape, angle: int, width: float, height: float) -> Shape:
    x0, top, x1, bottom = _turned(shape[:4], angle, width, height)
    return shape._replace(x0=x0, top=top, x1=x1, bottom=bottom)
