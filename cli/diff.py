"""``findings diff``: what differs between two corpora."""

from __future__ import annotations

import textwrap
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cli.options import DebugOption
from cli.terminal import errors_in_one_line, print_json, remark, stdout

if TYPE_CHECKING:
    from corpora.diff import ColumnChange, CorpusDiff, Example, TableDiff, Unmatched

DIFFERENT = 1
_LONGEST_VALUE = 140  # characters of a value that an example shows: two lines of a terminal
_BEFORE_CHANGE = 40  # characters before the first that differs: as much as says where it stands
_NARROWEST = 40  # characters of a line, however narrow the terminal
_KINDS = 8  # counts by kind on one line; the rest is one count


def diff(
    old: Annotated[Path, typer.Argument(help="Folder of the corpus before.")],
    new: Annotated[Path, typer.Argument(help="Folder of the corpus after.")],
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="Column to leave out; may be repeated.")
    ] = None,
    examples: Annotated[
        int, typer.Option("--examples", min=0, help="Rows to show of each kind.")
    ] = 3,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="How to print the answer.")
    ] = "text",
    debug: DebugOption = False,
) -> None:
    """Show what differs between two corpora: rows lost, gained and changed, by kind."""
    with errors_in_one_line(debug):
        from corpora import diff as comparing

        found = comparing.diff(old, new, ignore or (), examples)
        if form == "json":
            print_json({"equal": found.equal, **asdict(found)})
        else:
            print_differences(found)
    if not found.equal:
        raise typer.Exit(DIFFERENT)


def print_differences(found: CorpusDiff) -> None:
    """Each table that differs, with examples; what was left out is remarked."""
    _remark_left_out("table", found.only_old_tables, found.only_new_tables, "corpus")
    for table in found.tables:
        _remark_left_out("column", table.only_old_columns, table.only_new_columns, table.table)
    for table in found.tables:
        if not table.equal:
            _print_table(table)
    if same := [table.table for table in found.tables if table.equal]:
        _line(0, f"equal: {', '.join(same)}")


def _remark_left_out(noun: str, only_old: list[str], only_new: list[str], of: str) -> None:
    for side, names in (("old", only_old), ("new", only_new)):
        if names:
            plural = "" if len(names) == 1 else "s"
            remark(f"only in the {side} {of}, left out: {noun}{plural} {', '.join(names)}")


def _print_table(table: TableDiff) -> None:
    counts = (("lost", table.lost.rows), ("gained", table.gained.rows), ("changed", table.changed))
    what = ", ".join(f"{count:,} {word}" for word, count in counts if count)
    _line(0, f"{table.table}: {table.old_rows:,} → {table.new_rows:,} rows, {what}")
    for word, rows in (("lost", table.lost), ("gained", table.gained)):
        if rows.rows:
            _line(2, f"{word} {rows.rows:,}{_by_kind(rows)}")
            for example in rows.examples:
                _print_row(example)
    for column in table.columns:
        _print_change(column)
    _line(0, "")


def _by_kind(rows: Unmatched) -> str:
    if not rows.kinds:
        return ""
    kinds = list(rows.kinds.items())
    parts = [f"{kind or '(empty)'} {count:,}" for kind, count in kinds[:_KINDS]]
    if rest := kinds[_KINDS:]:
        parts.append(f"{len(rest)} others {sum(count for _, count in rest):,}")
    return f", by {rows.by}: {', '.join(parts)}"


def _print_row(example: Example) -> None:
    _line(4, _place(example))
    for value in example.row.values():
        _line(6, _short(_text(value)))


def _print_change(column: ColumnChange) -> None:
    _line(2, f"changed {column.column} in {column.rows:,}")
    for example in column.examples:
        old, new = _text(example.old), _text(example.new)
        first = _first_difference(old, new)
        _print_row(example)
        _line(8, f"- {_short(old, first)}")
        _line(8, f"+ {_short(new, first)}")


def _place(example: Example) -> str:
    page = "" if example.page is None else f", page {example.page}"
    return f"{example.report_id or ''}{page}".lstrip(", ")


def _first_difference(old: str, new: str) -> int:
    pairs = zip(old, new, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _text(value: Any) -> str:
    from corpora.exports.csv_text import cell_text

    return "(empty)" if value is None else " ".join(cell_text(value).split())


def _short(text: str, around: int = 0) -> str:
    """A value cut to where it is worth reading."""
    start = max(0, around - _BEFORE_CHANGE) if len(text) > _LONGEST_VALUE else 0
    end = start + _LONGEST_VALUE
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _line(indent: int, text: str) -> None:
    """Print a text below the one that it belongs to, over as many lines as it needs."""
    from rich.text import Text

    console = stdout()
    inner = textwrap.wrap(text, max(console.width - indent, _NARROWEST), break_on_hyphens=False)
    console.print(Text(textwrap.indent("\n".join(inner), " " * indent)), soft_wrap=True)
