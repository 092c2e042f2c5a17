"""The same fact with another number."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.printed_shares import allowed, together
from extractor.checks.restated_pairs import (
    PAIRS_THAT_AGREE,
    FindingPair,
    in_two_chapters,
    restated_pairs,
    stated_otherwise,
)
from schemas.finding import Finding
from schemas.problem import Problem, Severity
from schemas.report import Report

# Probability, less than SURE as numbers that differ have lowered it already. At 0.6 nothing more is
# found in 141 reports; at 0.9 eight problems of twelve are lost.
_SURE_BY_WORDS = 0.75
_FIGURES = frozenset({"percentage", "ratio", "rate"})
_SHARES = _FIGURES | {"fraction", "complement"}


def find(evidence: Evidence) -> Iterator[Problem]:
    """The same fact with another number; "all" where another place says "all but one"."""
    for pair, severity in different_numbers(evidence.report):
        yield stated_otherwise(CHECK.code, severity, pair.one, pair.other)


def different_numbers(report: Report) -> Iterator[tuple[FindingPair, Severity]]:
    """Pairs that state one fact with numbers that cannot be one, and how serious that is."""
    for pair in restated_pairs(report):
        severity = _of_numbers(pair) if "number" in pair.restatement.differs else None
        if severity is not None and not _may_be_added(report, pair):
            yield pair, severity


def _of_numbers(pair: FindingPair) -> Severity | None:
    """How serious two numbers are that cannot be one; None for words that are hardly numbers."""
    if pair.kinds == {"vague", "complement"}:
        return "error"  # all, and all but one
    if pair.restatement.score < _SURE_BY_WORDS or _is_the_rest(pair.one, pair.other):
        return None
    if pair.kinds <= _SHARES:
        return "error" if pair.kinds <= _FIGURES else "warning"
    universal = any(one.kind == "vague" and one.value in (0, 100) for one in (pair.one, pair.other))
    exact = len(pair.kinds & _SHARES) == 1
    return "warning" if universal and exact and pair.is_sure else None


def _is_the_rest(one: Finding, other: Finding) -> bool:
    """Whether one share can be what the other leaves of 100: a denial in unknown words."""
    share, rest = allowed(one), allowed(other)
    return share is not None and rest is not None and share.overlaps(rest.complement())


def _may_be_added(report: Report, pair: FindingPair) -> bool:
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


_CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"
_CONFIDENT = (
    "felt confident that they could identify and work with safeguarding issues of children."
)

CHECK = Check(
    code="retold_number",
    find=find,
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
            in_two_chapters(
                f"All but one of those who were interviewed {_CONFIDENT}",
                f"As we noted, all of the managers we interviewed {_CONFIDENT}",
            ),
            says="The same is told as “All but one” on page 2 and as “all” on page 4.",
        ),
        Example(
            in_two_chapters(f"{_CARRIED_OUT} 81% of cases.", f"{_CARRIED_OUT} 61% of cases."),
            says="The same is told as “81%” on page 2 and as “61%” on page 4.",
        ),
        Example(
            in_two_chapters(
                f"{_CARRIED_OUT} three-quarters of cases.", f"{_CARRIED_OUT} 61% of cases."
            ),
            says="The same is told as “three-quarters” on page 2 and as “61%” on page 4.",
            severity="warning",
        ),
    ),
    traps=(
        *PAIRS_THAT_AGREE,
        in_two_chapters(  # what is left of a hundred may be a denial
            f"{_CARRIED_OUT} 61% of cases.",
            "Actions set out in the risk management plan had been carried out too seldom in 39% "
            "of cases.",
        ),
        in_two_chapters(  # 45 and 30 are three-quarters
            "The objectives of the sentence plan had been achieved fully or partly in "
            "three-quarters of cases.",
            "The objectives of the sentence plan had been achieved fully in 45% and partly in 30% "
            "of cases.",
        ),
        in_two_chapters(f"{_CARRIED_OUT} all cases.", f"{_CARRIED_OUT} most cases."),
    ),
)
