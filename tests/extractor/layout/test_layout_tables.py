"""Tables and charts drawn in several ways."""

from __future__ import annotations

from extractor.pipeline import read_report
from schemas.report import Report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

ROWS = [
    ["District", "Unemployed", "Population"],
    ["Westmarch", "8.4%", "188,300"],
    ["Lower Sallow", "6.2%", "74,900"],
    ["All areas", "7.9%", "n/a"],
]
EDGES = [72, 232, 352, 472]
TOP, PITCH = 220.0, 20.0


def grid(report: Report) -> list[list[str]]:
    """Texts of the cells of the only table."""
    assert len({cell.table_id for cell in report.table_cells}) == 1
    rows: dict[int, list[str]] = {}
    for cell in report.table_cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


def table_sheet() -> Sheet:
    """The cells' words, between two paragraphs."""
    sheet = Sheet()
    sheet.prose(sentences(3, "first case"), 72, 100)
    sheet.prose(sentences(3, "last case"), 72, TOP + 120)
    cells(sheet)
    return sheet


def cells(sheet: Sheet) -> None:
    for number, row in enumerate(ROWS):
        for edge, text in zip(EDGES, row, strict=False):
            sheet.write(text, edge + 6, TOP + PITCH * number + 5)


def across(sheet: Sheet) -> None:
    for number in range(len(ROWS) + 1):
        sheet.rule(EDGES[0], TOP + PITCH * number, EDGES[-1], TOP + PITCH * number)


def check(report: Report) -> None:
    assert grid(report) == ROWS
    kinds = [block.kind for block in report.blocks]
    assert kinds == ["paragraph", "row", "row", "row", "row", "paragraph"]
    counts = [finding for finding in report.findings if finding.kind == "count"]
    assert [(one.text, one.population, one.predicate) for one in counts] == [
        ("188,300", "Westmarch", "Population"),
        ("74,900", "Lower Sallow", "Population"),
    ]
    shares = [finding for finding in report.findings if finding.kind != "count"]
    found = [(finding.text, finding.sentence, finding.value) for finding in shares]
    assert found == [
        ("8.4%", "Westmarch\t8.4%\t188,300", 8.4),
        ("6.2%", "Lower Sallow\t6.2%\t74,900", 6.2),
        ("7.9%", "All areas\t7.9%\tn/a", 7.9),
    ]
    cell = next(cell for cell in report.table_cells if cell.text == "188,300")
    assert (cell.row_header, cell.column_header, cell.value) == ("Westmarch", "Population", 188300)
    last = next(cell for cell in report.table_cells if cell.text == "n/a")
    assert last.value is None


def test_a_ruled_table() -> None:
    sheet = table_sheet()
    across(sheet)
    for edge in EDGES:
        sheet.rule(edge, TOP, edge, TOP + PITCH * len(ROWS))
    check(read_report(sheets_pdf([sheet])))


def test_running_text_in_a_last_cell_over_the_whole_table_is_no_row_of_it() -> None:
    first = Sheet()
    cells(first)
    across(first)
    end, foot = TOP + PITCH * len(ROWS), TOP + PITCH * len(ROWS) + 60
    for edge in EDGES:
        first.rule(edge, TOP, edge, foot if edge in (EDGES[0], EDGES[-1]) else end)
    first.rule(EDGES[0], foot, EDGES[-1], foot)
    text = sentences(6, "case")
    words = text.split()
    first.prose(" ".join(words[:41]), EDGES[0] + 4, end + 4, chars=65)
    second = Sheet()
    second.prose(" ".join(words[41:]), 72, 100)
    report = read_report(sheets_pdf([first, second]))
    assert grid(report) == ROWS
    last = report.blocks[-1]
    assert (last.kind, last.text, last.page, last.last_page) == ("paragraph", text, 1, 2)


def test_a_table_with_lines_between_its_rows_alone() -> None:
    sheet = table_sheet()
    across(sheet)
    check(read_report(sheets_pdf([sheet])))


def test_a_table_with_lines_above_and_below_its_rows_alone() -> None:
    sheet = table_sheet()
    for number in (0, 1, len(ROWS)):
        sheet.rule(EDGES[0], TOP + PITCH * number, EDGES[-1], TOP + PITCH * number)
    check(read_report(sheets_pdf([sheet])))


def test_a_striped_table() -> None:
    sheet = table_sheet()
    stripes = Sheet()
    for number, grey in ((0, 0.5), (1, 0.9), (3, 0.9)):  # the header and every other row
        top = TOP + PITCH * number
        stripes.fill(EDGES[0], top, EDGES[-1], top + PITCH, grey)
    sheet.content = stripes.content + sheet.content
    check(read_report(sheets_pdf([sheet])))


def test_a_box_around_text_is_no_table() -> None:
    sheet = Sheet()
    sheet.prose(sentences(3, "first case"), 72, 100)
    for sides in (
        (60, 190, 560, 190),
        (60, 300, 560, 300),
        (60, 190, 60, 300),
        (560, 190, 560, 300),
    ):
        sheet.rule(*sides)
    sheet.prose(sentences(4, "boxed case"), 72, 205)
    report = read_report(sheets_pdf([sheet]))
    assert report.table_cells == []
    assert report.blocks[-1].text == sentences(4, "boxed case")


def test_labels_of_a_bar_chart_are_no_text_and_no_findings() -> None:
    sheet = Sheet()
    sheet.prose(f"{sentences(3)} In 41% of cases it was good.", 72, 100)
    for number, (name, share) in enumerate([("Yes", 62), ("No", 30), ("Partly", 8)]):
        top = 250 + 30 * number
        sheet.fill(160, top, 160 + 3 * share, top + 18, 0.4)
        sheet.write(name, 154 - 4.8 * len(name), top + 5, 8)
        sheet.write(f"{share}%", 166 + 3 * share, top + 5, 8)
    sheet.prose(sentences(3, "last case"), 72, 480)
    report = read_report(sheets_pdf([sheet]))
    assert [finding.text for finding in report.findings] == ["41%"]
    (chart,) = [block for block in report.blocks if block.kind == "chart"]
    assert sorted(chart.text.split()) == sorted(["Yes", "62%", "No", "30%", "Partly", "8%"])
    reasons = [entry.reason for entry in report.ledger if entry.kind == "percent"]
    assert reasons == [None, "chart label", "chart label", "chart label"]
    assert report.percent_signs == 4
