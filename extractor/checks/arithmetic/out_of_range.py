"""A share of a population above 100%."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Check, at_finding, problem
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Percentages of people or cases; of a target or an earlier figure there can be more."""
    for finding in report.findings:
        if finding.kind != "percentage" or finding.change or finding.value is None:
            continue
        counted = finding.population and finding.context not in ("target", "comparison")
        if finding.value > 100 and counted:
            yield problem(
                CHECK.code,
                "error",
                f"{finding.text} of {finding.population} is more than all of them.",
                [at_finding(finding)],
                criterion=finding.criterion,
            )


CHECK = Check("out_of_range", find)
