"""Grades that break a rule of the framework: an overall grade that its parts do not allow."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.headline_places import place_of
from extractor.checks.problem_places import problem
from schemas.framework import Framework
from schemas.grading import GradeRule
from schemas.problem import Problem
from schemas.report import Report


def find(evidence: Evidence) -> Iterator[Problem]:
    """Rules whose grades are all known and do not agree."""
    report, framework = evidence.report, evidence.framework
    if framework is None:
        return
    grades = {rating.criterion: rating.grade for rating in report.ratings if rating.grade}
    for rule in framework.rules:
        if rule.holds(grades, framework.scale.names) is False:
            yield _problem(report, framework, rule, grades)


def _problem(
    report: Report, framework: Framework, rule: GradeRule, grades: dict[str, str]
) -> Problem:
    given = ", ".join(
        f"{framework.outcome(one).title}: {grades[one]}" for one in (rule.of, *rule.parts)
    )
    places = [
        place_of(report, one) for one in report.ratings if one.criterion in (rule.of, *rule.parts)
    ]
    return problem(
        CHECK.code,
        "error",
        f"{rule.says.rstrip('.')}; but {given}.",
        places,
        criterion=rule.of,
        verdict_changing=True,
    )


_FAMILY = "ofsted-ilacs-2018"
_GRADES = """
    | The impact of leaders on social work practice with children and families | Good
    | The experiences and progress of children who need help and protection | Good
    | The experiences and progress of children in care and care leavers | Good
"""
_OVERALL = "| Overall effectiveness | "

CHECK = Check(
    code="grade_rule",
    find=find,
    severities={"error": ""},
    certainty=Certainty.RESULT,
    order=4,
    sees="grades that break a rule of the framework, as an overall grade better than each of its "
    "parts",
    cannot_see="rules that leave room for judgement",
    examples=(
        Example(
            f"{_GRADES}{_OVERALL}Outstanding",
            says="The overall grade is no better than the best and no worse than the worst of the "
            "others; but Overall effectiveness: Outstanding, The impact of leaders on social work "
            "practice with children and families: Good, The experiences and progress of children "
            "who need help and protection: Good, The experiences and progress of children in care "
            "and care leavers: Good.",
            framework=_FAMILY,
        ),
    ),
    traps=(
        Example(f"{_GRADES}{_OVERALL}Good", framework=_FAMILY),
        Example(f"{_OVERALL}Outstanding", framework=_FAMILY),  # the others are not known
        Example(f"{_GRADES}{_OVERALL}Outstanding"),  # no family, no rules
    ),
)
