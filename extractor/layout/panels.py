"""Panels: drawn boxes with running text in them, as practice illustrations have."""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import attrgetter

from extractor.layout.model import Line
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Page, Shape

_LEFT, _TOP, _FOOT = attrgetter("x0"), attrgetter("top"), attrgetter("bottom")


def assign_panels(page: Page, lines: list[Line]) -> None:
    """Note for each line its panel, and the edges of the column that its text fills.

    A line's panel is the smallest drawn box that holds it, named by its place. Edges are measured
    on the lines themselves, once the furniture is gone.
    """
    boxes = sorted(
        (shape for shape in page.shapes if _is_panel(shape, page)), key=attrgetter("area")
    )
    columns: dict[tuple[int, str | None, float], list[Line]] = defaultdict(list)
    sides, slack = _sidebars(lines), LAYOUT.box_slack
    for line in lines:
        if box := next((box for box in boxes if box.holds(line, slack)), None):
            line.panel = f"{box.x0:.0f},{box.top:.0f}"
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
        if line.x0 - left >= LAYOUT.quote_inset and line.x1 <= right - LAYOUT.quote_inset:
            deep[round(line.x0)].append(line)
    if not deep:
        return
    all_of = Counter(round(line.x0) for line in group)
    for x0, lines in deep.items():
        ends = max(line.x1 for line in lines)
        if len(lines) == all_of[x0] and ends - x0 >= LAYOUT.quote_width * (right - left):
            for line in lines:
                line.column = left, ends


def _right_edge(group: list[Line]) -> float:
    """How far right the text runs; one or two lines beyond all others (captions) do not count."""
    ends = sorted((line.x1 for line in group), reverse=True)
    typical = ends[min(2, len(ends) // LAYOUT.outlier_lines)]
    return max(end for end in ends if end <= typical + LAYOUT.ragged)


def _is_panel(shape: Shape, page: Page) -> bool:
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    wide = width > LAYOUT.page_box_width * page.width
    is_ground = wide and height > LAYOUT.page_box_height * page.height
    large = width >= LAYOUT.panel_width * page.width and height >= LAYOUT.box_height
    return large and not is_ground
