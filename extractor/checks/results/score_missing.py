"""An outcome of the framework that the report covers and does not score."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import Place, at_block, problem
from schemas.family import Outcome
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.problem import Problem


def find(evidence: Evidence) -> Iterator[Problem]:
    """Outcomes that have a heading of their own and no headline, where others have one."""
    report, framework = evidence.report, evidence.framework
    if framework is None or not report.ratings:
        return
    scored = {rating.criterion for rating in report.ratings}
    for outcome in framework.outcomes:
        if outcome.id not in scored:
            places = _headings(evidence, framework, outcome)
            if places:
                message = f"No headline was found for {outcome.title}, which has a part of its own."
                yield problem(CHECK.code, "warning", message, places, criterion=outcome.id)


def _headings(evidence: Evidence, framework: Framework, outcome: Outcome) -> list[Place]:
    """The first heading of the outcome's part."""
    names = {plain_words(name) for name in outcome.names}
    for section in evidence.report.sections:
        of_part = framework.outcome_of_part(section.part) == outcome.id
        if of_part or plain_words(section.title) in names:
            return [at_block(evidence.report, evidence.blocks[section.block_id])]
    return []


_ASSISTING = (
    "# Assisting sentencing\nOverall, 78% of work to assist sentencing was done well enough.\n"
)

CHECK = Check(
    code="score_missing",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.RESULT,
    order=3,
    sees="an outcome with a heading of its own and no headline, in a report that scores others",
    cannot_see="whether it is missing in print or was not recognised",
    examples=(
        Example(
            f"{_ASSISTING}# Delivering effective work for victims\nVictims were contacted early.",
            says="No headline was found for Delivering effective work for victims, which has a "
            "part of its own.",
            framework="hmip-adult-offending-2013",
        ),
    ),
    traps=(
        Example(_ASSISTING, framework="hmip-adult-offending-2013"),
        Example(
            "# Delivering effective work for victims\nVictims were contacted early.",
            framework="hmip-adult-offending-2013",
        ),
    ),
)
