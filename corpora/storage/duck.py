"""Queries over Parquet files: the only door to DuckDB.

A query sees the tables and nothing else: they are loaded into memory, then DuckDB is told to
touch no file, no network and no extension, and to take no other orders about that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import duckdb

from schemas.contract.columns import Table
from schemas.contract.tables import TABLES
from schemas.errors import FindingsError

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "json": "VARCHAR",
}
_LOCKS = (
    "SET python_enable_replacements = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
_OF_OUR_OWN = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
_READING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
_WORD = re.compile(r"\w+")


class QueryError(FindingsError):
    """A query that cannot be answered, with the reason in one line."""

    code = "query"


@dataclass(frozen=True)
class Result:
    """The answer to a query."""

    columns: list[str]
    rows: list[tuple[Any, ...]]

    def dicts(self) -> list[dict[str, Any]]:
        """The rows by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def run_sql(files: dict[str, list[Path]], sql: str, parameters: Sequence[object] = ()) -> Result:
    """Answer one SELECT over the tables, each made of the Parquet files listed for it.

    Raises:
        QueryError: the statement is wrong, is no SELECT, or asks for what it may not touch.
    """
    with duckdb.connect(":memory:") as connection:
        _load(connection, files, set(_WORD.findall(sql.lower())))
        for lock in _LOCKS:
            connection.execute(lock)
        try:
            _check(connection.extract_statements(sql))
            answer = connection.execute(sql, list(parameters))
            columns = [column[0] for column in answer.description or ()]
            return Result(columns, answer.fetchall())
        except duckdb.Error as error:
            raise QueryError(_reason(error)) from error


class Database:
    """Parquet files as views of a database in memory, for statements of this program's own."""

    def __enter__(self) -> Self:
        # What does not fit into memory must not be put where the program was started.
        self._spill = TemporaryDirectory(prefix="findings-")
        self._connection = duckdb.connect(
            ":memory:", config={"temp_directory": self._spill.name, **_OF_OUR_OWN}
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
        self._spill.cleanup()

    def view(self, name: str, files: Sequence[Path]) -> dict[str, str]:
        """Make a view of the rows of some Parquet files; the type of each of its columns.

        Raises:
            QueryError: one of the files cannot be read.
        """
        try:
            rows = self._connection.read_parquet([str(file) for file in files])
        except duckdb.Error as error:
            raise QueryError(_reason(error)) from error
        rows.create_view(name)
        return dict(zip(rows.columns, map(str, rows.types), strict=True))

    def run(self, sql: str, parameters: Sequence[object] = ()) -> Result:
        """The answer to one statement.

        Raises:
            QueryError: a file that it needs cannot be read, or memory is short.
        """
        try:
            answer = self._connection.execute(sql, list(parameters))
            return Result([column[0] for column in answer.description or ()], answer.fetchall())
        except duckdb.Error as error:
            raise QueryError(_reason(error)) from error


def _check(statements: Sequence[duckdb.Statement]) -> None:
    if len(statements) != 1 or statements[0].type not in _READING:
        raise QueryError("a query is one SELECT statement")


def _load(
    connection: duckdb.DuckDBPyConnection, files: dict[str, list[Path]], words: set[str]
) -> None:
    """Make every table; fill those that the query names."""
    for table in TABLES.values():
        columns = ", ".join(f'"{one.name}" {_TYPES[one.type]}' for one in table.columns)
        connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        if table.name in words and files[table.name]:
            _fill(connection, table, files[table.name])


def _fill(connection: duckdb.DuckDBPyConnection, table: Table, files: list[Path]) -> None:
    columns = ", ".join(f'"{name}"' for name in table.header)
    connection.execute(
        f'INSERT INTO "{table.name}" SELECT {columns} FROM read_parquet(?)',
        [[str(file) for file in files]],
    )


def _reason(error: duckdb.Error) -> str:
    """DuckDB's message without its drawing of where in the statement it is."""
    text = str(error).split("\n\nLINE ")[0]
    return " ".join(text.split())
