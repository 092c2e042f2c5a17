"""All checks together: their order, and nothing found twice."""

from __future__ import annotations

from typing import get_args

from extractor.checks.check_model import Example
from extractor.checks.excerpts import read_example
from extractor.checks.registry import all_checks
from extractor.checks.run import run_checks
from schemas.framework import Framework
from schemas.geometry import Box
from schemas.problem import Problem, Severity

CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"
ASSIST = "Overall, 78% of work to assist sentencing was done well enough."


def found(text: str, framework: Framework | None = None, **fields: object) -> list[Problem]:
    example = Example(text, framework=framework.id if framework else None, fields=fields)
    return run_checks(read_example(example).report, framework)


def test_two_findings_are_spoken_of_once() -> None:
    text = f"""
        # Summary
        ## Protecting the public
        {CARRIED_OUT} 61% of cases.
        # Protecting the public
        {CARRIED_OUT} three-quarters of cases.
    """
    evidence = read_example(text)
    alone = [problem.code for check in all_checks() for problem in check.find(evidence)]
    assert {"retold_number", "summary_and_body"} <= set(alone)
    assert [problem.code for problem in found(text)] == ["retold_number"]


def test_the_most_serious_first() -> None:
    text = f"{CARRIED_OUT} 41% of 52 relevant cases.\n1.1. It had been “in 250% of cases”."
    severities = [problem.severity for problem in found(text, percent_signs=9)]
    assert severities == sorted(severities, key=get_args(Severity).index)
    assert len(set(severities)) > 1


def test_what_changes_a_verdict_comes_first(framework: Framework) -> None:
    again = ASSIST.replace("78", "72")
    text = f"In 41% of the 52 cases it was late.\n# Assisting sentencing\n{ASSIST}\n{again}"
    problems = found(text, framework)
    assert [problem.code for problem in problems][:2] == ["score_repeated", "impossible_share"]
    assert [problem.pages[0] for problem in problems[:2]] == [3, 1]


def test_boxes_of_places_are_those_of_the_findings() -> None:
    (problem,) = found("In 41% of the 52 cases it was late.")
    assert problem.code == "impossible_share"
    assert problem.places[0].boxes == [Box(1, 50, 100, 500, 110)]
    assert problem.places[0].page == 1
