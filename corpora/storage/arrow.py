"""Rows in Parquet: the only door to pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.contract.columns import Table

ArrowTable: TypeAlias = pa.Table

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "json": pa.string(),
}
_BATCH = 512
# A shard is small and read whole. Zstandard would make it a seventh smaller, and the time to write
# a report's tables twice as long: it sets itself up anew for each column.
_FORMAT = {"compression": "snappy", "write_statistics": False, "use_dictionary": False}


@cache
def arrow_schema(table: Table) -> pa.Schema:
    """The Parquet schema of a table, with the meaning of each column as its metadata."""
    return pa.schema(
        pa.field(
            column.name,
            _TYPES[column.type],
            nullable=not column.required,
            metadata={"description": column.meaning},
        )
        for column in table.columns
    )


def write_rows(stream: IO[bytes], table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows as one Parquet file."""
    stream.write(_file_of(table, rows) if rows else _empty_file(table))


def _file_of(table: Table, rows: Sequence[dict[str, Any]]) -> pa.Buffer:
    made = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows, schema=arrow_schema(table)), made, **_FORMAT)
    return made.getvalue()


@cache
def _empty_file(table: Table) -> pa.Buffer:
    """Many reports have no row in one table or another."""
    return _file_of(table, [])


def read_rows(file: Path) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file, a batch in memory at a time.

    The compressed file is read whole: hundreds are merged at once, more than some systems let a
    process keep open.
    """
    with pq.ParquetFile(pa.BufferReader(file.read_bytes())) as parquet:
        for batch in parquet.iter_batches(batch_size=_BATCH):
            names = batch.schema.names
            columns = [column.to_pylist() for column in batch.columns]
            for values in zip(*columns, strict=True):
                yield dict(zip(names, values, strict=True))


def read_column(file: Path, column: str) -> list[Any]:
    """One column of a Parquet file."""
    values: list[Any] = pq.read_table(file, columns=[column])[column].to_pylist()
    return values


def read_table(table: Table, files: Sequence[Path]) -> ArrowTable:
    """The rows of several Parquet files as one Arrow table."""
    schema = arrow_schema(table)
    parts = [pq.read_table(file, schema=schema) for file in files]
    return pa.concat_tables(parts) if parts else schema.empty_table()
