"""Panels: drawn boxes with running text in them, as practice illustrations have."""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import attrgetter

from extractor.layout.model import Line
from extractor.reading.model import Page, Shape

_MIN_HEIGHT = 18.0
_MIN_WIDTH = 0.25  # of the page's width
_SLACK = 2.0
_LINES_AN_OUTLIER = 10  # of a column's lines, one may be an outlier
_SET_IN = 12.0  # points from either edge, at least
_WIDE = 0.6  # of the column
_LEFT, _TOP, _FOOT = attrgetter("x0"), attrgetter("top"), attrgetter("bottom")
_RAGGED = 20.0  # points by which lines of one column differ


def place_lines(page: Page, lines: list[Line]) -> None:
    """Note for each line its panel, and the edges of the column that its text fills.

    A line's panel is the smallest drawn box that holds it, named by its place. Edges are measured
    on the lines themselves, once the furniture is gone.
    """
    boxes = sorted(
        (shape for shape in page.shapes if _is_panel(shape, page)), key=attrgetter("area")
    )
    columns: dict[tuple[int, str | None, float], list[Line]] = defaultdict(list)
    sides = _sidebars(lines)
    for line in lines:
        if boxes and (held := next((box for box in boxes if box.holds(line, _SLACK)), None)):
            line.panel = f"{held.x0:.0f},{held.top:.0f}"
        columns[line.flow, line.panel, _limit(line, sides) if sides else 0.0].append(line)
    for group in columns.values():
        edges = min(line.x0 for line in group), _right_edge(group)
        for line in group:
            line.column = edges
        _narrow_quotations(group, edges)


def _sidebars(lines: list[Line]) -> list[tuple[float, float, float]]:
    """Left edge, top and foot of each box that stands beside text."""
    units: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        if line.unit:
            units[line.unit, line.flow].append(line)
    return [
        (min(map(_LEFT, unit)), min(map(_TOP, unit)), max(map(_FOOT, unit)))
        for unit in units.values()
    ]


def _limit(line: Line, sides: list[tuple[float, float, float]]) -> float:
    """Where a box right of the line begins, which leaves it less than its column; 0 for none."""
    if line.unit:
        return 0.0
    beside = (left for left, top, foot in sides if top <= line.bottom <= foot + line.size)
    return min((left for left in beside if line.x1 <= left), default=0.0)


def _narrow_quotations(group: list[Line], edges: tuple[float, float]) -> None:
    """Text set in from both sides fills a measure of its own."""
    left, right = edges
    deep: dict[int, list[Line]] = defaultdict(list)
    for line in group:
        if line.x0 - left >= _SET_IN and line.x1 <= right - _SET_IN:
            deep[round(line.x0)].append(line)
    if not deep:
        return
    all_of = Counter(round(line.x0) for line in group)
    for x0, lines in deep.items():
        ends = max(line.x1 for line in lines)
        if len(lines) == all_of[x0] and ends - x0 >= _WIDE * (right - left):
            for line in lines:
                line.column = left, ends


def _right_edge(group: list[Line]) -> float:
    """How far right the text runs; one or two lines beyond all others (captions) do not count."""
    ends = sorted((line.x1 for line in group), reverse=True)
    usual = ends[min(2, len(ends) // _LINES_AN_OUTLIER)]
    return max(end for end in ends if end <= usual + _RAGGED)


def _is_panel(shape: Shape, page: Page) -> bool:
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    whole_page = width > 0.95 * page.width and height > 0.6 * page.height
    return width >= _MIN_WIDTH * page.width and height >= _MIN_HEIGHT and not whole_page
