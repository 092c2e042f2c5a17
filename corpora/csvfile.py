"""Rows as CSV (RFC 4180): text as printed, null as nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from schemas.columns import ColumnType, Table

_BATCH = 512  # rows that are put into cells together
_BOOLEANS = {True: "true", False: "false"}


def csv_lines(table: Table, rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The header and one line a row, each with its line end."""
    header = table.header
    yield csv_line(header)
    left = map(itemgetter(*header), rows)
    types = [column.type for column in table.columns]
    # By columns, most of which have no cell that needs quotes.
    while batch := list(islice(left, _BATCH)):
        columns = map(_cells, types, zip(*batch, strict=True))
        for cells in zip(*columns, strict=True):
            yield ",".join(cells) + "\n"


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV with its line end."""
    line = ",".join([_quoted(cell_text(value)) for value in values])
    return (line or '""') + "\n"  # an empty cell alone is no empty line


def _cells(type_: ColumnType, values: Sequence[Any]) -> list[str]:
    """A column's values as they stand in their lines."""
    text_of = _TEXTS.get(type_)
    if text_of:
        return ["" if value is None else text_of(value) for value in values]
    texts = ["" if value is None else value for value in values]
    return list(map(_quoted, texts)) if _needs_quotes("".join(texts)) else texts


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _needs_quotes(text) else text


def _needs_quotes(text: str) -> bool:
    # A lone carriage return too: readers take it for a line's end.
    return "," in text or '"' in text or "\n" in text or "\r" in text


def cell_text(value: object) -> str:
    """A value as it stands in a cell: 78 for 78.0, true, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _BOOLEANS[value]
    if isinstance(value, float):
        return number_text(value)
    return str(value)


def number_text(value: float) -> str:
    """A number to three decimals, without needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


# Of column types whose values are no text.
_TEXTS: dict[ColumnType, Callable[[Any], str]] = {
    "integer": str,
    "number": number_text,
    "boolean": _BOOLEANS.__getitem__,
}
