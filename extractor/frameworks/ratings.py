"""Headline scores and grades: one rating for each outcome, its first mention and all others."""

from __future__ import annotations

from extractor.assembly.assembler import Body
from extractor.frameworks.grade_places import read_grades
from extractor.frameworks.scores import read_scores
from schemas.family import Outcome
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.rating import Mention, Rating, Restatement


def read_ratings(body: Body, findings: list[Finding], framework: Framework | None) -> list[Rating]:
    """The ratings of a report in the framework's order; none where no framework gives any.

    Args:
        body: the report's blocks and sections.
        findings: of the report; those that state a score have the context ``score``.
        framework: the report's family.
    """
    if framework is None:
        return []
    mentions = _mentions(findings, body, framework)
    ratings = []
    for outcome in framework.outcomes:
        own = [mention for mention in mentions if mention.outcome == outcome.id]
        if own:
            ratings.append(_rating(body, outcome, own))
    return ratings


def _mentions(findings: list[Finding], body: Body, framework: Framework) -> list[Mention]:
    """Every place that states a result, as the scale has them."""
    match framework.scale.kind:
        case "percent":
            return list(read_scores(findings, body.blocks, framework))
        case "grades":
            return list(read_grades(body.blocks, body.sections, framework))
        case "none":
            return []


def _rating(body: Body, outcome: Outcome, mentions: list[Mention]) -> Rating:
    first, *others = mentions
    page = first.boxes[0].page
    return Rating(
        report_id=body.ids.report_id,
        block_id=first.block_id,
        start=first.start,
        end=first.end,
        page=page,
        page_label=body.page_labels.get(page),
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
