"""Headline scores and grades as problems name them, and where they stand."""

from __future__ import annotations

from extractor.checks.problem_places import Place, at_finding
from schemas.finding import Provenance
from schemas.rating import Rating
from schemas.report import Report


def headline(score: float | None, grade: str | None) -> str | None:
    """A score or a grade as one text."""
    return grade if score is None else f"{score:g}%"


def place_of(report: Report, rating: Rating) -> Place:
    """Where the headline of an outcome stands first."""
    for finding in report.findings:
        if (finding.block_id, finding.start) == (rating.block_id, rating.start):
            return at_finding(finding)
    fields = {name: getattr(rating, name) for name in Provenance.model_fields}
    return Place(Provenance.model_construct(**fields), rating.text)
