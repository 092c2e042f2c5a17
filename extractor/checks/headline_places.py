"""Headline scores and grades as problems name them, and where they stand."""

from __future__ import annotations

from extractor.checks.problem_places import Place, at_finding
from schemas.finding import Provenance
from schemas.rating import Rating, Restatement
from schemas.report import Report


def headline(score: float | None, grade: str | None) -> str | None:
    """A score or a grade as one text."""
    return grade if score is None else f"{score:g}%"


def place_of(report: Report, mention: Rating | Restatement) -> Place:
    """Where a headline stands: the finding that is its score, or the grade, which is no finding."""
    for finding in report.findings:
        if (finding.block_id, finding.start) == (mention.block_id, mention.start):
            return at_finding(finding)
    provenance = Provenance.model_construct(
        report_id=report.report_id,
        block_id=mention.block_id,
        start=mention.start,
        end=mention.end,
        page=mention.page,
        page_label=mention.page_label if isinstance(mention, Rating) else None,
        boxes=mention.boxes,
    )
    return Place(provenance, mention.text)
