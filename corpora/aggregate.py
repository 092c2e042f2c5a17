"""Headline scores and grades of a corpus: by criterion, and body by criterion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from statistics import median
from typing import Any

from corpora.corpus import Corpus
from corpora.exports.csv_text import number_text
from schemas.framework import load_frameworks

SUMMARY_COLUMNS = (
    "framework", "criterion", "title", "bodies", "lowest", "median", "highest", "grades",
)  # fmt: skip
MATRIX_COLUMNS = (
    "framework", "body", "published", "criterion", "title", "score", "grade", "link", "report_id",
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One headline: what a report gives one outcome, and the page that says so."""

    report_id: str
    criterion: str
    title: str
    score: float | None
    grade: str | None
    file: str
    page: int
    link: str

    @property
    def text(self) -> str:
        """The score with its sign, or the grade."""
        return self.grade or "" if self.score is None else f"{number_text(self.score)}%"


@dataclass(frozen=True)
class Line:
    """One report's headlines, by criterion."""

    report_id: str
    body: str
    published: str | None
    cells: dict[str, Cell]


@dataclass(frozen=True)
class CriterionSummary:
    """The headlines of one criterion over all bodies."""

    criterion: str
    title: str
    bodies: int
    lowest: float | None
    median: float | None
    highest: float | None
    grades: dict[str, int]

    @property
    def grades_text(self) -> str | None:
        """The counts as ``Good: 3, Inadequate: 1``; None where there are no grades."""
        return ", ".join(f"{name}: {count}" for name, count in self.grades.items()) or None


@dataclass(frozen=True)
class FrameworkScores:
    """All headlines of the reports of one framework; no criteria where it gives no results."""

    framework: str
    title: str
    criteria: list[CriterionSummary]
    lines: list[Line]
    reports: int

    @property
    def note(self) -> str | None:
        """What to say in place of results where the framework gives none."""
        if self.criteria:
            return None
        reports = "1 report" if self.reports == 1 else f"{self.reports} reports"
        return f"{self.title}: {reports} of a family that gives no results"


@dataclass(frozen=True)
class _Known:
    """What a framework says of the order of its outcomes and grades."""

    title: str
    outcomes: list[str]
    grades: list[str]
    gives_results: bool = True


def aggregate(corpus: Corpus, frameworks: Path | None = None) -> list[FrameworkScores]:
    """The headlines of a corpus, by framework; those with reports that give none are there too.

    Raises:
        FrameworkInvalid: a framework in the folder ``frameworks`` does not follow the format.
    """
    reports = {row["report_id"]: row for row in corpus.table("reports")}
    rows = [_joined(reports[row["report_id"]], row) for row in corpus.table("ratings")]
    known = {
        one.id: _Known(
            one.title, [outcome.id for outcome in one.outcomes], one.scale.names, one.gives_results
        )
        for one in load_frameworks(frameworks)
    }
    reports_of = Counter(row["framework"] or "none" for row in reports.values())
    rows_of: dict[str, list[dict[str, Any]]] = {
        name: [] for name in reports_of if name in known and not known[name].gives_results
    }
    for row in rows:
        rows_of.setdefault(row["framework"] or "none", []).append(row)
    return [
        _scores(name, known.get(name, _Known(name, [], [])), rows_of[name], reports_of[name])
        for name in sorted(rows_of)
    ]


def _joined(report: dict[str, Any], rating: dict[str, Any]) -> dict[str, Any]:
    return {**report, "report_title": report["title"], **rating}


def _scores(name: str, known: _Known, rows: list[dict[str, Any]], reports: int) -> FrameworkScores:
    by_report = groupby(sorted(rows, key=itemgetter("report_id")), key=itemgetter("report_id"))
    lines = [_line(list(group)) for _, group in by_report]
    lines.sort(key=lambda line: (line.body.casefold(), line.published or "", line.report_id))
    found = {criterion for line in lines for criterion in line.cells}
    ordered = sorted(found, key=lambda criterion: _place(criterion, known.outcomes))
    criteria = [_summary(one, lines, known.grades) for one in ordered]
    return FrameworkScores(name, known.title, criteria, lines, reports)


def _line(rows: list[dict[str, Any]]) -> Line:
    first = rows[0]
    body = first["body"] or first["report_title"] or first["report_id"]
    cells: dict[str, Cell] = {}
    for row in rows:
        # The first mention is the headline; a second one of the same outcome does not replace it.
        cells.setdefault(row["criterion"], _cell(row))
    return Line(first["report_id"], body, first["published"], cells)


def _cell(row: dict[str, Any]) -> Cell:
    names = ("report_id", "criterion", "title", "score", "grade", "file", "page", "link")
    return Cell(**{name: row[name] for name in names})


def _summary(criterion: str, lines: Sequence[Line], scale: list[str]) -> CriterionSummary:
    rated = [line for line in lines if criterion in line.cells]
    cells = [line.cells[criterion] for line in rated]
    scores = [cell.score for cell in cells if cell.score is not None]
    grades = Counter(cell.grade for cell in cells if cell.score is None and cell.grade)
    return CriterionSummary(
        criterion=criterion,
        title=cells[0].title,
        bodies=len({line.body for line in rated}),
        lowest=min(scores, default=None),
        median=median(scores) if scores else None,
        highest=max(scores, default=None),
        grades={name: grades[name] for name in sorted(grades, key=lambda one: _rank(one, scale))},
    )


def _place(criterion: str, outcomes: list[str]) -> tuple[int, list[tuple[int, str]]]:
    """The framework's own order; then numbers as numbers, and words after them."""
    known = outcomes.index(criterion) if criterion in outcomes else len(outcomes)
    pieces = re.findall(r"\d+|[^\d.]+", criterion)
    return known, [(int(one), "") if one.isdecimal() else (10**6, one) for one in pieces]


def _rank(grade: str, scale: list[str]) -> tuple[int, str]:
    return (scale.index(grade) if grade in scale else len(scale), grade)


def summary_rows(scores: Iterable[FrameworkScores]) -> list[tuple[object, ...]]:
    """One row for each framework and criterion."""
    return [
        (
            table.framework,
            one.criterion,
            one.title,
            one.bodies,
            one.lowest,
            one.median,
            one.highest,
            one.grades_text,
        )
        for table in scores
        for one in table.criteria
    ]


def matrix_rows(scores: Iterable[FrameworkScores]) -> list[tuple[object, ...]]:
    """One row for each report and criterion, in the order of the matrix."""
    return [
        (
            table.framework,
            line.body,
            line.published,
            cell.criterion,
            cell.title,
            cell.score,
            cell.grade,
            cell.link,
            cell.report_id,
        )
        for table in scores
        for line in table.lines
        for one in table.criteria
        if (cell := line.cells.get(one.criterion))
    ]
