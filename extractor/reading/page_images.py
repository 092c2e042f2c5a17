"""Page images with what was read drawn on them, for a person to check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PIL import ImageDraw

from extractor.reading.pdfium import render_pages
from schemas.document import Block
from schemas.geometry import Box
from schemas.report import Report

SCALE = 1.5  # pixels a point
_COLOURS = {
    "heading": "#c2185b",
    "paragraph": "#1565c0",
    "item": "#00838f",
    "quote": "#6a1b9a",
    "footnote": "#5d4037",
    "caption": "#ef6c00",
    "row": "#2e7d32",
    "signature": "#6d4c41",
    "chart": "#9e9d24",
    "contents": "#455a64",
    "cover": "#78909c",
}
_FURNITURE, _FINDING = "#9e9e9e", "#d50000"


def drawn_pages(data: bytes, report: Report, password: str | None = None) -> Iterator[Any]:
    """Each page as a PIL image: blocks by kind with their order, headings, furniture, findings."""
    levels = {section.block_id: section.level for section in report.sections}
    for info, image in zip(report.pages, render_pages(data, SCALE, password), strict=False):
        draw = ImageDraw.Draw(image)
        for piece in report.furniture:
            if piece.box.page == info.page:
                _outline(draw, piece.box, _FURNITURE)
        for number, block in enumerate(report.blocks, 1):
            _draw_block(draw, block, info.page, number, levels.get(block.block_id))
        for finding in report.findings:
            for box in finding.boxes:
                if box.page == info.page:
                    _outline(draw, box, _FINDING, 3)
        yield image


def _draw_block(draw: Any, block: Block, page: int, number: int, level: int | None) -> None:
    boxes = [box for box in block.boxes() if box.page == page]
    if not boxes:
        return
    colour = _COLOURS[block.kind]
    around = Box(
        page,
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
    _outline(draw, around, colour, 2 if level else 1)
    kind = f"H{level}" if level else f"{block.kind} {'>' * ((block.depth or 1) - 1)}".strip()
    label = " ".join(filter(None, (str(number), kind, block.paragraph or block.number)))
    place = max(0.0, around.x0 * SCALE - 2), max(0.0, around.top * SCALE - 11)
    draw.text(place, label, fill=colour)


def _outline(draw: Any, box: Box, colour: str, width: int = 1) -> None:
    sides = [box.x0 * SCALE, box.top * SCALE, box.x1 * SCALE, box.bottom * SCALE]
    draw.rectangle(sides, outline=colour, width=width)
