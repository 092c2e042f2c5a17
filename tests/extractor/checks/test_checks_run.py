"""All checks together: their order, and nothing told twice."""

from __future__ import annotations

from extractor.checks.run import CHECKS, run_checks
from tests.told import told

CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"


def test_two_findings_are_told_of_once() -> None:
    report = told(
        ("Summary", "Text."),
        ("Protecting the public.", f"{CARRIED_OUT} 61% of cases."),
        ("Protecting the public", f"{CARRIED_OUT} three-quarters of cases."),
        parts={"Summary": "summary"},
    )
    report.sections[2].parent_id = "Summary"
    alone = [problem.code for check in CHECKS for problem in check.find(report, None)]
    assert {"retold_number", "summary_and_body"} <= set(alone)
    assert [problem.code for problem in run_checks(report, None)] == ["retold_number"]


def test_the_most_serious_first() -> None:
    report = told(
        f"{CARRIED_OUT} 41% of 52 relevant cases.",
        "1.1. It had been “in 250% of cases”.",
        percent_signs=9,
    )
    severities = [problem.severity for problem in run_checks(report, None)]
    assert severities == sorted(severities, key=("error", "warning", "note").index)
    assert len(set(severities)) > 1


def test_codes_are_unique() -> None:
    codes = [check.code for check in CHECKS]
    assert len(codes) == len(set(codes))
