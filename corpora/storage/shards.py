"""The tables of a corpus on disk: Parquet in shards, and CSV made from all of them.

A shard holds the reports whose sha256 begins with the same two hex digits. Replacing a report
rewrites its shard only. The reports' files are what is true; a shard that does not agree
with them, because a conversion was cut short, is made anew.
"""

from __future__ import annotations

import heapq
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from operator import itemgetter
from pathlib import Path

from corpora.exports.csv_text import csv_lines
from corpora.storage.arrow import check_writable, read_column, read_rows, write_rows
from corpora.storage.atomic import AtomicWrite
from corpora.storage.report_files import read_stored, report_ids, report_path
from corpora.storage.rows import Row, Rows, rows_of
from schemas.contract.columns import Table
from schemas.contract.datapackage import datapackage
from schemas.contract.document_tables import FAILURES
from schemas.contract.tables import TABLES
from schemas.errors import CorpusError, UnwritableRows
from schemas.report import Report

_OF_REPORTS = [table for table in TABLES.values() if table is not FAILURES]


def shard_file(root: Path, table: Table, shard: str) -> Path:
    """Where the rows of a shard lie."""
    return root / "parquet" / table.name / f"{shard}.parquet"


def table_files(root: Path, table: Table) -> list[Path]:
    """The Parquet files of a table, in a fixed order."""
    return sorted((root / "parquet" / table.name).glob("*.parquet"))


def stored_tables(root: Path) -> dict[str, list[Path]]:
    """The Parquet files of each table that a corpus has, of whatever format it is."""
    tables: defaultdict[str, list[Path]] = defaultdict(list)
    for file in sorted((root / "parquet").glob("*/*.parquet")):
        tables[file.parent.name].append(file)
    return dict(tables)


def refresh_shards(root: Path, touched: set[str], fresh: Mapping[str, Rows]) -> None:
    """Bring the shards in line with the reports: those touched and those that disagree.

    ``fresh`` has the rows of reports just converted; those of others are read from their file.
    """
    present = report_ids(root)
    known = {path.stem for path in table_files(root, TABLES["reports"])}
    for shard in sorted(known - present.keys()):
        for table in _OF_REPORTS:
            shard_file(root, table, shard).unlink(missing_ok=True)
    for shard, ids in sorted(present.items()):
        if shard in touched or _is_stale(root, shard, ids):
            _write_shard(root, shard, ids, fresh)


def _is_stale(root: Path, shard: str, ids: list[str]) -> bool:
    tables = [shard_file(root, table, shard) for table in _OF_REPORTS]
    if not all(path.exists() for path in tables):
        return True
    written = min(path.stat().st_mtime_ns for path in tables)
    if any(report_path(root, one).stat().st_mtime_ns > written for one in ids):
        return True
    known = read_column(shard_file(root, TABLES["reports"], shard), "report_id")
    return known != ids


def _write_shard(root: Path, shard: str, ids: list[str], fresh: Mapping[str, Rows]) -> None:
    rows: dict[str, list[Row]] = {table.name: [] for table in _OF_REPORTS}
    for report_id in ids:
        own = fresh.get(report_id) or _stored_rows(root, report_id)
        for name, more in own.items():
            rows[name].extend(more)
    with AtomicWrite() as staged:
        for table in _OF_REPORTS:
            with staged.open(shard_file(root, table, shard)) as stream:
                write_rows(stream, table, rows[table.name])


def writable_rows(report: Report) -> Rows:
    """The rows of one report, for each table, once all of them are known to fit their columns.

    Raises:
        UnwritableRows: one does not.
    """
    rows = rows_of(report)
    for name, own in rows.items():
        check_writable(TABLES[name], own)
    return rows


def _stored_rows(root: Path, report_id: str) -> Rows:
    try:
        return writable_rows(read_stored(root, report_id))
    except UnwritableRows as error:
        name = report_path(root, report_id).name
        raise CorpusError(f"{name} cannot be written to the tables: {error}") from error


def refresh_failures(root: Path, failures: Iterable[Row], tried: set[str]) -> None:
    """Replace what is known of the files just tried (names and hashes) by what came of them."""
    file = shard_file(root, FAILURES, "all")
    before = read_rows(file) if file.exists() else iter(())
    kept = [row for row in before if not tried & {row["file"], row["sha256"]}]
    rows = sorted([*kept, *failures], key=itemgetter("file"))
    with AtomicWrite() as staged, staged.open(file) as stream:
        write_rows(stream, FAILURES, rows)


def write_csvs(root: Path, fresh: Mapping[str, Rows]) -> None:
    """Make every CSV file by report id, and describe them all.

    Rows that ``fresh`` holds are not read back from the shards that were just written of them.
    """
    held = {
        shard: [fresh[one] for one in ids]
        for shard, ids in report_ids(root).items()
        if all(one in fresh for one in ids)
    }
    with AtomicWrite() as staged:
        for table in TABLES.values():
            rows = _merged(table, _stored(root, table, set(held)), held.values())
            with staged.open(root / "tables" / f"{table.name}.csv") as stream:
                stream.writelines(line.encode("utf-8") for line in csv_lines(table, rows))
        staged.write(root / "datapackage.json", _described())


@cache
def _described() -> str:
    return json.dumps(datapackage(), indent=2, ensure_ascii=False) + "\n"


def table_rows(root: Path, table: Table) -> Iterator[Row]:
    """All rows of a table in the order of the report ids."""
    return _merged(table, _stored(root, table, set()), ())


def _stored(root: Path, table: Table, but: set[str]) -> Iterator[Iterator[Row]]:
    """The rows of each shard, but for those named; each is in the order of the report ids."""
    return (read_rows(path) for path in table_files(root, table) if path.stem not in but)


def _merged(
    table: Table, shards: Iterable[Iterator[Row]], held: Iterable[list[Rows]]
) -> Iterator[Row]:
    """Rows of shards and of reports in memory in one order: by report, or file that failed."""
    key = table.header[0]
    reports = [rows[table.name] for of_shard in held for rows in of_shard if rows.get(table.name)]
    reports.sort(key=lambda rows: rows[0][key])
    return heapq.merge(*shards, chain.from_iterable(reports), key=itemgetter(key))
