"""The same share of all cases in one place, and of relevant cases in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_finding, problem
from extractor.checks.restated_pairs import SURE
from schemas.finding import Finding
from schemas.problem import Problem

_SHARES = frozenset({"percentage", "ratio", "fraction"})
_SCOPE = re.compile(
    r"\s+of\s+(?P<scope>(?:all|(?:the\s+)?(?:\d+\s+)?(?P<some>relevant|applicable|eligible))\s+"
    r"(?:of\s+)?(?:the\s+|our\s+)?[a-z]+s)\b",
    re.I,
)


def find(evidence: Evidence) -> Iterator[Problem]:
    """Sure restatements with one number, of which only one is of all there are."""
    found = {finding.finding_id: finding for finding in evidence.report.findings}
    seen: set[str] = set()
    for pair in evidence.report.restatements:
        one, other = found[pair.finding_id], found[pair.other_id]
        scopes = [_scope(evidence, finding) for finding in (one, other)]
        if "number" in pair.differs or pair.score < SURE or not {one.kind, other.kind} <= _SHARES:
            continue
        if scopes[0] is None or scopes[1] is None:
            continue
        if bool(scopes[0]["some"]) == bool(scopes[1]["some"]):
            continue
        universal = other if scopes[0]["some"] else one
        if universal.finding_id not in seen:
            seen.add(universal.finding_id)
            yield _problem((one, scopes[0]["scope"]), (other, scopes[1]["scope"]))


def _scope(evidence: Evidence, finding: Finding) -> re.Match[str] | None:
    """What stands behind a share, where it says of what: " of the relevant cases"."""
    return _SCOPE.match(evidence.blocks[finding.block_id].text, finding.end)


def _problem(one: tuple[Finding, str], other: tuple[Finding, str]) -> Problem:
    (first, scope), (second, other_scope) = one, other
    return problem(
        CHECK.code,
        "warning",
        f"The same is told of “{scope}” on page {first.page} and of “{other_scope}” on page "
        f"{second.page}.",
        [at_finding(first), at_finding(second)],
        criterion=first.criterion,
    )


_UNSAFE = "Insufficient attention was paid to the safety of children at home in one-quarter of"

CHECK = Check(
    code="retold_scope",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.RESTATEMENT,
    order=4,
    sees="a restatement with the same number, of “all cases” here and of “relevant cases” there",
    cannot_see="which of the two is meant; mentions that say neither",
    examples=(
        Example(
            f"# Summary\n{_UNSAFE} relevant cases.\n# Victims\n{_UNSAFE} all cases.",
            says="The same is told of “relevant cases” on page 2 and of “all cases” on page 4.",
        ),
        Example(
            f"# Summary\n{_UNSAFE} all the cases.\n# Victims\n{_UNSAFE} the 44 relevant cases.",
            says="The same is told of “all the cases” on page 2 and of “the 44 relevant cases” on "
            "page 4.",
        ),
    ),
    traps=tuple(
        f"# Summary\n{_UNSAFE} {one}.\n# Victims\n{_UNSAFE} {other}."
        for one, other in (
            ("all cases", "cases"),
            ("all cases", "all cases"),
            ("all cases", "the cases"),
            ("all cases", "all relevant cases"),
            ("cases", "relevant cases"),
        )
    ),
)
