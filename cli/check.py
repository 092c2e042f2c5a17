"""``findings check``: where reports contradict their framework or themselves."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cli.options import DebugOption, FormatOption, FrameworksOption, PasswordOption
from cli.terminal import (
    FAILED,
    complain,
    errors_in_one_line,
    print_facts,
    print_rows,
    remark,
    stdout,
)

if TYPE_CHECKING:
    from corpora.check import Checked

Severity = Literal["error", "warning", "note"]
_SERIOUS: dict[str, int] = {"error": 0, "warning": 1, "note": 2}


def check(
    inputs: Annotated[list[str], typer.Argument(help="PDF files, folders or patterns; a corpus.")],
    notes: Annotated[bool, typer.Option("--notes", help="Show notes too.")] = False,
    fail_on: Annotated[
        Severity | None, typer.Option(help="Exit with 1 if there is one so serious, or more.")
    ] = None,
    password: PasswordOption = None,
    frameworks: FrameworksOption = None,
    form: FormatOption = "table",
    debug: DebugOption = False,
) -> None:
    """Show where reports contradict their framework, their arithmetic or themselves."""
    with errors_in_one_line(debug):
        from corpora.check import check as check_all
        from corpora.conversion.outcome import Failure

        outcomes = list(check_all(inputs, password=password, frameworks=frameworks))
        checked = [one for one in outcomes if not isinstance(one, Failure)]
        failures = [one for one in outcomes if isinstance(one, Failure)]
        if form == "table":
            print_problems(checked, notes)
        else:
            _print_data(checked, form)
        for one in failures:
            complain(f"{one.path}: {one.message} [{one.code}]")
    if failures or _is_serious(checked, fail_on):
        raise typer.Exit(FAILED)


def _is_serious(checked: list[Checked], fail_on: Severity | None) -> bool:
    """Whether there is a problem that the user wants to fail on."""
    if fail_on is None:
        return False
    worst = (_SERIOUS[row["severity"]] for one in checked for row in one.problems)
    return min(worst, default=len(_SERIOUS)) <= _SERIOUS[fail_on]


def _print_data(checked: list[Checked], form: Literal["csv", "json"]) -> None:
    from corpora.check import COLUMNS, table_rows

    rows = [row for one in checked for row in table_rows(one)]
    if form == "csv":
        rows = [tuple(json.dumps(x) if isinstance(x, list) else x for x in row) for row in rows]
    print_rows(COLUMNS, rows, form)


def print_problems(checked: list[Checked], notes: bool) -> None:
    """The problems of each report with page and quotes: reports and problems by seriousness."""
    hidden = 0
    for one in sorted(checked, key=_seriousness):
        shown = [row for row in one.problems if notes or row["severity"] != "note"]
        hidden += len(one.problems) - len(shown)
        if shown:
            name = f"{PurePath(one.file).name}" + (f" – {one.body}" if one.body else "")
            stdout().print(f"{name}: {_counts(shown)}")
            for row in shown:
                _print_problem(row)
            stdout().print()
    total = [row for one in checked for row in one.problems]
    reports = f"{len(checked)} report{'' if len(checked) == 1 else 's'}"
    stdout().print(f"{_counts(total)} in {reports}")
    if hidden:
        remark("--notes shows the notes")


def _seriousness(one: Checked) -> tuple[int, bool]:
    """How serious the worst problem of a report is: less is more serious."""
    worst = min((_SERIOUS[row["severity"]] for row in one.problems), default=len(_SERIOUS))
    return worst, not any(row["verdict_changing"] for row in one.problems)


def _counts(rows: list[dict[str, Any]]) -> str:
    """The number of each severity: "2 errors, 1 warning"."""
    severities = [row["severity"] for row in rows]
    found = [(name, severities.count(name)) for name in _SERIOUS if name in severities]
    return ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for name, n in found) or "no problem"


def _print_problem(row: dict[str, Any]) -> None:
    pages = ", ".join(map(str, row["pages"]))
    where = f"p. {pages}" if pages else ""
    weight = ", changes a verdict" if row["verdict_changing"] else ""
    print_facts(
        [
            (row["severity"], f"{row['message']} [{row['code']}{weight}]"),
            (where, "\n".join(f"“{quote}”" for quote in row["quotes"]) or None),
        ],
        width=9,
    )
