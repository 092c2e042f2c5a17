"""Headline scores and grades: one rating for each outcome, its first mention and all others."""

from __future__ import annotations

from extractor.assembly.assembler import Body
from extractor.frameworks.grade_places import read_grades
from extractor.frameworks.scores import read_scores
from schemas.family import Outcome
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.rating import Mention, Rating, Restatement


def read_ratings(
    report_id: str,
    findings: list[Finding],
    built: Body,
    labels: dict[int, str],
    framework: Framework | None,
) -> list[Rating]:
    """The ratings of a report in the framework's order; none where no framework gives any.

    Args:
        report_id: of the report.
        findings: those that state a score get the context ``score``.
        built: the report's blocks and sections.
        labels: physical page to its printed number.
        framework: the report's family.
    """
    if framework is None:
        return []
    mentions = _mentions(findings, built, framework)
    ratings = []
    for outcome in framework.outcomes:
        own = [mention for mention in mentions if mention.outcome == outcome.id]
        if own:
            ratings.append(_rating(report_id, outcome, own, labels))
    return ratings


def _mentions(findings: list[Finding], built: Body, framework: Framework) -> list[Mention]:
    """Every place that states a result, as the scale has them."""
    match framework.scale.kind:
        case "percent":
            return list(read_scores(findings, built.blocks, framework))
        case "grades":
            return list(read_grades(built.blocks, built.sections, framework))
        case "none":
            return []


def _rating(
    report_id: str, outcome: Outcome, mentions: list[Mention], labels: dict[int, str]
) -> Rating:
    first, *others = mentions
    page = first.boxes[0].page
    return Rating(
        report_id=report_id,
        block_id=first.block_id,
        start=first.start,
        end=first.end,
        page=page,
        page_label=labels.get(page),
        boxes=first.boxes,
        criterion=outcome.id,
        title=outcome.title,
        score=first.score,
        grade=first.grade,
        text=first.text,
        restated=[_restatement(one) for one in others],
        contradicted=any((one.score, one.grade) != (first.score, first.grade) for one in others),
    )


def _restatement(mention: Mention) -> Restatement:
    return Restatement(
        block_id=mention.block_id,
        start=mention.start,
        end=mention.end,
        page=mention.boxes[0].page,
        text=mention.whole,
        score=mention.score,
        grade=mention.grade,
        boxes=mention.boxes,
    )
