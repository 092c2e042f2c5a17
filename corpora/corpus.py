"""A corpus that is read: its reports, its tables, and SQL over them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from corpora.storage.report_files import read_stored, report_ids, report_path
from corpora.storage.shards import table_files, table_rows
from corpora.storage.store import corpus_exists
from schemas.contract.columns import Table
from schemas.contract.tables import TABLES
from schemas.errors import CorpusError
from schemas.report import Report

if TYPE_CHECKING:
    from corpora.storage.arrow import ArrowTable
    from corpora.storage.duck import Result


class Corpus:
    """A folder that ``findings convert`` wrote."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a corpus for reading.

        Raises:
            CorpusError: the folder is no corpus, or one of another version.
        """
        root = Path(path)
        if not root.is_dir():
            raise CorpusError(f"{root} is no folder, so no corpus")
        if not corpus_exists(root):
            raise CorpusError(f"{root} is no corpus, or its conversion was never finished")
        return cls(root)

    def reports(self) -> Iterator[Report]:
        """Every report, in the order of their ids."""
        ids = sorted(one for ids in report_ids(self.root).values() for one in ids)
        return (read_stored(self.root, one) for one in ids)

    def report(self, report_id: str) -> Report:
        """The report of that id.

        Raises:
            CorpusError: the corpus has no such report.
        """
        path = report_path(self.root, report_id)
        if path.parent != self.root / "reports" or not path.is_file():
            raise CorpusError(f"{self.root} has no report {report_id}")
        return read_stored(self.root, report_id)

    def table(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table, in the order of the CSV file; lists are JSON as there.

        Raises:
            CorpusError: there is no table of that name.
        """
        return list(self.rows(name))

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """As :meth:`table`, one row after the other.

        Raises:
            CorpusError: there is no table of that name.
        """
        return table_rows(self.root, _table(name))

    def arrow(self, name: str) -> ArrowTable:
        """A table as an Arrow table, in no particular order.

        Raises:
            CorpusError: there is no table of that name.
        """
        from corpora.storage.arrow import read_table

        table = _table(name)
        return read_table(table, table_files(self.root, table))

    def sql(self, query: str, parameters: Sequence[object] = ()) -> Result:
        """The answer to one SELECT over the tables, which can touch nothing else.

        Raises:
            QueryError: the statement is wrong or asks for what it may not touch.
        """
        from corpora.storage.duck import run_sql

        files = {name: table_files(self.root, table) for name, table in TABLES.items()}
        return run_sql(files, query, parameters)

    def pdfs(self) -> dict[str, Path]:
        """Where the PDF of each report lies on this machine; without those that are not found.

        A PDF lies where its report's ``file`` leads from the corpus's folder, or else where the
        log says that it lay when it was converted.
        """
        root, noted = Path(os.path.realpath(self.root)), self._noted_places()
        found: dict[str, Path] = {}
        for row in self.rows("reports"):
            report_id = row["report_id"]
            places = [os.path.normpath(root / row["file"]), noted.get(report_id, "")]
            place = next(filter(os.path.isfile, places), None)
            if place is not None:
                found[report_id] = Path(place)
        return found

    def _noted_places(self) -> dict[str, str]:
        file = self.root / "log" / "sources.json"
        noted: dict[str, str] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return noted


def _table(name: str) -> Table:
    if name not in TABLES:
        raise CorpusError(f"no table is called {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name]
