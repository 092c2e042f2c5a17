"""Grades that break a rule of the framework: an overall grade that its parts do not allow."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Check, problem
from extractor.checks.restated.score_repeated import place_of
from schemas.framework import Framework
from schemas.grading import GradeRule
from schemas.problem import Problem
from schemas.report import Report


def find(report: Report, framework: Framework | None) -> Iterator[Problem]:
    """Rules whose grades are all known and do not agree."""
    if framework is None:
        return
    grades = {one.criterion: one.grade for one in report.ratings if one.grade}
    for rule in framework.rules:
        if rule.holds(grades, framework.scale.names) is False:
            yield _problem(report, framework, rule, grades)


def _problem(
    report: Report, framework: Framework, rule: GradeRule, grades: dict[str, str]
) -> Problem:
    told = ", ".join(
        f"{framework.outcome(one).title}: {grades[one]}" for one in (rule.of, *rule.parts)
    )
    places = [
        place_of(report, one) for one in report.ratings if one.criterion in (rule.of, *rule.parts)
    ]
    return problem(
        CHECK.code,
        "error",
        f"{rule.says.rstrip('.')}; but {told}.",
        places,
        criterion=rule.of,
        verdict_changing=True,
    )


CHECK = Check("grade_rule", find)
