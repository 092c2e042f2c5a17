"""Restatements with both of their findings, for the checks that hold them against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.problem_places import at_finding, problem
from schemas.finding import Finding
from schemas.problem import Problem, Severity
from schemas.report import Report, RestatementPair

# Probability that two findings state the same fact, from which it is taken to be so. 0.72 finds the
# same problems in 141 reports.
SURE = 0.9


@dataclass(frozen=True)
class FindingPair:
    """Two findings that state the same fact, the earlier first."""

    restatement: RestatementPair
    one: Finding
    other: Finding

    @property
    def kinds(self) -> set[str]:
        return {self.one.kind, self.other.kind}

    @property
    def is_sure(self) -> bool:
        """Whether the two surely state one fact."""
        return self.restatement.score >= SURE


def restated_pairs(report: Report) -> Iterator[FindingPair]:
    """The restatements, headline scores left out: those have a check of their own."""
    found = {finding.finding_id: finding for finding in report.findings}
    scored = any(rating.score is not None for rating in report.ratings)
    for restatement in report.restatements:
        one, other = found[restatement.finding_id], found[restatement.other_id]
        if not scored or "score" not in (one.context, other.context):
            yield FindingPair(restatement, one, other)


def stated_otherwise(code: str, severity: Severity, one: Finding, other: Finding) -> Problem:
    """The problem of two findings that state one fact in two ways."""
    return problem(
        code,
        severity,
        f"The same is told as “{one.text}” on page {one.page} and as “{other.text}” on page "
        f"{other.page}.",
        [at_finding(one), at_finding(other)],
        criterion=one.criterion or other.criterion,
    )


def in_two_chapters(one: str, other: str) -> str:
    """The text of an example: a summary, and the chapter that it sums up."""
    return f"# Summary\n{one}\n# Protecting the public\n{other}"


_SHARED = "The risk management plan had been shared with the police sufficiently often in"

# Traps of every check of restatements.
PAIRS_THAT_AGREE = (
    in_two_chapters(f"{_SHARED} 70% of cases.", f"{_SHARED} 70% of cases."),
    in_two_chapters(f"{_SHARED} 67% of cases.", f"{_SHARED} two-thirds of cases."),
    in_two_chapters(f"{_SHARED} two-thirds of cases.", f"{_SHARED} two-thirds of relevant cases."),
)
