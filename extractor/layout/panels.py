"""Panels: drawn boxes with running text in them, as practice illustrations have."""

from __future__ import annotations

from extractor.layout.model import Draft
from extractor.reading.model import Page, Shape

_MIN_HEIGHT = 18.0
_MIN_WIDTH = 0.25  # of the page's width
_SLACK = 2.0


def mark_panels(page: Page, drafts: list[Draft]) -> None:
    """Note for each draft the smallest drawn box that holds all its lines, by its place."""
    boxes = sorted((shape for shape in page.shapes if _is_panel(shape, page)), key=_area)
    for draft in drafts:
        if draft.lines:
            held = next((box for box in boxes if _holds(box, draft)), None)
            draft.panel = f"{held.x0:.0f},{held.top:.0f}" if held else None


def _is_panel(shape: Shape, page: Page) -> bool:
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    whole_page = width > 0.95 * page.width and height > 0.6 * page.height
    return width >= _MIN_WIDTH * page.width and height >= _MIN_HEIGHT and not whole_page


def _area(shape: Shape) -> float:
    return (shape.x1 - shape.x0) * (shape.bottom - shape.top)


def _holds(shape: Shape, draft: Draft) -> bool:
    return all(
        shape.x0 - _SLACK <= line.x0
        and line.x1 <= shape.x1 + _SLACK
        and shape.top - _SLACK <= line.top
        and line.bottom <= shape.bottom + _SLACK
        for line in draft.lines
    )
