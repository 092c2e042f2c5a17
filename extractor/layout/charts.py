"""Words inside charts: labels of bars, slices and axes belong to the chart and to no sentence."""

from __future__ import annotations

from extractor.layout.lines import rows_of
from extractor.layout.model import Draft, main_style
from extractor.reading.model import Page, Shape, Word

_MIN_BARS = 3
_REACH = 26.0  # points around the bars in which axis labels and legends stand
_PROSE_WORDS = 11


def chart_words(page: Page, words: list[Word]) -> list[Word]:
    """Words in Figure elements, or around drawn bars and slices where there are no tags."""
    figures = _figure_elements(page)
    if figures:
        return [word for word in words if page.element_of(word) in figures]
    zones = _drawn_zones(page, words)
    return [word for zone in zones for word in _within(zone, words)]


def chart_draft(words: list[Word]) -> Draft:
    """All labels of a page's charts as one draft, row by row."""
    ordered = [word for row in rows_of(words) for word in row]
    return Draft("chart", ordered, main_style(ordered))


def _figure_elements(page: Page) -> set[int]:
    inside: set[int] = set()
    for index, (role, parent) in enumerate(page.elements):
        if role in ("Figure", "Formula") or parent in inside:
            inside.add(index)
    return inside


def _drawn_zones(page: Page, words: list[Word]) -> list[Shape]:
    """Areas in which several filled shapes lie that are no panel behind running text."""
    bars = [shape for shape in page.shapes if _is_bar(shape, page, words)]
    zones: list[list[Shape]] = []
    for bar in sorted(bars, key=lambda shape: shape.top):
        if zones and bar.top - max(shape.bottom for shape in zones[-1]) < 2 * _REACH:
            zones[-1].append(bar)
        else:
            zones.append([bar])
    return [_around(zone) for zone in zones if len(zone) >= _MIN_BARS]


def _is_bar(shape: Shape, page: Page, words: list[Word]) -> bool:
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    if not shape.filled or min(width, height) < 3 or shape.colour == 0xFFFFFF:
        return False
    if width > 0.9 * page.width or (shape.segments <= 6 and height > 0.5 * page.height):
        return False
    inside = [word for word in words if _holds(shape, word)]
    return len(inside) <= 2 and not any(len(word.text) > 12 for word in inside)


def _holds(shape: Shape, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return shape.x0 <= x <= shape.x1 and shape.top <= y <= shape.bottom


def _around(zone: list[Shape]) -> Shape:
    first = zone[0]
    return first._replace(
        top=min(shape.top for shape in zone) - _REACH,
        bottom=max(shape.bottom for shape in zone) + _REACH,
        x0=min(shape.x0 for shape in zone),
        x1=max(shape.x1 for shape in zone),
    )


def _within(zone: Shape, words: list[Word]) -> list[Word]:
    """Words at the height of the bars, without rows of running text."""
    near = [word for word in words if zone.top <= word.top and word.bottom <= zone.bottom]
    rows = rows_of(near)
    return [word for row in rows if not _is_running_text(row) for word in row]


def _is_running_text(row: list[Word]) -> bool:
    return len(row) >= _PROSE_WORDS and not any(word.text.rstrip("%").isdigit() for word in row[-1:])
