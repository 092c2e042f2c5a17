"""The same fact in words that agree two by two, and not all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import isclose

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.printed_shares import allowed
from extractor.checks.restated.restated_number import different_numbers
from extractor.checks.restated_pairs import (
    PAIRS_THAT_AGREE,
    in_two_chapters,
    restated_pairs,
    stated_otherwise,
)
from schemas.finding import Finding
from schemas.problem import Problem
from schemas.report import Report


def find(evidence: Evidence) -> Iterator[Problem]:
    """Mentions that go together two by two, and not all at once: one-third, and 40%."""
    other_numbers = {
        finding.finding_id
        for pair, _ in different_numbers(evidence.report)
        for finding in (pair.one, pair.other)
    }
    for mentions in _clusters(evidence.report):
        known = other_numbers & {finding.finding_id for finding in mentions}
        apart = None if known else _apart(mentions)
        if apart is not None:
            yield stated_otherwise(CHECK.code, "warning", *apart)


def _clusters(report: Report) -> list[list[Finding]]:
    """Findings with an interval that surely state one fact, in reading order."""
    found = {one.finding_id: one for one in report.findings}
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for pair in restated_pairs(report):
        precise = (
            not pair.kinds & {"vague", "count"} and "complement" not in pair.restatement.agrees
        )
        if precise and pair.restatement.same and pair.is_sure:
            parent[root(pair.other.finding_id)] = root(pair.one.finding_id)
    clusters: defaultdict[str, list[Finding]] = defaultdict(list)
    for name, finding in found.items():
        if name in parent:
            clusters[root(name)].append(finding)
    return list(clusters.values())


def _apart(mentions: list[Finding]) -> tuple[Finding, Finding] | None:
    """The two that differ most plainly: no share fits both, or one is "more than" the other."""
    pairs = [(one, other) for i, one in enumerate(mentions) for other in mentions[i + 1 :]]
    for differ in (_disjoint, _other_modifier):
        for one, other in pairs:
            if one.polarity == other.polarity and differ(one, other):
                return one, other
    return None


def _disjoint(one: Finding, other: Finding) -> bool:
    share, other_share = allowed(one), allowed(other)
    return share is not None and other_share is not None and not share.overlaps(other_share)


def _other_modifier(one: Finding, other: Finding) -> bool:
    """Whether one says just the fraction, and the other more or less than it."""
    same = one.value is not None and one.value == other.value
    return same and one.kind == other.kind == "fraction" and _side(one) != _side(other)


def _side(finding: Finding) -> int:
    """1 for more than the fraction, -1 for less, 0 for the fraction itself."""
    if finding.value is None or finding.low is None or finding.high is None:
        return 0
    if isclose(finding.low, finding.value):
        return 1
    return -1 if isclose(finding.high, finding.value) else 0


_CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"

CHECK = Check(
    code="retold_words",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.RESTATEMENT,
    order=3,
    sees="mentions that agree two by two but not all at once (“more than one-third”, then 40%, "
    "then “one-third”); the same fraction with and without “more than”",
    cannot_see="words without a number (most, few)",
    examples=(
        Example(
            in_two_chapters(
                f"{_CARRIED_OUT} three-quarters of cases.",
                f"{_CARRIED_OUT} more than three-quarters of cases.",
            ),
            says="The same is told as “three-quarters” on page 2 and as “more than "
            "three-quarters” on page 4.",
        ),
    ),
    traps=PAIRS_THAT_AGREE,
)
