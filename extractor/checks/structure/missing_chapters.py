"""Chapters of a scored report against the framework: what is missing, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_block, problem
from schemas.document import Section
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report


def find_missing(evidence: Evidence) -> Iterator[Problem]:
    """Criteria of an outcome without a heading, where other criteria of it have one."""
    report, framework = evidence.report, evidence.framework
    if framework is None:
        return
    for outcome in framework.outcomes:
        sections = _of_outcome(report, framework, outcome.id)
        found = {section.criterion for section in sections}
        wanted = [one for one in framework.criteria if one.outcome == outcome.id]
        if not found & {one.id for one in wanted}:
            continue
        for criterion in wanted:
            if criterion.id not in found:
                yield problem(
                    MISSING.code,
                    "warning",
                    f"{outcome.title} has no heading for {criterion.id}, {criterion.title}.",
                    [at_block(report, evidence.blocks[sections[0].block_id])],
                    criterion=criterion.id,
                )


def find_unknown(evidence: Evidence) -> Iterator[Problem]:
    """Numbered headings of an outcome that are none of its criteria, beside others that are."""
    report, framework = evidence.report, evidence.framework
    if framework is None:
        return
    known = {one.id for one in framework.criteria}
    for outcome in framework.outcomes:
        numbered = [one for one in _of_outcome(report, framework, outcome.id) if one.number]
        levels = {one.level for one in numbered if one.criterion in known}
        for section in numbered:
            if section.level in levels and section.criterion not in known:
                yield problem(
                    UNKNOWN.code,
                    "warning",
                    f"The heading “{section.title}” is no criterion of {outcome.title}.",
                    [at_block(report, evidence.blocks[section.block_id])],
                    criterion=outcome.id,
                )


def _of_outcome(report: Report, framework: Framework, outcome: str) -> list[Section]:
    return [one for one in report.sections if framework.outcome_of_part(one.part) == outcome]


_FAMILY = "hmip-adult-offending-2013"
_CHAPTER = """
    # Delivering the sentence of the court
    ## 1. Assessment and planning to deliver the sentence
    ## 2. Delivery and review of the sentence plan and maximising offender engagement
"""
_ACHIEVED = "## 3. Initial outcomes are achieved\n"
_LEADERSHIP = (
    "## 4. Leadership and management to deliver the sentence and achieve initial outcomes\n"
)
_COMPLETE = f"{_CHAPTER}{_ACHIEVED}{_LEADERSHIP}"

MISSING = Check(
    code="criterion_missing",
    find=find_missing,
    severities={"warning": ""},
    certainty=Certainty.STRUCTURE,
    order=1,
    sees="a chapter of an outcome that has headings for some of the framework's criteria and not "
    "for all",
    cannot_see="whether the heading is missing in print or was not recognised",
    examples=(
        Example(
            f"{_CHAPTER}{_LEADERSHIP}",
            says="Delivering the sentence of the court has no heading for 2.3, Initial outcomes "
            "are achieved.",
            framework=_FAMILY,
        ),
    ),
    traps=(
        Example(_COMPLETE, framework=_FAMILY),
        Example(f"{_CHAPTER}{_LEADERSHIP}"),  # no family, no criteria
        Example("# Delivering the sentence of the court\nText.", framework=_FAMILY),
    ),
)
UNKNOWN = Check(
    code="criterion_unknown",
    find=find_unknown,
    severities={"warning": ""},
    certainty=Certainty.STRUCTURE,
    order=2,
    sees="a numbered heading among those of an outcome's criteria that is none of them",
    cannot_see="whether the heading is none in print or was not recognised",
    examples=(
        Example(
            f"{_COMPLETE}## 5. Quite another thing",
            says="The heading “Quite another thing” is no criterion of Delivering the sentence of "
            "the court.",
            framework=_FAMILY,
        ),
    ),
    traps=(
        Example(_COMPLETE, framework=_FAMILY),
        Example(f"{_COMPLETE}## Practice illustration", framework=_FAMILY),
        Example(f"{_COMPLETE}### 4.1 A detail", framework=_FAMILY),
        Example(f"{_COMPLETE}## 5. Quite another thing"),  # no family, no criteria
    ),
)
