"""A share of a population above 100%."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_finding, problem
from schemas.problem import Problem


def find(evidence: Evidence) -> Iterator[Problem]:
    """Percentages of people or cases; of a target or an earlier figure there can be more."""
    for finding in evidence.report.findings:
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


CHECK = Check(
    code="out_of_range",
    find=find,
    severities={"error": ""},
    certainty=Certainty.ARITHMETIC,
    order=7,
    sees="more than 100% of a population",
    cannot_see="more than 100% of a target or an earlier figure, which can be",
    examples=(
        Example(
            "Plans were clear in 120% of cases.", says="120% of cases is more than all of them."
        ),
    ),
    traps=("Plans were clear in 100% of cases.", "The number of cases rose by 120%."),
)
