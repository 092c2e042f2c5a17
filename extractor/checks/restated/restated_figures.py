"""The same fact in two places with another number or base, or in words that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.printed_shares import allowed, together
from extractor.checks.problem_places import at_finding, problem
from schemas.finding import Finding
from schemas.problem import Problem, Severity
from schemas.report import Report, RestatementPair

_SURE = 0.9  # evidence that two findings tell the same fact
_SURE_OF_THE_REST = 0.75  # where the numbers themselves speak against it already
_FIGURES = frozenset({"percentage", "ratio", "rate"})
_SHARES = _FIGURES | {"fraction", "complement"}
_FEW = 10  # "nine out of ten" is a way of speaking


@dataclass(frozen=True)
class _Pair:
    """Two findings that tell the same fact, the earlier first."""

    restatement: RestatementPair
    one: Finding
    other: Finding

    @property
    def kinds(self) -> set[str]:
        return {self.one.kind, self.other.kind}


def find_base(evidence: Evidence) -> Iterator[Problem]:
    """The same number of the same thing, out of another base."""
    for pair in _pairs(evidence.report):
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


def find_number(evidence: Evidence) -> Iterator[Problem]:
    """The same fact with another number; "all" where another place says "all but one"."""
    for pair, severity in _different_numbers(evidence.report):
        yield _problem(pair.one, pair.other, severity)


def find_words(evidence: Evidence) -> Iterator[Problem]:
    """Mentions that go together two by two, and not all at once: one-third, and 40%."""
    other_numbers = {
        finding.finding_id
        for pair, _ in _different_numbers(evidence.report)
        for finding in (pair.one, pair.other)
    }
    for mentions in _clusters(evidence.report):
        known = other_numbers & {finding.finding_id for finding in mentions}
        apart = None if known else _apart(mentions)
        if apart is not None:
            yield _problem(*apart, "warning", WORDS.code)


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
    share, rest = allowed(one), allowed(other)
    return share is not None and rest is not None and share.overlaps(rest.complement())


def _may_be_added(report: Report, pair: _Pair) -> bool:
    """Whether one number is the sum of the other and one beside it: fully, and partly."""
    for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
        for beside in report.findings:
            mates = beside.block_id == one.block_id and beside is not one and beside.kind in _SHARES
            if mates and _is_sum(other, one, beside):
                return True
    return False


def _is_sum(whole: Finding, one: Finding, other: Finding) -> bool:
    """Whether one share can be what two others are together."""
    total, parts = allowed(whole), (allowed(one), allowed(other))
    if total is None or parts[0] is None or parts[1] is None:
        return False
    return total.overlaps(together(parts[0], parts[1]))


def _problem(one: Finding, other: Finding, severity: Severity, code: str | None = None) -> Problem:
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


_IN_TWO_CHAPTERS = "# Summary\n{}\n# Protecting the public\n{}"
_BY_VICTIM = "There was no evidence that the views of the victim had been taken into account in"
_SHARED = "The risk management plan had been shared with the police sufficiently often in"
_CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"
_CONFIDENT = (
    "felt confident that they could identify and work with safeguarding issues of children."
)
_AGREE = (
    _IN_TWO_CHAPTERS.format(f"{_SHARED} 70% of cases.", f"{_SHARED} 70% of cases."),
    _IN_TWO_CHAPTERS.format(f"{_SHARED} 67% of cases.", f"{_SHARED} two-thirds of cases."),
    _IN_TWO_CHAPTERS.format(
        f"{_SHARED} two-thirds of cases.", f"{_SHARED} two-thirds of relevant cases."
    ),
)

BASE = Check(
    code="retold_base",
    find=find_base,
    severities={"error": ""},
    certainty=Certainty.RESTATEMENT,
    order=1,
    sees="a restatement with the same number out of another stated base",
    cannot_see="bases that only one of the mentions states",
    examples=(
        Example(
            _IN_TWO_CHAPTERS.format(
                f"{_BY_VICTIM} 41% of 44 relevant cases.",
                f"{_BY_VICTIM} 41% of the 52 relevant cases.",
            ),
            says="The same is told of 44 on page 2 and of 52 on page 4.",
        ),
    ),
    traps=(
        *_AGREE,
        _IN_TWO_CHAPTERS.format(  # a way of speaking has no base
            "Nearly nine out of ten written reports contained an appropriate proposal.",
            "There was an appropriate proposal in 27 out of 31 written reports.",
        ),
    ),
)
NUMBER = Check(
    code="retold_number",
    find=find_number,
    severities={
        "error": "between figures in nearly the same words, or “all” and “all but one”",
        "warning": "otherwise",
    },
    certainty=Certainty.RESTATEMENT,
    order=2,
    sees="a restatement with a number that cannot be the same",
    cannot_see="mentions in quite other words; numbers that are each other's rest to 100, as one "
    "mention may deny what the other says",
    examples=(
        Example(
            _IN_TWO_CHAPTERS.format(
                f"All but one of those who were interviewed {_CONFIDENT}",
                f"As we noted, all of the managers we interviewed {_CONFIDENT}",
            ),
            says="The same is told as “All but one” on page 2 and as “all” on page 4.",
        ),
        Example(
            _IN_TWO_CHAPTERS.format(
                f"{_CARRIED_OUT} 81% of cases.", f"{_CARRIED_OUT} 61% of cases."
            ),
            says="The same is told as “81%” on page 2 and as “61%” on page 4.",
        ),
        Example(
            _IN_TWO_CHAPTERS.format(
                f"{_CARRIED_OUT} three-quarters of cases.", f"{_CARRIED_OUT} 61% of cases."
            ),
            says="The same is told as “three-quarters” on page 2 and as “61%” on page 4.",
            severity="warning",
        ),
    ),
    traps=(
        *_AGREE,
        _IN_TWO_CHAPTERS.format(  # what is left of a hundred may be a denial
            f"{_CARRIED_OUT} 61% of cases.",
            "Actions set out in the risk management plan had been carried out too seldom in 39% "
            "of cases.",
        ),
        _IN_TWO_CHAPTERS.format(  # 45 and 30 are three-quarters
            "The objectives of the sentence plan had been achieved fully or partly in "
            "three-quarters of cases.",
            "The objectives of the sentence plan had been achieved fully in 45% and partly in 30% "
            "of cases.",
        ),
        _IN_TWO_CHAPTERS.format(f"{_CARRIED_OUT} all cases.", f"{_CARRIED_OUT} most cases."),
    ),
)
WORDS = Check(
    code="retold_words",
    find=find_words,
    severities={"warning": ""},
    certainty=Certainty.RESTATEMENT,
    order=3,
    sees="mentions that agree two by two but not all at once (“more than one-third”, then 40%, "
    "then “one-third”); the same fraction with and without “more than”",
    cannot_see="words without a number (most, few)",
    examples=(
        Example(
            _IN_TWO_CHAPTERS.format(
                f"{_CARRIED_OUT} three-quarters of cases.",
                f"{_CARRIED_OUT} more than three-quarters of cases.",
            ),
            says="The same is told as “three-quarters” on page 2 and as “more than "
            "three-quarters” on page 4.",
        ),
    ),
    traps=_AGREE,
)
