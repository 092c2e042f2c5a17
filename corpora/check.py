"""What the checks say of PDFs, or of the reports of a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.conversion.inputs import expand
from corpora.conversion.outcome import Failure
from corpora.corpus import Corpus
from corpora.storage.rows import problem_rows
from corpora.storage.store import corpus_exists
from schemas.errors import UnreadableFile
from schemas.framework import load_frameworks

COLUMNS = (
    "report_id", "file", "code", "severity", "verdict_changing", "message", "criterion", "pages",
    "quotes", "finding_ids",
)  # fmt: skip
_LISTS = ("pages", "quotes", "finding_ids")


@dataclass(frozen=True)
class Checked:
    """A report with its problems as rows of their table, the most serious first.

    ``file`` is the PDF as it was named; of a corpus, as its tables name it.
    """

    report_id: str
    file: str
    body: str | None
    problems: list[dict[str, Any]]


def check(
    inputs: Iterable[str | Path],
    *,
    password: str | None = None,
    frameworks: Path | None = None,
) -> Iterator[Checked | Failure]:
    """Check PDF files, folders and patterns, or one corpus.

    A corpus has what was found when it was converted; nothing is read again.

    Raises:
        NothingToConvert: there is no PDF among the inputs.
        CorpusError: the folder is a corpus of another version.
        FrameworkInvalid: a framework in the folder ``frameworks`` does not follow the format.
    """
    given = list(inputs)
    if len(given) == 1 and corpus_exists(Path(given[0])):
        yield from _of_corpus(Corpus.open(given[0]))
    else:
        yield from _of_files(given, password, frameworks)


def _of_corpus(corpus: Corpus) -> Iterator[Checked]:
    problems: dict[str, list[dict[str, Any]]] = {}
    for row in corpus.rows("problems"):
        lists = {name: json.loads(row[name]) for name in _LISTS}
        problems.setdefault(row["report_id"], []).append({**row, **lists})
    for row in corpus.rows("reports"):
        own = problems.get(row["report_id"], [])
        yield Checked(row["report_id"], row["file"], row["body"], own)


def _of_files(
    inputs: list[str | Path], password: str | None, frameworks: Path | None
) -> Iterator[Checked | Failure]:
    from extractor import read_report

    known = load_frameworks(frameworks)
    found = expand(inputs)
    for name in found.missing:
        yield Failure(name, name, None, "not_found", "no such file, or no PDF in it")
    for path in found.paths:
        name = path.as_posix()
        try:
            report = read_report(path, file=name, password=password, frameworks=known)
        except UnreadableFile as error:
            yield Failure(name, name, None, error.code, str(error))
        except OSError as error:
            yield Failure(name, name, None, "unreadable", error.strerror or str(error))
        else:
            rows = [
                {**row, **{name: json.loads(row[name]) for name in _LISTS}}
                for row in problem_rows(report)
            ]
            yield Checked(report.report_id, report.file, report.metadata.body, rows)


def table_rows(checked: Checked) -> list[tuple[object, ...]]:
    """The problems of a report in the order of :data:`COLUMNS`."""
    return [
        tuple({"file": checked.file, **row}[name] for name in COLUMNS) for row in checked.problems
    ]
