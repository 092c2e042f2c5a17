"""Lines of text with a line drawn under them, as headings of typewritten reports have."""

from __future__ import annotations

from extractor.layout.model import Line
from extractor.reading.model import Page, Shape

_THIN = 2.0  # points
_LONGEST = 0.8  # of the page's width: longer lines part the page
_ABOVE, _BELOW = 4.0, 3.0  # points from the foot of the text
_COVERED = 0.6  # of the text: a line may leave room for descenders
_SLACK = 3.0


def mark_underlined(page: Page, lines: list[Line]) -> None:
    """Note on each line whether it is underlined from end to end and no further."""
    drawn = [shape for shape in page.shapes if _is_thin(shape, page)]
    for line in lines if drawn else ():
        high, low = line.bottom - _ABOVE, line.bottom + _BELOW
        under = [one for one in drawn if high <= one.top <= low and _is_along(one, line)]
        covered = sum(shape.x1 - shape.x0 for shape in under)
        line.underlined = bool(under) and covered >= _COVERED * (line.x1 - line.x0)


def _is_thin(shape: Shape, page: Page) -> bool:
    flat = shape.bottom - shape.top <= _THIN
    return flat and 0 < shape.x1 - shape.x0 <= _LONGEST * page.width


def _is_along(shape: Shape, line: Line) -> bool:
    return line.x0 - _SLACK <= shape.x0 and shape.x1 <= line.x1 + _SLACK
