"""What became of each file of a conversion."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Converted:
    """A file that became a report, with the counts that a summary shows.

    ``rows`` are those of its tables, on their way to the corpus; a summary does not keep them.
    """

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
    """A file that could not be read, and why. The trace is for the log and for debugging."""

    file: str
    sha256: str | None
    code: str
    message: str
    pages_done: int = 0
    trace: str | None = None

    def row(self) -> dict[str, Any]:
        """The failure as a row of its table."""
        row = asdict(self)
        del row["trace"]
        return row


Outcome = Converted | Failure


@dataclass
class ConversionSummary:
    """All outcomes of one conversion; each duplicate with the file that has the same bytes."""

    converted: list[Converted] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    duplicates: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Book an outcome."""
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
        else:
            self.converted.append(outcome)

    def sort(self) -> None:
        """Put the outcomes in the order of the files, whichever was ready first."""
        self.converted.sort(key=lambda one: one.file)
        self.failures.sort(key=lambda one: one.file)
