"""Lines of text with a line drawn under them, as headings of typewritten reports have."""

from __future__ import annotations

from extractor.layout.lettering.settings import LETTERING
from extractor.layout.model import Line
from extractor.reading.model import Page, Shape


def mark_underlined(page: Page, lines: list[Line]) -> None:
    """Note on each line whether it is underlined from end to end and no further."""
    drawn = [shape for shape in page.shapes if _is_thin(shape, page)]
    for line in lines if drawn else ():
        high, low = line.bottom - LETTERING.underline_above, line.bottom + LETTERING.underline_below
        under = [rule for rule in drawn if high <= rule.top <= low and _is_along(rule, line)]
        covered = sum(shape.x1 - shape.x0 for shape in under)
        line.underlined = bool(under) and covered >= LETTERING.underline_covered * (
            line.x1 - line.x0
        )


def _is_thin(shape: Shape, page: Page) -> bool:
    flat = shape.bottom - shape.top <= LETTERING.underline_width
    return flat and 0 < shape.x1 - shape.x0 <= LETTERING.underline_length * page.width


def _is_along(shape: Shape, line: Line) -> bool:
    return (
        line.x0 - LETTERING.underline_slack <= shape.x0
        and shape.x1 <= line.x1 + LETTERING.underline_slack
    )
