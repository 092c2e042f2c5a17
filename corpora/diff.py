"""What differs between two corpora, row by row: the measure of a change of rules.

A row is first held against all rows of the other corpus. Rows that have no equal are paired by
what names them, surest first: a finding by its id, else by its page and words. A pair is a row
that changed, in the columns that differ; what has no partner was lost or gained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.storage.duck import Database
from corpora.storage.shards import stored_tables
from schemas.contract.tables import TABLES
from schemas.errors import CorpusError

EXAMPLES = 3
"""Rows shown of each kind: as many as one reads of each in a list of dozens of kinds."""


@dataclass(frozen=True)
class _Naming:
    """How a person and a program know a row of a table again.

    Args:
        kind: the column by which lost and gained rows are counted.
        shown: columns by which a reader recognises a row.
        also: columns that name a row where its primary key does not, surest first.
    """

    kind: str
    shown: tuple[str, ...]
    also: tuple[tuple[str, ...], ...] = ()


_OF_REPORT = ("report_id", "page")
_NAMINGS = {
    "reports": _Naming("framework", ("title",), (("sha256",),)),
    "sections": _Naming("source", ("title",), ((*_OF_REPORT, "title"), ("report_id", "title"))),
    "blocks": _Naming("kind", ("text",), ((*_OF_REPORT, "text"),)),
    "findings": _Naming(
        "rule",
        ("text", "sentence"),
        ((*_OF_REPORT, "text", "sentence"), (*_OF_REPORT, "text")),
    ),
    "restatements": _Naming("same", ("finding_id", "other_id")),
    "ratings": _Naming("grade", ("criterion", "title")),
    "recommendations": _Naming("kind", ("text",), ((*_OF_REPORT, "text"), ("report_id", "text"))),
    "table_cells": _Naming("caption", ("row_header", "column_header", "text")),
    "problems": _Naming(
        "code", ("message",), (("report_id", "code", "message"), ("report_id", "code"))
    ),
    "ledger": _Naming("reason", ("text",), ((*_OF_REPORT, "kind", "text"),)),
    "failures": _Naming("code", ("file", "message"), (("file",), ("sha256",))),
}
_UNKNOWN = _Naming("report_id", ())


@dataclass(frozen=True)
class Example:
    """A row that differs: its report and page, and what a reader knows it by.

    ``old`` and ``new`` are the values of the column that changed.
    """

    report_id: str | None
    page: int | None
    row: dict[str, Any]
    old: Any = None
    new: Any = None


@dataclass(frozen=True)
class Unmatched:
    """Rows of one corpus that the other has not.

    ``kinds`` counts them by the values of the column ``by``, the most frequent first.
    """

    rows: int
    by: str
    kinds: dict[str, int]
    examples: list[Example]


@dataclass(frozen=True)
class ColumnChange:
    """A column in which ``rows`` rows differ that are otherwise the same."""

    column: str
    rows: int
    examples: list[Example]


@dataclass(frozen=True)
class TableDiff:
    """What differs in one table; columns that only one corpus has are left out of everything.

    ``columns`` has the changes of ``changed`` rows, those of most rows first.
    """

    table: str
    old_rows: int
    new_rows: int
    only_old_columns: list[str]
    only_new_columns: list[str]
    lost: Unmatched
    gained: Unmatched
    changed: int
    columns: list[ColumnChange]

    @property
    def equal(self) -> bool:
        """Whether the rows are the same, apart from their order and from columns left out."""
        return not (self.lost.rows or self.gained.rows or self.changed)


@dataclass(frozen=True)
class CorpusDiff:
    """What differs between two corpora, table by table in the order of the contract."""

    tables: list[TableDiff]
    only_old_tables: list[str]
    only_new_tables: list[str]

    @property
    def equal(self) -> bool:
        """Whether every table that both have is the same."""
        return all(table.equal for table in self.tables)


def diff(old: Path, new: Path, ignore: Iterable[str] = (), examples: int = EXAMPLES) -> CorpusDiff:
    """Compare two corpora, of whatever format, leaving out the columns in ``ignore``.

    Raises:
        CorpusError: one of them is no corpus, or no table has a column to ignore.
    """
    before, after = _tables_of(old), _tables_of(new)
    ignored = frozenset(ignore)
    found, seen = [], set[str]()
    for name in _in_order(before.keys() & after.keys()):
        with Database() as database:
            columns = (
                database.view("old", before[name]),
                database.view("new", after[name]),
            )
            seen |= {*columns[0], *columns[1]}
            found.append(_Comparison(database, name, columns, ignored, examples).made())
    if unknown := sorted(ignored - seen):
        raise CorpusError(f"no table of both has a column {', '.join(unknown)}")
    return CorpusDiff(
        found, _in_order(before.keys() - after.keys()), _in_order(after.keys() - before.keys())
    )


def _tables_of(root: Path) -> dict[str, list[Path]]:
    tables = stored_tables(root)
    if not tables:
        raise CorpusError(f"{root} is no corpus: it has no tables in Parquet")
    return tables


def _in_order(names: Iterable[str]) -> list[str]:
    """Names of tables, those of the contract first and as there."""
    known = set(names)
    return [*filter(known.__contains__, TABLES), *sorted(known - TABLES.keys())]


class _Comparison:
    """Compares the views ``old`` and ``new`` of one table."""

    def __init__(
        self,
        database: Database,
        name: str,
        columns: tuple[dict[str, str], dict[str, str]],
        ignored: frozenset[str],
        examples: int,
    ) -> None:
        self._database = database
        self._name = name
        self._types = columns
        self._naming = _NAMINGS.get(name, _UNKNOWN)
        self._columns = [
            column for column in columns[0] if column in columns[1] and column not in ignored
        ]
        self._ignored = ignored
        self._examples = examples

    def made(self) -> TableDiff:
        """The differences."""
        old, new = self._types
        for side in ("old", "new"):
            self._number_rows(side)
        for side, other in (("old", "new"), ("new", "old")):
            self._keep_unequal(side, other)
        self._pair()
        columns = self._changes()
        return TableDiff(
            self._name,
            self._count("SELECT count(*) FROM old_rows"),
            self._count("SELECT count(*) FROM new_rows"),
            [one for one in old if one not in new and one not in self._ignored],
            [one for one in new if one not in old and one not in self._ignored],
            self._unmatched("old"),
            self._unmatched("new"),
            self._count("SELECT count(*) FROM pairs"),
            columns,
        )

    def _number_rows(self, side: str) -> None:
        """The place of each row, and how many equal ones stand before it.

        Rows are known by two hashes of 64 bits, of their columns in both directions: comparing
        the rows themselves takes ten times the time and seven times the memory.
        """
        forth = ", ".join(map(self._expression, self._columns)) or "0"
        back = ", ".join(map(self._expression, reversed(self._columns))) or "0"
        self._database.run(
            f"CREATE TABLE {side}_rows AS SELECT row_place, forth, back,"
            " row_number() OVER (PARTITION BY forth, back ORDER BY row_place) AS nth"
            " FROM (SELECT row_number() OVER () AS row_place,"
            f" hash({forth}) AS forth, hash({back}) AS back FROM {side})"
        )

    def _keep_unequal(self, side: str, other: str) -> None:
        """The rows without an equal on the other side, numbered by report as they are read.

        A report's rows lie together in its reading order, wherever its shard stands.
        """
        first = _quoted(self._columns[0]) if self._columns else "row_place"
        columns = ", ".join(f"{self._expression(one)} AS {_quoted(one)}" for one in self._columns)
        self._database.run(
            f"CREATE TABLE {side}_unequal AS SELECT row_number() OVER (ORDER BY {first}, row_place)"
            f" AS row_at, {columns} FROM (SELECT row_number() OVER () AS row_place, * FROM {side})"
            f" SEMI JOIN (FROM {side}_rows ANTI JOIN {other}_rows USING (forth, back, nth))"
            " USING (row_place)"
        )

    def _expression(self, column: str) -> str:
        """A column as both sides can be compared in it: as text where its type has changed."""
        old, new = self._types
        name = _quoted(column)
        return name if old[column] == new[column] else f"CAST({name} AS VARCHAR)"

    def _pair(self) -> None:
        """Pair the rows by one name after the other; of the same name, the first with the first."""
        self._database.run("CREATE TABLE pairs (old BIGINT, new BIGINT)")
        for identity in self._identities():
            keys = ", ".join(map(_quoted, identity))
            sides = [
                f"(SELECT row_at, {keys},"
                f" row_number() OVER (PARTITION BY {keys} ORDER BY row_at) AS nth"
                f" FROM {side}_unequal WHERE row_at NOT IN (SELECT {side} FROM pairs))"
                for side in ("old", "new")
            ]
            same = " AND ".join(
                f"o.{key} IS NOT DISTINCT FROM n.{key}" for key in map(_quoted, identity)
            )
            self._database.run(
                f"INSERT INTO pairs SELECT o.row_at, n.row_at FROM {sides[0]} o JOIN {sides[1]} n"
                f" ON o.nth = n.nth AND {same}"
            )

    def _identities(self) -> Iterator[tuple[str, ...]]:
        """What names a row, of columns that both corpora have and that are not ignored."""
        key = TABLES[self._name].primary_key if self._name in TABLES else ()
        for identity in (key, *self._naming.also):
            if identity and set(identity) <= set(self._columns):
                yield identity

    def _changes(self) -> list[ColumnChange]:
        if not self._columns:
            return []
        pairs = (
            "pairs p JOIN old_unequal o ON o.row_at = p.old JOIN new_unequal n ON n.row_at = p.new"
        )
        counts = ", ".join(f"count(*) FILTER ({_differs(one)})" for one in self._columns)
        (found,) = self._database.run(f"SELECT {counts} FROM {pairs}").rows
        counted = [(one, n) for one, n in zip(self._columns, found, strict=True) if n]
        counted.sort(key=lambda pair: -pair[1])
        return [
            ColumnChange(
                column,
                rows,
                self._read(
                    f"SELECT {self._labels('n')}, o.{_quoted(column)}, n.{_quoted(column)}"
                    f" FROM {pairs} WHERE {_differs(column)} ORDER BY p.new"
                ),
            )
            for column, rows in counted
        ]

    def _unmatched(self, side: str) -> Unmatched:
        rows = f"{side}_unequal r WHERE row_at NOT IN (SELECT {side} FROM pairs)"
        by, kinds = self._naming.kind, dict[str, int]()
        if by in self._columns:
            answer = self._database.run(
                f"SELECT coalesce(CAST({_quoted(by)} AS VARCHAR), ''), count(*) FROM {rows}"
                " GROUP BY 1 ORDER BY 2 DESC, 1"
            )
            kinds = dict(answer.rows)
        examples = self._read(f"SELECT {self._labels('r')}, NULL, NULL FROM {rows} ORDER BY row_at")
        return Unmatched(self._count(f"SELECT count(*) FROM {rows}"), by, kinds, examples)

    def _labels(self, row: str) -> str:
        """Report, page and what a reader knows the row by; null where there is no such column."""
        wanted = ("report_id", "page", *self._naming.shown)
        return ", ".join(
            f"{row}.{_quoted(one)}" if one in self._columns else "NULL" for one in wanted
        )

    def _read(self, query: str) -> list[Example]:
        """The first rows of labels, old and new value as examples."""
        answer = self._database.run(f"{query} LIMIT ?", [self._examples])
        return [
            Example(
                report_id,
                page,
                {
                    name: value
                    for name, value in zip(self._naming.shown, shown, strict=True)
                    if value is not None
                },
                old,
                new,
            )
            for report_id, page, *shown, old, new in answer.rows
        ]

    def _count(self, query: str) -> int:
        ((count,),) = self._database.run(query).rows
        return int(count)


def _differs(column: str) -> str:
    return f"o.{_quoted(column)} IS DISTINCT FROM n.{_quoted(column)}"


def _quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'
