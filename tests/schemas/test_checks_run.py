"""All checks together: their order, and nothing told twice."""

from __future__ import annotations

from schemas.checks.run import CHECKS, run_checks
from schemas.report import Retelling
from tests.told import told

CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"


def test_two_findings_are_told_of_once() -> None:
    report = told(
        ("Summary", f"{CARRIED_OUT} more than three-quarters of cases."),
        ("Protecting the public", f"{CARRIED_OUT} 61% of cases."),
        parts={"Summary": "summary"},
    )
    one, other = report.findings
    pair = Retelling(
        finding_id=one.finding_id, other_id=other.finding_id, score=0.95, agrees=[], differs=[]
    )
    report.retellings = [pair, pair.model_copy(update={"differs": ["number"]})]
    alone = [problem.code for check in CHECKS for problem in check.find(report, None)]
    assert {"retold_number", "retold_words"} <= set(alone)
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
