"""The door to pdfplumber: its table finder, fed with the shapes that PDFium read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from pdfplumber.table import TableFinder

from extractor.layout.settings import LAYOUT
from extractor.layout.tables.settings import TABLES
from extractor.reading.model import Page, Shape

Cell = tuple[float, float, float, float]


@dataclass(slots=True)
class RuledTable:
    """A grid found from ruling lines: rows of cells (x0, top, x1, bottom), None where one spans."""

    bbox: Cell
    rows: list[list[Cell | None]]


@dataclass(slots=True)
class _DrawnPage:
    """What the table finder asks of a page."""

    edges: list[dict[str, Any]]
    bbox: Cell


def ruled_tables(page: Page) -> list[RuledTable]:
    """Grids of at least one cell on a page; empty without looking where too few lines are drawn."""
    edges = [edge for shape in page.shapes for edge in _edges(shape, page)]
    across = sum(edge["orientation"] == "h" for edge in edges)
    if across < 2 or len(edges) - across < 2 or len(edges) > TABLES.most_edges:
        return []
    drawn = _DrawnPage(edges, (0.0, 0.0, page.width, page.height))
    finder = TableFinder(cast(Any, drawn))
    return [
        RuledTable(cast(Cell, table.bbox), [list(row.cells) for row in table.rows])
        for table in finder.tables
    ]


def _edges(shape: Shape, page: Page) -> list[dict[str, Any]]:
    """A ruling line as one edge, a drawn rectangle as its four sides."""
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    if height <= TABLES.rule_width:
        middle = (shape.top + shape.bottom) / 2
        return [_across(shape.x0, shape.x1, middle)] if width >= TABLES.rule_length else []
    if width <= TABLES.rule_width:
        middle = (shape.x0 + shape.x1) / 2
        return [_down(middle, shape.top, shape.bottom)] if height >= TABLES.rule_length else []
    frame = TABLES.page_frame
    whole_page = width > frame * page.width and height > frame * page.height
    if (
        shape.segments > LAYOUT.rectangle_segments
        or whole_page
        or min(width, height) < TABLES.rule_length
    ):
        return []
    return [
        _across(shape.x0, shape.x1, shape.top),
        _across(shape.x0, shape.x1, shape.bottom),
        _down(shape.x0, shape.top, shape.bottom),
        _down(shape.x1, shape.top, shape.bottom),
    ]


def _across(x0: float, x1: float, y: float) -> dict[str, Any]:
    return {"x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "orientation": "h"}


def _down(x: float, top: float, bottom: float) -> dict[str, Any]:
    size = bottom - top
    return {"x0": x, "x1": x, "top": top, "bottom": bottom, "height": size, "orientation": "v"}
