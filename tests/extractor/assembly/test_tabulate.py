"""Rows to cells: headings of rows and columns, tables over two pages, glossaries, captions."""

from __future__ import annotations

import pytest

from extractor.assembly.tidy_cells import cell_value
from extractor.pipeline import read_report
from schemas.document import TableCell
from schemas.report import Report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

PITCH = 20.0
Row = list[str]


def ruled(
    sheet: Sheet, rows: list[Row], edges: list[float], top: float, bold: int = 1, spans: int = 0
) -> None:
    """A table with lines around its cells; the first rows may have a cell over the last columns."""
    foot = top + PITCH * len(rows)
    for number in range(len(rows) + 1):
        sheet.rule(edges[0], top + PITCH * number, edges[-1], top + PITCH * number)
    for column, edge in enumerate(edges):
        inner = spans and 1 < column < len(edges) - 1
        sheet.rule(edge, top + PITCH * spans * bool(inner), edge, foot)
    for number, row in enumerate(rows):
        for edge, text in zip(edges, row, strict=False):
            sheet.write(text, edge + 5, top + PITCH * number + 5, bold=number < bold)


def read(*sheets: Sheet) -> Report:
    return read_report(sheets_pdf(list(sheets)))


def sheet_with_text() -> Sheet:
    sheet = Sheet()
    sheet.prose(sentences(3), 72, 60)
    return sheet


def cell(report: Report, text: str) -> TableCell:
    (found,) = [one for one in report.table_cells if one.text == text]
    return found


def told(report: Report, text: str) -> tuple[str | None, str | None]:
    one = cell(report, text)
    return one.row_header, one.column_header


EDGES = [72.0, 232.0, 352.0, 472.0]
ROWS = [
    ["Factor", "Helped", "Progress"],
    ["Thinking", "58%", "48%"],
    ["Alcohol", "50%", "52%"],
]


def test_a_heading_row_and_a_heading_column() -> None:
    sheet = sheet_with_text()
    ruled(sheet, ROWS, EDGES, 200)
    report = read(sheet)
    assert told(report, "52%") == ("Alcohol", "Progress")
    assert told(report, "Alcohol") == (None, "Factor")
    assert told(report, "Progress") == (None, None)
    assert [one.value for one in report.table_cells if one.row == 1] == [None, 58.0, 48.0]
    places = [(one.row, one.column) for one in report.table_cells]
    assert places == [(row, column) for row in range(3) for column in range(3)]


def test_a_heading_over_several_columns_heads_each() -> None:
    sheet = sheet_with_text()
    rows = [["Factor", "Cases where it was found"], ["", "Helped", "Progress"], *ROWS[1:]]
    ruled(sheet, rows, EDGES, 200, bold=2, spans=1)
    report = read(sheet)
    assert told(report, "58%") == ("Thinking", "Cases where it was found – Helped")
    assert told(report, "48%") == ("Thinking", "Cases where it was found – Progress")
    assert told(report, "Thinking") == (None, "Factor")


def test_a_table_without_a_heading() -> None:
    sheet = sheet_with_text()
    ruled(sheet, ROWS[1:], EDGES, 200, bold=0)
    report = read(sheet)
    assert told(report, "58%") == ("Thinking", None)


def over_two_pages(*, again: bool) -> Report:
    first, second = sheet_with_text(), Sheet()
    more = [
        [f"Factor {letter}", f"{number}%", f"{number + 10}%"]
        for number, letter in enumerate("abcdefghij", 20)
    ]
    ruled(first, [*ROWS, *more[:4]], EDGES, 600)
    ruled(second, [*([ROWS[0]] if again else []), *more[4:]], EDGES, 72, bold=int(again))
    second.prose(sentences(3, "last plan"), 72, 400)
    return read(first, second)


@pytest.mark.parametrize("again", [False, True], ids=["going on", "with its heading again"])
def test_a_table_over_two_pages_is_one(again: bool) -> None:
    report = over_two_pages(again=again)
    assert len({one.table_id for one in report.table_cells}) == 1
    assert told(report, "29%") == ("Factor j", "Helped")
    assert told(report, "39%") == ("Factor j", "Progress")
    assert {one.page for one in report.table_cells} == {1, 2}
    assert [one.text for one in report.table_cells].count("Helped") == 1
    rows = [one.row for one in report.table_cells if one.column == 0]
    assert rows == list(range(13))


def test_tables_of_unlike_width_on_two_pages_are_two() -> None:
    first, second = sheet_with_text(), Sheet()
    ruled(first, ROWS, EDGES, 650)
    ruled(second, [row[:2] for row in ROWS], EDGES[:3], 72)
    second.prose(sentences(3, "last plan"), 72, 400)
    report = read(first, second)
    assert len({one.table_id for one in report.table_cells}) == 2


def test_a_glossary_is_terms_and_what_they_mean() -> None:
    sheet = sheet_with_text()
    rows = [["Term", "Meaning"], ["PSR", "A report before sentence"], ["RoSH", "Risk of harm"]]
    ruled(sheet, rows, [72.0, 172.0, 472.0], 200)
    report = read(sheet)
    assert told(report, "Risk of harm") == ("RoSH", "Meaning")
    assert told(report, "PSR") == (None, "Term")


@pytest.mark.parametrize(
    ("text", "bold", "caption"),
    [
        ("Factors of the cases", True, "Factors of the cases"),
        ("Factors of the cases", False, None),
        ("Factors of the cases are these.", True, None),
    ],
)
def test_a_short_bold_line_above_a_table_is_its_caption(
    text: str, bold: bool, caption: str | None
) -> None:
    sheet = sheet_with_text()
    sheet.write(text, 72, 182, bold=bold)
    ruled(sheet, ROWS, EDGES, 200)
    report = read(sheet)
    assert {one.caption for one in report.table_cells} == {caption}
    kinds = [block.kind for block in report.blocks if block.text == text]
    assert kinds == ["caption" if caption else "paragraph"]


def test_a_caption_far_above_a_table_is_none_of_it() -> None:
    sheet = sheet_with_text()
    sheet.write("Factors of the cases", 72, 130, bold=True)
    ruled(sheet, ROWS, EDGES, 200)
    assert {one.caption for one in read(sheet).table_cells} == {None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("58%", 58.0),
        ("8.4 %", 8.4),
        ("188,300", 188300.0),
        ("-3", -3.0),
        ("n/a", None),
        ("58% of", None),
        ("1,23", None),
    ],
)
def test_the_number_that_a_cell_holds_alone(text: str, value: float | None) -> None:
    assert cell_value(text) == value
