"""A sample coded by hand, from JSON Lines or CSV: one quantified statement a row."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from corpora.evaluation.texts import plain
from schemas.errors import FindingsError
from schemas.finding import Kind, Polarity

NUMBERS = ("value", "numerator", "denominator", "page")
FIELDS = (
    "kind", "value", "modifier", "numerator", "denominator", "population", "predicate",
    "polarity", "context", "paragraph", "criterion", "page",
)  # fmt: skip
REPORT_NAMES = ("report_id", "file")  # columns that say which report a row is about
_DOUBTFUL = ("borderline", "tier")
_KNOWN = {"text", "sentence", *FIELDS, *REPORT_NAMES, *_DOUBTFUL}
_YES = {"true", "yes", "y", "x", "1", "borderline"}
_WORDS = {"kind": get_args(Kind), "polarity": get_args(Polarity)}
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")


class GoldError(FindingsError):
    """A hand-coded sample that cannot be read or that fits no report."""

    code = "gold"


@dataclass(frozen=True)
class GoldRow:
    """One statement as a person coded it.

    ``fields`` has the columns that the row has, of :data:`FIELDS`: numbers as floats, all else as
    text, None where the coder says that there is none.
    """

    number: int
    text: str
    sentence: str
    fields: Mapping[str, Any]
    borderline: bool = False
    report: str | None = None

    @property
    def kind(self) -> str | None:
        kind: str | None = self.fields.get("kind")
        return kind

    @property
    def page(self) -> int | None:
        page = self.fields.get("page")
        return None if page is None else int(page)


@dataclass(frozen=True)
class Gold:
    """The rows of a sample, and the names of the columns that mean nothing here."""

    rows: list[GoldRow]
    passed_over: list[str]

    @property
    def columns(self) -> list[str]:
        """The fields that any row has, in the order of :data:`FIELDS`."""
        return [name for name in FIELDS if any(name in row.fields for row in self.rows)]


def read_gold(path: Path) -> Gold:
    """Read a sample from JSON Lines, or from CSV with commas, semicolons or tabs.

    Raises:
        GoldError: the file is neither, lacks ``text`` or ``sentence``, or a value is wrong.
        OSError: the file cannot be opened.
    """
    text = _decoded(path.read_bytes(), path.name)
    try:
        records = list(_json_lines(text) if text.lstrip().startswith("{") else _csv_rows(text))
        return gold_of(records)
    except GoldError as error:
        raise GoldError(f"{path.name}: {error}") from error


def gold_of(records: Iterable[Mapping[str, Any]]) -> Gold:
    """A sample from rows by column name.

    Raises:
        GoldError: there is no row, ``text`` or ``sentence`` is missing, or a value is wrong.
    """
    rows = [{_column(name): value for name, value in one.items()} for one in records]
    names = list(dict.fromkeys(name for row in rows for name in row))
    missing = [name for name in ("text", "sentence") if name not in names]
    if missing:
        found = ", ".join(names) or "nothing"
        raise GoldError(f"no column {' and no column '.join(missing)}; found {found}")
    coded = [_row(number, row) for number, row in enumerate(rows, 1)]
    return Gold(coded, [_with_guess(name, names) for name in names if name not in _KNOWN])


def _decoded(data: bytes, name: str) -> str:
    """The text of a file, in UTF-8 or as Excel writes it: with a mark, or in UTF-16."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise GoldError(f"{name} is an Excel workbook; save it as CSV UTF-8")
    if data.startswith(b"%PDF-"):
        raise GoldError(f"{name} is a PDF; a hand-coded sample is wanted, as JSON Lines or CSV")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise GoldError(f"{name} is not UTF-8; in Excel, save it as CSV UTF-8") from error


def _json_lines(text: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"line {number} is no JSON ({error.msg})") from error
        if not isinstance(record, dict):
            raise GoldError(f"line {number} is no JSON object")
        yield record


def _csv_rows(text: str) -> Iterator[dict[str, Any]]:
    header = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise GoldError(f"line {reader.line_num} has not as many cells as the header")
            if any(value.strip() for value in row.values()):
                yield row
    except csv.Error as error:
        raise GoldError(f"the row after line {reader.line_num} is no CSV ({error})") from error


def _column(name: str) -> str:
    return name.strip().lower().replace(" ", "_")


def _with_guess(name: str, names: list[str]) -> str:
    """An unknown column, with the known one it may be meant for."""
    close = get_close_matches(name, [one for one in _KNOWN if one not in names], n=1, cutoff=0.8)
    return f"{name} ({close[0]}?)" if close else name


def _row(number: int, row: Mapping[str, Any]) -> GoldRow:
    for name in ("text", "sentence"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise GoldError(f"row {number} has no {name}")
    return GoldRow(
        number=number,
        text=row["text"],
        sentence=row["sentence"],
        fields={name: _value(name, row[name], number) for name in FIELDS if name in row},
        borderline=any(str(row.get(name) or "").strip().lower() in _YES for name in _DOUBTFUL),
        report=next((str(row[name]).strip() for name in REPORT_NAMES if row.get(name)), None),
    )


def _value(name: str, value: Any, number: int) -> str | float | None:
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    if name in NUMBERS:
        return _number(name, text, number)
    if name in _WORDS:
        return _word(name, text, number)
    return text


def _word(name: str, text: str, row: int) -> str:
    word = plain(text)
    if word not in _WORDS[name]:
        known = ", ".join(_WORDS[name])
        raise GoldError(f"row {row}: no {name} is called {text!r}; there are {known}")
    return word


def _number(name: str, text: str, row: int) -> float:
    if not _NUMBER.fullmatch(text):
        raise GoldError(f"row {row}: {name} {text!r} is no number")
    return float(text.removesuffix("%").replace(",", ""))
