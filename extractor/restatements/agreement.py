"""Whether the numbers of two findings can be the same number, stated twice."""

from __future__ import annotations

import re
from typing import Literal

from extractor.language.expressions import Expressions
from extractor.language.numerals import number_in_words
from extractor.language.quantifier_intervals import allowed_by
from extractor.restatements.wording import rules
from schemas.finding import Finding
from schemas.interval import WHOLE, Interval

_FORMS = Expressions("candidates")
Agreement = Literal[
    "exact",
    "value",
    "round",
    "fraction",
    "interval",
    "complement",
    "whole",
    "vague",
    "worded",
    "loose",
    "exception",
    "differs",
    "apart",
]

# Numbers that cannot be one; "apart" are counts, and words that are hardly numbers.
DIFFERENT: tuple[Agreement, ...] = ("differs", "exception", "apart")

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_MANY = 12  # a count above it is rarely the same by chance
_ROUND = 5  # multiples of it are more often the same by chance


def agreement(one: Finding, other: Finding, opposite: bool) -> Agreement | None:
    """How two numbers agree; None where they cannot be held against each other.

    Args:
        one, other: the findings.
        opposite: what one says the other denies, so that one number is the rest of the other.
    """
    if one.kind == "count" or other.kind == "count":
        return None if opposite else _of_counts(one, other)
    if one.change or other.change:
        same = one.change and other.change and _figures(one) == _figures(other)
        return "value" if same and _figures(one) else None
    first, second = allowed(one), allowed(other)
    if first is None or second is None:
        same = one.text.lower() == other.text.lower()
        return _of_words(one, other) if same and not opposite else None
    if opposite:
        exact = "vague" not in (one.kind, other.kind)
        return "complement" if exact and first.overlaps(second.complement()) else None
    return _of_shares(one, other) if first.overlaps(second) else _how_different(one, other)


def _how_different(one: Finding, other: Finding) -> Agreement:
    if _is_exception(one, other):
        return "exception"
    return "differs" if _are_numbers(one, other) else "apart"


def _of_counts(one: Finding, other: Finding) -> Agreement | None:
    """A count against a count, or against the numerator of a ratio."""
    if one.numerator is None or other.numerator is None:
        return None
    if one.numerator != other.numerator:
        return "apart" if one.kind == other.kind else None
    return "value" if one.numerator > _MANY else "vague"


def _are_numbers(one: Finding, other: Finding) -> bool:
    """Whether one is a share in numbers, and the other too, or all or none."""
    shares = [two for two in (one, other) if two.kind != "vague"]
    words = [two for two in (one, other) if two.kind == "vague"]
    return bool(shares) and all(two.value in (0.0, WHOLE) for two in words)


def _is_exception(one: Finding, other: Finding) -> bool:
    """Whether one says "all" and the other "all but two"."""
    kinds = {one.kind: one, other.kind: other}
    if "complement" not in kinds or "vague" not in kinds:
        return False
    return kinds["vague"].value == WHOLE


def _of_shares(one: Finding, other: Finding) -> Agreement:
    """How strongly two shares that can be the same speak for the same fact."""
    if "vague" in (one.kind, other.kind):
        return _of_words(one, other)
    if one.value is None or one.value != other.value or one.low != other.low:
        return "interval"
    return "whole" if one.value in (0.0, 100.0) else _of_values(one, other, one.value)


def _of_words(one: Finding, other: Finding) -> Agreement:
    """Whether it is the same wording, and not one that stands everywhere (all, some, most)."""
    first, second = (_FORMS.articles.sub("", finding.text.lower()) for finding in (one, other))
    if first != second and one.kind == other.kind:
        return "loose"
    common = first in rules()["everywhere"]
    common = common or number_in_words(first) in range(1, rules()["everywhere_number"] + 1)
    return "worded" if first == second and not common else "vague"


def _of_values(one: Finding, other: Finding, value: float) -> Agreement:
    """How seldom two facts have that value by chance."""
    if one.kind == other.kind == "fraction":
        return "fraction"
    if one.kind == other.kind == "ratio" and one.denominator == other.denominator:
        return "exact"
    if value % 1 and "fraction" not in (one.kind, other.kind):
        return "exact"
    return "value" if value % _ROUND else "round"


def allowed(finding: Finding) -> Interval | None:
    """What the printed words allow; for words without a number, what readers take them for."""
    if finding.kind == "vague" and finding.value is None:
        words = allowed_by(finding.text)
        return words.interval if words else None
    if finding.low is not None and finding.high is not None:
        closed = bool(finding.low_closed), bool(finding.high_closed)
        return Interval(finding.low, finding.high, *closed)
    if finding.kind == "complement":
        return Interval(WHOLE / 2, WHOLE, True, False)  # all but two, of nobody knows how many
    return None


def _figures(finding: Finding) -> list[str]:
    return _FIGURE.findall(finding.text)
