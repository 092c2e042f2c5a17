"""A corpus folder that is being written: the reports, then the tables made of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpora.storage.atomic import write_text
from corpora.storage.report_files import read_stored, report_ids, report_path
from corpora.storage.rows import Row, Rows
from corpora.storage.shards import refresh_failures, refresh_shards, write_csvs
from schemas.contract.datapackage import FORMAT
from schemas.errors import CorpusError

_MOST_FRESH = 200  # reports whose rows wait in memory; those of others are read from their file


def corpus_exists(root: Path) -> bool:
    """Whether a folder is a corpus that this program can read and add to; False where it is none.

    Raises:
        CorpusError: it is a corpus of another version, or its description cannot be read.
    """
    found = _format_of(root)
    if found is not None and found != FORMAT:
        todo = (
            "convert its PDFs again into a new folder"
            if found < FORMAT
            else "it needs a newer version of this program"
        )
        raise CorpusError(
            f"{root} is a corpus of format {found}, and this program has format {FORMAT}: {todo}"
        )
    return found is not None


def _format_of(root: Path) -> int | None:
    try:
        described: Any = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
        return int(described["findings_format"])
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{root}: datapackage.json does not describe a corpus") from error


class Store:
    """Keeps one report for each file's bytes, and one failure for each file that has none."""

    def __init__(self, root: Path) -> None:
        """Open a corpus for writing, or begin one.

        Raises:
            CorpusError: the folder cannot be a corpus, or is one of another version.
        """
        corpus_exists(root)
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        self._touched: set[str] = set()
        self._fresh: dict[str, Rows] = {}
        self._tried: set[str] = set()
        self._failures: list[Row] = []
        self._by_hash: defaultdict[str, set[str]] = defaultdict(set)
        for ids in report_ids(root).values():
            for report_id in ids:
                self._by_hash[report_id[-8:]].add(report_id)

    def has(self, sha256: str) -> bool:
        """Whether the corpus holds a report of these bytes."""
        return any(self._is_of(report_id, sha256) for report_id in self._by_hash[sha256[:8]])

    def record(self, file: str, sha256: str, report_id: str, rows: Rows | None) -> None:
        """Take note that a file became a report; what was known of the file is forgotten.

        ``rows`` are those of its tables, where they are at hand.
        """
        self._tried |= {file, sha256}
        if rows is not None and len(self._fresh) < _MOST_FRESH:
            self._fresh[report_id] = rows
        self._touched.add(sha256[:2])
        self._forget(sha256, report_id)

    def record_failure(self, failure: Row) -> None:
        """Take note of a failure, a row of its table; it replaces an earlier one of the file.

        A report of the file stays: a failure, such as a wrong password, takes nothing.
        """
        self._tried |= {failure["file"], failure["sha256"]} - {None}
        self._failures.append(failure)

    def finish(self) -> None:
        """Make the tables from all that is in the corpus now."""
        refresh_shards(self.root, self._touched, self._fresh)
        refresh_failures(self.root, self._failures, self._tried)
        write_csvs(self.root, self._fresh)

    def note_sources(self, sources: Iterable[tuple[str, Path]]) -> None:
        """Remember where the files of reports lie on this machine, for links to them."""
        file = self.root / "log" / "sources.json"
        known: dict[str, str] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        known.update({report_id: str(path.resolve()) for report_id, path in sources})
        write_text(file, json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False) + "\n")

    def _forget(self, sha256: str, kept: str) -> None:
        known = self._by_hash[sha256[:8]]
        for report_id in sorted(known - {kept}):
            if self._is_of(report_id, sha256):
                report_path(self.root, report_id).unlink(missing_ok=True)
                known.discard(report_id)
        known.add(kept)

    def _is_of(self, report_id: str, sha256: str) -> bool:
        # Eight hex digits can agree by chance; before a report is dropped, all of them must.
        try:
            return read_stored(self.root, report_id).sha256 == sha256
        except CorpusError:
            return False
