"""Rows as CSV (RFC 4180): text as printed, null as nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from schemas.columns import Table

# The csv module of Python 3.11 leaves a lone carriage return unquoted; readers take it for a
# line's end.
_NEEDS_QUOTES = re.compile(r'[",\r\n]')


def csv_lines(table: Table, rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The header and one line a row, each with its line end."""
    header = table.header
    yield csv_line(header)
    for row in rows:
        yield csv_line([row[name] for name in header])


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV with its line end."""
    return ",".join([_quoted(cell_text(value)) for value in values]) + "\n"


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
    """A number to three decimals, without needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _quoted(text: str) -> str:
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
