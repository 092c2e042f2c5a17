"""The same share of all cases in one place, and of relevant cases in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Check, at_finding, problem
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_SURE = 0.9  # evidence that two findings tell the same fact
_SHARES = frozenset({"percentage", "ratio", "fraction"})
_SCOPE = re.compile(
    r"\s+of\s+(?P<scope>(?:all|(?:the\s+)?(?:\d+\s+)?(?P<some>relevant|applicable|eligible))\s+"
    r"(?:of\s+)?(?:the\s+|our\s+)?[a-z]+s)\b",
    re.I,
)


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Sure restatements with one number, of which only one is told of all there are."""
    texts = {block.block_id: block.text for block in report.blocks}
    found = {one.finding_id: one for one in report.findings}
    told: set[str] = set()
    for pair in report.restatements:
        one, other = found[pair.finding_id], found[pair.other_id]
        scopes = [_SCOPE.match(texts[two.block_id], two.end) for two in (one, other)]
        if "number" in pair.differs or pair.score < _SURE or not {one.kind, other.kind} <= _SHARES:
            continue
        if scopes[0] is None or scopes[1] is None:
            continue
        if bool(scopes[0]["some"]) == bool(scopes[1]["some"]):
            continue
        universal = other if scopes[0]["some"] else one
        if universal.finding_id not in told:
            told.add(universal.finding_id)
            yield _problem((one, scopes[0]["scope"]), (other, scopes[1]["scope"]))


def _problem(one: tuple[Finding, str], other: tuple[Finding, str]) -> Problem:
    (first, whose), (second, whose_else) = one, other
    return problem(
        CHECK.code,
        "warning",
        f"The same is told of “{whose}” on page {first.page} and of “{whose_else}” on page "
        f"{second.page}.",
        [at_finding(first), at_finding(second)],
        criterion=first.criterion,
    )


CHECK = Check("retold_scope", find)
