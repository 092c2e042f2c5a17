"""Chapters of a scored report against the framework: what is missing, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Check, at_block, problem
from schemas.document import Section
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report


def find_missing(report: Report, framework: Framework | None) -> Iterator[Problem]:
    """Criteria of an outcome without a heading, where other criteria of it have one."""
    if framework is None:
        return
    for outcome in framework.outcomes:
        sections = _of_outcome(report, framework, outcome.id)
        told = {section.criterion for section in sections}
        wanted = [one for one in framework.criteria if one.outcome == outcome.id]
        if not told & {one.id for one in wanted}:
            continue
        for criterion in wanted:
            if criterion.id not in told:
                yield problem(
                    MISSING.code,
                    "warning",
                    f"{outcome.title} has no heading for {criterion.id}, {criterion.title}.",
                    [at_block(report, report.block(sections[0].block_id))],
                    criterion=criterion.id,
                )


def find_unknown(report: Report, framework: Framework | None) -> Iterator[Problem]:
    """Numbered headings of an outcome that are none of its criteria, beside others that are."""
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
                    [at_block(report, report.block(section.block_id))],
                    criterion=outcome.id,
                )


def _of_outcome(report: Report, framework: Framework, outcome: str) -> list[Section]:
    return [one for one in report.sections if framework.outcome_of_part(one.part) == outcome]


MISSING = Check("criterion_missing", find_missing)
UNKNOWN = Check("criterion_unknown", find_unknown)
