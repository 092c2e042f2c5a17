"""``findings outline``: the headings of one PDF as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.options import DebugOption, FormatOption, PasswordOption, PdfArgument
from cli.terminal import FAILED, errors_in_one_line, print_rows, stdout

if TYPE_CHECKING:
    from schemas.document import Section
    from schemas.report import Report

_COLUMNS = ["level", "number", "title", "page", "page_label", "part", "criterion", "source"]


def outline(
    file: PdfArgument,
    form: FormatOption = "table",
    password: PasswordOption = None,
    debug: DebugOption = False,
) -> None:
    """Print the headings of one PDF with their pages and the evidence that agreed on them."""
    with errors_in_one_line(debug, FAILED):
        from extractor import read_report

        report = read_report(file, file=file.as_posix(), password=password)
        if form == "table":
            print_outline(report)
        else:
            rows = [[getattr(one, name) for name in _COLUMNS] for one in report.sections]
            print_rows(_COLUMNS, rows, form)


def print_outline(report: Report) -> None:
    """The tree, a heading a line, indented by its level."""
    if not report.sections:
        stdout().print("No headings.")
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("page", justify="right")
    table.add_column("heading", overflow="fold", ratio=1)
    table.add_column("evidence", max_width=22, overflow="fold")
    for section in report.sections:
        table.add_row(str(section.page), Text(_line(section)), Text(section.source))
    stdout().print(table)


def _line(section: Section) -> str:
    number = f"{section.number} " if section.number else ""
    criterion = f"  [{section.criterion}]" if section.criterion else ""
    return f"{'  ' * (section.level - 1)}{number}{section.title}{criterion}"
