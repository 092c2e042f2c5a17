"""Tables that only their alignment shows, and what is aligned and is no table."""

from __future__ import annotations

from textwrap import wrap

import pytest

from extractor.layout.lines import rows_of
from extractor.layout.tables.aligned_tables import aligned_tables
from extractor.pipeline import read_report
from extractor.reading.reader import read_document
from schemas.report import Report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

Placed = tuple[float, float, str]


def sheet_of(lines: list[Placed], bold: int = 0) -> Sheet:
    """A sheet with lines at their left edge and height, the first so many in bold."""
    sheet = Sheet()
    for number, (x, top, text) in enumerate(lines):
        sheet.write(text, x, top, bold=number < bold)
    return sheet


def read(sheet: Sheet) -> Report:
    return read_report(sheets_pdf([sheet]))


def rows(sheet: Sheet) -> list[str]:
    return [block.text for block in read(sheet).blocks if block.kind == "row"]


def table(cells: list[list[str]], edges: list[float], top: float, pitch: float) -> list[Placed]:
    return [
        (edge, top + pitch * number, text)
        for number, row in enumerate(cells)
        for edge, text in zip(edges, row, strict=True)
        if text
    ]


DISTRICTS = [
    ["District", "Unemployed", "Population"],
    ["Westmarch", "8.4%", "188,300"],
    ["Lower Sallow", "6.2%", "74,900"],
    ["All areas", "7.9%", "n/a"],
]
EDGES = [72.0, 240.0, 360.0]


@pytest.mark.parametrize("pitch", [12.0, 20.0], ids=["close", "apart"])
def test_rows_between_paragraphs(pitch: float) -> None:
    sheet = sheet_of(table(DISTRICTS, EDGES, 240, pitch))
    sheet.prose(sentences(3, "first case"), 72, 120)
    sheet.prose(sentences(3, "last case"), 72, 350)
    report = read(sheet)
    kinds = [block.kind for block in report.blocks]
    assert kinds == ["paragraph", "row", "row", "row", "row", "paragraph"]
    assert [b.text for b in report.blocks if b.kind == "row"] == list(map("\t".join, DISTRICTS))
    cell = next(cell for cell in report.table_cells if cell.text == "74,900")
    assert (cell.row_header, cell.column_header) == ("Lower Sallow", "Population")
    shares = [one.value for one in report.findings if one.kind == "percentage"]
    assert shares == [8.4, 6.2, 7.9]


def test_cells_that_wrap_and_cells_that_are_centred_beside_them() -> None:
    lines = [
        *table([["Judgement", "Grade"]], [72, 400], 100, 20),
        (72, 130, "The experiences and progress of children who"),
        (400, 136, "Requires improvement"),
        (72, 142, "need help and protection"),
        (72, 172, "The experiences and progress of children in"),
        (400, 172, "Requires"),
        (72, 184, "care"),
        (400, 184, "improvement"),
        (400, 214, "Good"),
        (72, 214, "Overall effectiveness"),
    ]
    assert rows(sheet_of(lines)) == [
        "Judgement\tGrade",
        "The experiences and progress of children who need help and protection"
        "\tRequires improvement",
        "The experiences and progress of children in care\tRequires improvement",
        "Overall effectiveness\tGood",
    ]


def test_no_line_of_a_table_needs_to_have_all_columns() -> None:
    """Each grade stands between the two lines of the name beside it, or the other way round."""
    lines = []
    for number in range(4):
        top = 100 + 40 * number
        lines += [(72.0, top, f"The quality of work with area {number}, which is")]
        lines += [(400.0, top + 6, "Good"), (72.0, top + 12, "led by its own board")]
    assert rows(sheet_of(lines)) == [
        f"The quality of work with area {number}, which is led by its own board\tGood"
        for number in range(4)
    ]


def test_a_heading_over_two_columns_and_a_line_over_part_of_the_rows() -> None:
    lines = [
        (240.0, 100.0, "Cases where the factor was found"),
        (72.0, 100.0, "Factor"),
        *table([["", "Helped", "Progress"]], EDGES, 120, 20),
        (72.0, 140.0, "Most frequent:"),
        *table([["Thinking", "58%", "48%"], ["Alcohol", "50%", "52%"]], EDGES, 160, 20),
    ]
    report = read(sheet_of(lines, bold=4))
    texts = [block.text.split("\t") for block in report.blocks if block.kind == "row"]
    assert texts == [
        ["Factor", "Cases where the factor was found", ""],
        ["", "Helped", "Progress"],
        ["Most frequent:", "", ""],
        ["Thinking", "58%", "48%"],
        ["Alcohol", "50%", "52%"],
    ]
    cell = next(cell for cell in report.table_cells if cell.text == "52%")
    assert cell.column_header == "Cases where the factor was found – Progress"


def test_tables_beside_each_other() -> None:
    left = [["Spain", "153"], ["Germany", "119"], ["France", "99"], ["Italy", "82"]]
    right = [["Poland", "29"], ["Hungary", "13"], ["Cyprus", "9"], ["Latvia", "4"]]
    lines = [*table(left, [72, 200], 100, 14), *table(right, [320, 450], 100, 14)]
    assert rows(sheet_of(lines)) == list(map("\t".join, left + right))


def test_a_table_ends_at_the_name_of_the_next() -> None:
    first = [["Area", "Rate"], ["Corby", "15"], ["Daventry", "14"], ["Kettering", "13"]]
    second = [["Measure", "Rate"], ["Men", "84"], ["Women", "16"], ["All", "50"]]
    sheet = Sheet()
    for cells, top in ((first, 120.0), (second, 226.0)):
        for number, row in enumerate(cells):
            for edge, text in zip([72, 300], row, strict=True):
                sheet.write(text, edge, top + 20 * number, bold=number == 0)
    sheet.write("Who they were", 72, 204)
    report = read(sheet)
    names: dict[str, list[str]] = {}
    for cell in report.table_cells:
        names.setdefault(cell.table_id, []).append(cell.text)
    assert list(names.values()) == [
        [text for row in cells for text in row] for cells in (first, second)
    ]
    assert "Who they were" in [block.text for block in report.blocks]


def test_a_table_in_one_of_two_columns() -> None:
    sheet = sheet_of(table(DISTRICTS[:3], [320, 420, 500], 250, 18))
    sheet.prose(sentences(12, "left case"), 60, 100, chars=38)
    sheet.prose(sentences(3, "right case"), 320, 100, chars=38)
    sheet.prose(sentences(3, "last case"), 320, 330, chars=38)
    assert rows(sheet) == list(map("\t".join, DISTRICTS[:3]))


PROSE = sentences(6)
TRAPS: dict[str, Sheet] = {
    "a contents page": sheet_of(
        table(
            [
                ["Summary of findings", "3"],
                ["What needs to improve", "5"],
                ["Work with children in need", "11"],
                ["Leadership and governance", "26"],
                ["About this inspection", "31"],
            ],
            [72, 500],
            120,
            22,
        )
    ),
    "an address beside another": sheet_of(
        table(
            [
                ["Piccadilly Gate", "T 0300 123 1231"],
                ["Store Street", "Textphone 0161 618 8524"],
                ["Manchester", "enquiries@example.org"],
                ["M1 2WD", "www.example.org"],
            ],
            [300, 420],
            60,
            12,
        )
    ),
    "signatures": sheet_of(
        table(
            [
                ["Alan Smith", "Mary Jones"],
                ["Chief Inspector", "Chief Executive"],
                ["January 2014", "January 2014"],
            ],
            [72, 330],
            600,
            12,
        )
    ),
    "a list whose marks hang": sheet_of(
        [
            (x, 100 + 24 * n, text)
            for n, one in enumerate(["plans were made early", "staff met weekly", "help came soon"])
            for x, text in ((72.0, "•"), (96.0, one))
        ]
    ),
    "numbered paragraphs": sheet_of(
        [
            (x, 100 + 26 * n, text)
            for n, one in enumerate(["Plans were made early.", "Staff met weekly.", "Help came."])
            for x, text in ((72.0, f"1.{n + 1}."), (110.0, one))
        ]
    ),
    "a name beside its text": sheet_of(
        [
            (72.0, 100.0, "Note"),
            (130.0, 100.0, "This report is about one area, and about one year."),
            (130.0, 112.0, "It says nothing of any other."),
        ]
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_what_is_aligned_and_no_table(name: str) -> None:
    report = read(TRAPS[name])
    assert report.blocks
    assert [block.text for block in report.blocks if block.kind == "row"] == []
    assert report.table_cells == []


def test_text_in_two_columns_is_no_table() -> None:
    sheet = Sheet()
    for x, about in ((60, "left case"), (320, "right case")):
        top = 100.0
        for number in range(5):
            top = sheet.prose(sentences(1 + number % 2, about), x, top, chars=38) + 8
    assert rows(sheet) == []


def test_names_and_texts_in_two_columns_that_stand_level_are_no_table() -> None:
    """Paragraphs of two columns may begin at one height; both are running text."""
    sheet = Sheet()
    for x, about in ((60, "left case"), (320, "right case")):
        for number in range(4):
            sheet.prose(sentences(2, f"{about} {number}"), x, 100 + 110 * number, chars=38)
    assert rows(sheet) == []


def test_lines_of_two_columns_that_stand_level_are_no_rows() -> None:
    """The right column ends in a signature, so it fills few of its lines."""
    sheet = Sheet()
    for x, text in ((60, sentences(5, "left case")), (320, sentences(2, "right case"))):
        top = 100.0
        for one in wrap(text, 40):
            sheet.write(one, x, top)
            top += 14
    for number, text in enumerate(["Paula Wetherby", "Chief Inspector", "March 2016"], 1):
        sheet.write(text, 320, top + 14 * number)
    assert rows(sheet) == []


def test_a_page_of_plain_text_is_told_by_a_cheap_look(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet()
    sheet.prose(PROSE, 72, 100)
    words = read_document(sheets_pdf([sheet])).pages[0].words
    monkeypatch.setattr("extractor.layout.tables.aligned_tables.line_groups", pytest.fail)
    assert aligned_tables(rows_of(words)) == []


def test_terms_of_a_glossary_with_loose_lines_are_no_headings_in_the_margin() -> None:
    sheet, top, terms = Sheet(), 100.0, ["Accord", "Bail", "Custody", "Desistance", "Estate"]
    for term in terms:
        sheet.write(term, 72, top, bold=True)
        for line in (f"What {term} means to those", "who work with it each day", "and to courts."):
            sheet.write(line, 200, top)
            top += 13.7
        top += 10
    report = read_report(sheets_pdf([sheet]))
    assert report.sections == []
    assert [cell.text for cell in report.table_cells if cell.column == 0] == terms
