"""The same fact told in two places with another number or base, or in words that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.check_model import Check, at_finding, problem
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem, Severity
from schemas.report import Report, RestatementPair

_SURE = 0.9  # evidence that two findings tell the same fact
_SURE_OF_THE_REST = 0.75  # where the numbers themselves speak against it already
_FIGURES = frozenset({"percentage", "ratio", "rate"})
_SHARES = _FIGURES | {"fraction", "complement"}
_FEW = 10  # "nine out of ten" is a way of speaking
_SLACK = 1e-6
_Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class _Pair:
    """Two findings that tell the same fact, the earlier first."""

    restatement: RestatementPair
    one: Finding
    other: Finding

    @property
    def kinds(self) -> set[str]:
        return {self.one.kind, self.other.kind}


def find_base(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """The same number of the same thing, out of another base."""
    for pair in _pairs(report):
        one, other = pair.one, pair.other
        bases = (one.denominator, other.denominator)
        sure = pair.restatement.score >= _SURE and "number" not in pair.restatement.differs
        if "base" in pair.restatement.differs and sure and min(b or 0 for b in bases) > _FEW:
            yield problem(
                BASE.code,
                "error",
                f"The same is told of {bases[0]} on page {one.page} and of {bases[1]} on page "
                f"{other.page}.",
                [at_finding(one), at_finding(other)],
                criterion=one.criterion,
            )


def find_number(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """The same fact with another number; "all" where another place says "all but one"."""
    for pair, severity in _different_numbers(report):
        yield _told_twice(pair.one, pair.other, severity)


def find_words(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Tellings that go together two by two, and not all at once: one-third, and 40%."""
    told = {
        one.finding_id for pair, _ in _different_numbers(report) for one in (pair.one, pair.other)
    }
    for facts in _clusters(report):
        apart = None if told & {one.finding_id for one in facts} else _apart(facts)
        if apart is not None:
            yield _told_twice(*apart, "warning", WORDS.code)


def _different_numbers(report: Report) -> Iterator[tuple[_Pair, Severity]]:
    for pair in _pairs(report):
        severity = _of_numbers(pair) if "number" in pair.restatement.differs else None
        if severity is not None and not _may_be_added(report, pair):
            yield pair, severity


def _of_numbers(pair: _Pair) -> Severity | None:
    """How serious two numbers are that cannot be one; None for words that are hardly numbers."""
    if pair.kinds == {"vague", "complement"}:
        return "error"  # all, and all but one
    if pair.restatement.score < _SURE_OF_THE_REST or _is_the_rest(pair.one, pair.other):
        return None
    if pair.kinds <= _SHARES:
        return "error" if pair.kinds <= _FIGURES else "warning"
    universal = any(one.kind == "vague" and one.value in (0, 100) for one in (pair.one, pair.other))
    exact = len(pair.kinds & _SHARES) == 1
    return "warning" if universal and exact and pair.restatement.score >= _SURE else None


def _is_the_rest(one: Finding, other: Finding) -> bool:
    """Whether one share can be what the other leaves of 100: a denial in unknown words."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return _overlap((one.low, one.high), (100 - other.high, 100 - other.low))


def _may_be_added(report: Report, pair: _Pair) -> bool:
    """Whether one number is the sum of the other and one beside it: fully, and partly."""
    for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
        for beside in report.findings:
            mates = beside.block_id == one.block_id and beside is not one and beside.kind in _SHARES
            if mates and _overlap(_sum(one, beside), (other.low, other.high)):
                return True
    return False


def _sum(one: Finding, other: Finding) -> _Bounds:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None, None
    return one.low + other.low, one.high + other.high


def _overlap(one: _Bounds, other: _Bounds) -> bool:
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return False
    return max(one[0], other[0]) <= min(one[1], other[1]) + _SLACK


def _told_twice(
    one: Finding, other: Finding, severity: Severity, code: str | None = None
) -> Problem:
    return problem(
        code or NUMBER.code,
        severity,
        f"The same is told as “{one.text}” on page {one.page} and as “{other.text}” on page "
        f"{other.page}.",
        [at_finding(one), at_finding(other)],
        criterion=one.criterion or other.criterion,
    )


def _pairs(report: Report) -> Iterator[_Pair]:
    """The restatements, headline scores left out: those have a check of their own."""
    found = {one.finding_id: one for one in report.findings}
    scored = any(rating.score is not None for rating in report.ratings)
    for restatement in report.restatements:
        one, other = found[restatement.finding_id], found[restatement.other_id]
        if not scored or "score" not in (one.context, other.context):
            yield _Pair(restatement, one, other)


def _clusters(report: Report) -> list[list[Finding]]:
    """Findings with an interval that surely tell one fact, in reading order."""
    found = {one.finding_id: one for one in report.findings}
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for pair in _pairs(report):
        precise = (
            not pair.kinds & {"vague", "count"} and "complement" not in pair.restatement.agrees
        )
        if precise and pair.restatement.same and pair.restatement.score >= _SURE:
            parent[root(pair.other.finding_id)] = root(pair.one.finding_id)
    clusters: defaultdict[str, list[Finding]] = defaultdict(list)
    for name, finding in found.items():
        if name in parent:
            clusters[root(name)].append(finding)
    return list(clusters.values())


def _apart(facts: list[Finding]) -> tuple[Finding, Finding] | None:
    """The two that differ most plainly: no share fits both, or one is "more than" the other."""
    pairs = [(one, other) for i, one in enumerate(facts) for other in facts[i + 1 :]]
    for differ in (_disjoint, _other_modifier):
        for one, other in pairs:
            if one.polarity == other.polarity and differ(one, other):
                return one, other
    return None


def _disjoint(one: Finding, other: Finding) -> bool:
    bounds = (one.low, one.high), (other.low, other.high)
    known = None not in (*bounds[0], *bounds[1])
    return known and not _overlap(*bounds)


def _other_modifier(one: Finding, other: Finding) -> bool:
    """Whether one says just the fraction, and the other more or less than it."""
    same = one.value is not None and one.value == other.value
    return same and one.kind == other.kind == "fraction" and _side(one) != _side(other)


def _side(finding: Finding) -> int:
    """1 for more than the fraction, -1 for less, 0 for the fraction itself."""
    if finding.value is None or finding.low is None or finding.high is None:
        return 0
    if abs(finding.low - finding.value) < _SLACK:
        return 1
    return -1 if abs(finding.high - finding.value) < _SLACK else 0


BASE = Check("retold_base", find_base)
NUMBER = Check("retold_number", find_number)
WORDS = Check("retold_words", find_words)
