"""A corpus that is read: its reports, its tables, and SQL over them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from corpora.storage.shards import read_report_file, report_files, table_files, table_rows
from corpora.storage.store import corpus_format, report_path
from schemas.contract.columns import Table
from schemas.contract.datapackage import FORMAT
from schemas.contract.tables import TABLES
from schemas.errors import CorpusError
from schemas.report import Report

if TYPE_CHECKING:
    from corpora.evaluation.result import Evaluation
    from corpora.explain import Explanation
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
        found = corpus_format(root)
        if found is None:
            raise CorpusError(f"{root} is no corpus, or its conversion was never finished")
        if found != FORMAT:
            raise CorpusError(f"{root} is a corpus of version {found}, this program reads {FORMAT}")
        return cls(root)

    def reports(self) -> Iterator[Report]:
        """Every report, in the order of their ids."""
        paths = [path for files in report_files(self.root).values() for path in files]
        return (read_report_file(path) for path in sorted(paths, key=lambda path: path.stem))

    def report(self, report_id: str) -> Report:
        """The report of that id.

        Raises:
            CorpusError: the corpus has no such report.
        """
        path = report_path(self.root, report_id)
        if path.parent != self.root / "reports" or not path.is_file():
            raise CorpusError(f"{self.root} has no report {report_id}")
        return read_report_file(path)

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

    def evaluate(
        self,
        gold: str | Path,
        *,
        report: str | None = None,
        pages: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> Evaluation:
        """Compare the findings with a sample coded by hand, in JSON Lines or CSV.

        ``report`` names the report that it is about, ``pages`` ("3-20,25") and ``kinds`` limit
        both sides.

        Raises:
            GoldError: the sample cannot be read or fits no report.
        """
        from corpora.evaluation.evaluate import evaluate
        from corpora.evaluation.gold import read_gold

        sample = read_gold(Path(gold))
        return evaluate(self, sample, report=report, pages=pages, kinds=kinds or ("hard", "soft"))

    def explain(self, finding_id: str) -> Explanation:
        """All that is known of a finding; the beginning of its id is enough.

        Raises:
            NoSuchFinding: no id begins so, or more than one does.
        """
        from corpora.explain import explain

        return explain(self, finding_id)

    def sources(self) -> dict[str, Path]:
        """Where the PDF of each report lay on this machine when it was converted."""
        file = self.root / "log" / "sources.json"
        if not file.exists():
            return {}
        known: dict[str, str] = json.loads(file.read_text("utf-8"))
        return {report_id: Path(path) for report_id, path in known.items()}


def _table(name: str) -> Table:
    if name not in TABLES:
        raise CorpusError(f"no table is called {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name]
