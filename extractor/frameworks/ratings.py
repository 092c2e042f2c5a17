"""Headline scores and grades: one rating for each outcome, its first telling and all others."""

from __future__ import annotations

from extractor.assembly.assembler import Body
from extractor.frameworks.grade_places import read_grades
from extractor.frameworks.scores import read_scores
from schemas.family import Outcome
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.rating import Mention, Rating, Restatement


def read_ratings(body: Body, findings: list[Finding], framework: Framework | None) -> list[Rating]:
    """The ratings of a report in the framework's order; none without a framework.

    Args:
        body: the report's blocks and sections.
        findings: of the report; those that state a score have the context ``score``.
        framework: the report's family.
    """
    if framework is None:
        return []
    if framework.scale.kind == "percent":
        mentions = list(read_scores(findings, body.blocks, framework))
    else:
        mentions = list(read_grades(body.blocks, body.sections, framework))
    ratings = []
    for outcome in framework.outcomes:
        mine = [telling for telling in mentions if telling.outcome == outcome.id]
        if mine:
            ratings.append(_rating(body, outcome, mine))
    return ratings


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


def _restatement(telling: Mention) -> Restatement:
    return Restatement(
        page=telling.boxes[0].page,
        text=telling.whole,
        score=telling.score,
        grade=telling.grade,
        boxes=telling.boxes,
    )
