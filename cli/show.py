"""``findings show``: one PDF, no corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import DebugOption, PasswordOption, PdfArgument
from cli.terminal import FAILED, errors_in_one_line, print_table, stdout, write_data

if TYPE_CHECKING:
    from schemas.report import Report


def show(
    file: PdfArgument,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the whole report as JSON.")
    ] = False,
    password: PasswordOption = None,
    debug: DebugOption = False,
) -> None:
    """Show the title, scores and findings of one PDF."""
    with errors_in_one_line(debug, FAILED):
        from extractor import read_report

        report = read_report(file, file=file.as_posix(), password=password)
        if as_json:
            write_data(report.model_dump_json(indent=2) + "\n")
        else:
            print_report(report)


def print_report(report: Report) -> None:
    """What a reader wants first: what it is, how it scored, what it found."""
    facts = report.metadata
    console = stdout()
    console.print(facts.title or report.file)
    about = [facts.body, facts.published, report.framework or "no framework"]
    console.print(" · ".join([*filter(None, about), f"{len(report.pages)} pages"]))
    console.print()
    if report.ratings:
        _print_ratings(report)
        console.print()
    if report.findings:
        _print_findings(report)
    else:
        console.print("No findings.")
    for warning in report.warnings:
        console.print(f"Note: {warning}")


def _print_ratings(report: Report) -> None:
    print_table(
        ["outcome", "title", "result", "page"],
        [
            (
                one.criterion,
                one.title,
                one.text if one.score is None else f"{one.score:g}%",
                one.page,
            )
            for one in report.ratings
        ],
        right=["page"],
    )


def _print_findings(report: Report) -> None:
    print_table(
        ["page", "criterion", "figure", "sentence"],
        [(one.page, one.criterion, one.text, one.sentence) for one in report.findings],
        right=["page"],
        prose="sentence",
    )
