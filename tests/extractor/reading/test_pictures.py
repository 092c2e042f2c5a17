"""Page images with what was read drawn on them."""

from __future__ import annotations

import pytest

from extractor.pipeline import read_report
from extractor.reading.page_images import SCALE, drawn_pages
from schemas.geometry import Box
from schemas.report import Report
from tests.extractor.minimal import HEIGHT, WIDTH, Sheet, sentences, sheets_pdf

Colour = tuple[int, int, int]
COLOURS: dict[str, Colour] = {
    "heading": (0xC2, 0x18, 0x5B),
    "paragraph": (0x15, 0x65, 0xC0),
    "item": (0x00, 0x83, 0x8F),
    "row": (0x2E, 0x7D, 0x32),
    "finding": (0xD5, 0x00, 0x00),
    "furniture": (0x9E, 0x9E, 0x9E),
}


@pytest.fixture(scope="module")
def data() -> bytes:
    sheets = []
    for number in range(3):
        sheet = Sheet()
        sheet.write("Report on a county", 72, 40, 8)
        sheet.write(f"What we saw {number}", 72, 80, 16, bold=True)
        about = "abc"[number] + "-case"
        sheet.prose(f"{sentences(2, about)} In {41 + number}% it was good.", 72, 120)
        sheet.write("•", 72, 220 + 9 * number)
        sheet.write(f"help was there for {about}", 90, 220 + 9 * number)
        if number == 1:
            for row in range(4):
                sheet.write(f"Area {'abcd'[row]}", 72, 300 + 20 * row)
                sheet.write(f"{12 + row}%", 300, 300 + 20 * row)
        sheets.append(sheet)
    return sheets_pdf(sheets)


@pytest.fixture(scope="module")
def report(data: bytes) -> Report:
    return read_report(data)


def framed(image: object, box: Box, colour: Colour) -> bool:
    """Whether three sides of a box have a colour, at their middles; a figure may hide the right."""
    x0, top, x1, bottom = (round(SCALE * side) for side in box[1:])
    middle, level = (x0 + x1) // 2, (top + bottom) // 2
    points = [(middle, top), (middle, bottom), (x0, level)]
    return all(
        any(
            image.getpixel((x + dx, y + dy))[:3] == colour  # type: ignore[attr-defined]
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        )
        for x, y in points
    )


def test_each_page_is_an_image_of_its_size(data: bytes, report: Report) -> None:
    sizes = [image.size for image in drawn_pages(data, report)]
    assert sizes == [(SCALE * WIDTH, SCALE * HEIGHT)] * 3


def test_blocks_are_framed_in_the_colour_of_their_kind(data: bytes, report: Report) -> None:
    images = list(drawn_pages(data, report))
    seen = set()
    for block in report.blocks:
        (box, *more) = block.boxes()
        if more or block.kind not in COLOURS:
            continue
        assert framed(images[box.page - 1], box, COLOURS[block.kind]), block.text
        seen.add(block.kind)
    assert seen >= {"heading", "item", "row"}


def test_findings_and_furniture_are_framed(data: bytes, report: Report) -> None:
    images = list(drawn_pages(data, report))
    assert len(report.findings) == 7
    for finding in report.findings:
        assert framed(images[finding.page - 1], finding.boxes[0], COLOURS["finding"])
    assert [piece.text for piece in report.furniture] == ["Report on a county"] * 3
    for piece in report.furniture:
        assert framed(images[piece.box.page - 1], piece.box, COLOURS["furniture"])


def test_what_stands_on_one_page_is_drawn_on_no_other(data: bytes, report: Report) -> None:
    images = list(drawn_pages(data, report))
    rows = [block.boxes()[0] for block in report.blocks if block.kind == "row"]
    assert len(rows) == 4
    assert not any(framed(images[0], box, COLOURS["row"]) for box in rows)
