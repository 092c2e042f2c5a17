"""A count that is greater than what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.checks.model import Check, at_finding, problem
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """n of d with n above d."""
    for finding in report.findings:
        count, total = finding.numerator, finding.denominator
        if finding.kind == "rate" or count is None or total is None or count <= total:
            continue
        yield problem(
            CHECK.code,
            "error",
            f"{count} is said to be a part of {total}.",
            [at_finding(finding)],
            criterion=finding.criterion,
        )


CHECK = Check("count_above_base", find)
