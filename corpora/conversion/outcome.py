"""What became of each file of a conversion."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Self

from corpora.conversion.inputs import Source
from corpora.storage.rows import Row, Rows

ENDED_EARLY = frozenset({"timeout", "out_of_memory", "crashed"})
"""Codes of files whose process was ended in the middle of whatever it did."""


@dataclass(frozen=True)
class Converted:
    """A file that became a report, with the counts that a summary shows.

    ``path`` is the file as it was named, ``file`` as the tables name it. ``rows`` are those of its
    tables, on their way to the corpus; a summary does not keep them.
    """

    path: str
    file: str
    sha256: str
    report_id: str
    framework: str | None
    body: str | None
    pages: int
    findings: int
    ratings: int
    percent_signs: int
    percent_signs_accounted: int
    seconds: float
    rows: Rows | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Failure:
    """A file that could not be read, and why. The trace is for the log and for debugging.

    ``path`` is the file as it was named, ``file`` as the tables name it.
    """

    path: str
    file: str
    sha256: str | None
    code: str
    message: str
    pages_done: int = 0
    trace: str | None = None

    @classmethod
    def of(
        cls,
        source: Source,
        code: str,
        message: str,
        *,
        pages_done: int = 0,
        trace: str | None = None,
    ) -> Self:
        """The failure of a source whose bytes are known."""
        path = source.path.as_posix()
        return cls(path, source.file, source.sha256, code, message, pages_done, trace)

    def row(self) -> Row:
        """The failure as a row of its table."""
        row = asdict(self)
        del row["path"], row["trace"]
        return row


Outcome = Converted | Failure


def without_rows(outcome: Outcome) -> Outcome:
    """The outcome without the rows of the report's tables."""
    return replace(outcome, rows=None) if isinstance(outcome, Converted) else outcome


@dataclass
class ConversionSummary:
    """All outcomes of one conversion. Files are named here as they were named to it.

    ``duplicates`` has each file whose bytes are those of another, with that other.
    """

    converted: list[Converted] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    duplicates: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome in."""
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
        else:
            self.converted.append(outcome)

    def sort(self) -> None:
        """Put the outcomes in the order of the files, whichever was ready first."""
        self.converted.sort(key=lambda one: one.path)
        self.failures.sort(key=lambda one: one.path)
