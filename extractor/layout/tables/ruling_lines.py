"""Horizontal rules of one width, as tables have them between their rows."""

from __future__ import annotations

from extractor.layout.settings import LAYOUT
from extractor.layout.tables.settings import TABLES
from extractor.reading.model import Shape

Rules = tuple[float, float, list[float]]


def row_rules(shapes: list[Shape]) -> list[Rules]:
    """Groups of at least three rules that begin and end together: x0, x1 and their heights."""
    groups: list[tuple[float, float, list[float]]] = []
    for x0, x1, height in sorted(_rules(shapes), key=lambda rule: rule[2]):
        group = next((rules for rules in groups if _belongs(rules, x0, x1, height)), None)
        if group is None:
            groups.append((x0, x1, [height]))
        elif height - group[2][-1] > TABLES.rule_width:
            group[2].append(height)
    return [group for group in groups if len(group[2]) >= TABLES.row_rules]


def _rules(shapes: list[Shape]) -> list[tuple[float, float, float]]:
    """Lines, and the upper and lower edges of the stripes behind rows."""
    found = []
    for shape in _merged(shapes):
        height = shape.bottom - shape.top
        if shape.x1 - shape.x0 < TABLES.rules_width or height > TABLES.row_height:
            continue
        found.append((shape.x0, shape.x1, shape.top))
        if height > TABLES.rule_width:
            found.append((shape.x0, shape.x1, shape.bottom))
    return found


def _merged(shapes: list[Shape]) -> list[Shape]:
    """Fills of cells that touch side by side as one stripe."""
    merged: list[Shape] = []
    for shape in sorted(shapes, key=lambda fill: (round(fill.top), round(fill.bottom), fill.x0)):
        last = merged[-1] if merged else None
        if last and _side_by_side(last, shape):
            merged[-1] = last._replace(x1=max(last.x1, shape.x1))
        else:
            merged.append(shape)
    return merged


def _side_by_side(left: Shape, right: Shape) -> bool:
    level = abs(left.top - right.top) < LAYOUT.rounding
    level = level and abs(left.bottom - right.bottom) < LAYOUT.rounding
    return level and abs(right.x0 - left.x1) < TABLES.same_rule


def _belongs(group: Rules, x0: float, x1: float, height: float) -> bool:
    same = abs(group[0] - x0) <= TABLES.same_rule and abs(group[1] - x1) <= TABLES.same_rule
    return same and height - group[2][-1] <= TABLES.row_height
