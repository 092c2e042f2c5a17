"""Rows as CSV (RFC 4180): text as printed, null as nothing."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from schemas.contract.columns import SHARE_DECIMALS, Table

_FORMATTED = ("number", "boolean")  # column types whose values are not printed as they are


class _Line:
    """Takes what a csv writer writes and hands it back with the line end of our files."""

    @staticmethod
    def write(line: str) -> str:
        return line[:-2] + "\n"


# The module quotes the characters of its own line end: with \r among them, a lone carriage return
# too, which readers take for a line's end.
_WRITER = csv.writer(_Line, lineterminator="\r\n")


def csv_lines(table: Table, rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The header and one line a row, each with its line end."""
    header = table.header
    yield csv_line(header)
    values_of = itemgetter(*header)
    formatted = [at for at, column in enumerate(table.columns) if column.type in _FORMATTED]
    for row in rows:
        values = list(values_of(row))
        for at in formatted:
            values[at] = cell_text(values[at])
        yield _WRITER.writerow(values)


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV with its line end."""
    line: str = _WRITER.writerow([cell_text(value) for value in values])
    return line


def cell_text(value: object) -> str:
    """A value as it stands in a cell: 78 for 78.0, true, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return str(value)


def number_text(value: float) -> str:
    """A number to as many decimals as tables have, without needless zeros."""
    text = f"{value:.{SHARE_DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
