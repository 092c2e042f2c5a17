"""Rows in Parquet, and compression: the only door to pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas.contract.columns import Column, Table
from schemas.errors import UnwritableRows

ArrowTable: TypeAlias = pa.Table

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "json": pa.string(),
}
_BATCH = 512
# Of Zstandard. At 9 a report takes a tenth less, and five times as long.
_LEVEL = 3
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


def check_writable(table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Make the columns of some rows, so that what cannot be written is known before it is tried.

    Raises:
        UnwritableRows: a value has another type than its column, or does not fit it.
    """
    for column in table.columns:
        values = [row[column.name] for row in rows]
        if not _fits(column, values):
            value = next(value for value in values if not _fits(column, [value]))
            raise UnwritableRows(
                f"{table.name}.{column.name} holds {value!r:.60}, which is no {column.type} "
                "that a table can hold"
            )


def _fits(column: Column, values: Sequence[Any]) -> bool:
    try:
        made = pa.array(values, _TYPES[column.type])
    except (ValueError, TypeError, OverflowError):
        return False
    # CSV and JSON have no word for an infinity.
    finite = column.type != "number" or pc.all(pc.is_finite(made)).as_py() is not False
    return finite and not (column.required and made.null_count)


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


def compressed(data: bytes) -> bytes:
    """Bytes as one frame of Zstandard."""
    frame: bytes = pa.Codec("zstd", compression_level=_LEVEL).compress(data, asbytes=True)
    return frame


def decompressed(data: bytes) -> bytes:
    """The bytes of frames of Zstandard.

    Raises:
        ValueError: they are damaged.
    """
    try:
        with pa.input_stream(pa.BufferReader(data), compression="zstd") as stream:
            found: bytes = stream.read()
    except OSError as error:
        raise ValueError("its compression is damaged") from error
    return found
