"""An outcome of the framework that the report covers and does not score."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Check, Place, at_block, problem
from schemas.family import Outcome
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.problem import Problem
from schemas.report import Report


def find(report: Report, framework: Framework | None) -> Iterator[Problem]:
    """Outcomes that have a heading of their own and no headline, where others have one."""
    if framework is None or not report.ratings:
        return
    scored = {rating.criterion for rating in report.ratings}
    for outcome in framework.outcomes:
        if outcome.id not in scored:
            places = _headings(report, framework, outcome)
            if places:
                message = f"No headline was found for {outcome.title}, which has a part of its own."
                yield problem(CHECK.code, "warning", message, places, criterion=outcome.id)


def _headings(report: Report, framework: Framework, outcome: Outcome) -> list[Place]:
    """The first heading of the outcome's part."""
    names = {plain_words(name) for name in outcome.names}
    for section in report.sections:
        of_part = framework.outcome_of_part(section.part) == outcome.id
        if of_part or plain_words(section.title) in names:
            return [at_block(report, report.block(section.block_id))]
    return []


CHECK = Check("score_missing", find)
