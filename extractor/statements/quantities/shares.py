"""Fractions in words, ratios, complements and rates."""

from __future__ import annotations

import re
from functools import cache

from extractor.language.expressions import Expressions
from extractor.language.nlp import Match, around, find_near, grammar
from extractor.language.numerals import fraction_in_words, whole_numbers
from extractor.language.patterns import Bound
from extractor.language.word_forms import is_finite
from extractor.language.word_lists import shared_lists
from extractor.statements.arguments.noun_phrases import counted
from extractor.statements.quantities.changes import is_change
from extractor.statements.quantities.intervals import of_fraction, of_ratio
from extractor.statements.quantities.modifiers import Modifiers
from schemas.finding import Kind, Quantity
from schemas.interval import Interval

_FORMS = Expressions("ratios")
_KINDS: dict[str, Kind] = {
    "FRACTION": "fraction",
    "RATIO": "ratio",
    "RATIO_IN": "ratio",
    "RATIO_ALL": "ratio",
    "RATIO_NONE": "ratio",
    "COMPLEMENT": "complement",
    "RATE": "rate",
}
_YEAR = range(1900, 2100)
_AROUND = 45  # characters around a number or part in which a share stands


def matches(text: str) -> list[Match]:
    """Matches around the numbers and parts of a text: the rest of a sentence needs no search."""
    windows = around(_hit().finditer(text.lower()), _AROUND, _AROUND)
    return find_near(grammar("shares"), text, windows)


@cache
def _hit() -> re.Pattern[str]:
    lists = shared_lists()
    named = ["all", *lists["number_word"], *lists["fraction_part"], *lists["fraction_parts"]]
    return re.compile(rf"\d|\b(?:{'|'.join(named)})\b")


def share(text: str, match: Match, modifiers: Modifiers) -> Quantity | None:
    """A matched share with value, interval, modifier, numerator and denominator.

    None where its numbers cannot be a share: more than all, or a year.
    """
    modifier = modifiers.before(match.start)
    start = modifier.start if modifier else match.start
    quantity = Quantity(
        start=start,
        end=match.end,
        text=text[start : match.end],
        kind=_KINDS[match.pattern.label],
        modifier=modifier.text if modifier else None,
        rule=match.pattern.id,
    )
    if text[max(0, match.start - 1) : match.start] in ("–", "-", "/", "."):
        return None  # the end of a date or of another number
    bound = modifier.bound if modifier else None
    return _valued(text, match, quantity, bound)


def _valued(text: str, match: Match, quantity: Quantity, bound: Bound | None) -> Quantity | None:
    """Fill in the numbers of a matched share by its label."""
    label, printed = match.pattern.label, text[match.start : match.end]
    if label == "FRACTION":
        return _fraction(text, quantity, printed, bound)
    if label == "RATE":
        return _rate(quantity, printed)
    if _FORMS.of_time.match(text, match.end):
        return None  # a share of days or weeks is none of people or work
    numbers = whole_numbers(printed)
    if label in ("RATIO_ALL", "RATIO_NONE"):
        exact = bound in (None, "exact") and bool(numbers)
        return _universal(text, quantity, numbers[-1], label == "RATIO_NONE") if exact else None
    if label == "COMPLEMENT":
        return _complement(quantity, numbers)
    return as_ratio(quantity, numbers[0], numbers[-1], bound) if len(numbers) > 1 else None


def as_ratio(
    quantity: Quantity, numerator: int, denominator: int, bound: Bound | None
) -> Quantity | None:
    """Fill in n of d; None where n of d is no share."""
    if not denominator > 0 or numerator > denominator or denominator in _YEAR:
        return None
    quantity.numerator, quantity.denominator = numerator, denominator
    quantity.value = 100 * numerator / denominator
    _set(quantity, of_ratio(quantity.value, bound))
    return quantity


def _universal(text: str, quantity: Quantity, number: int, none: bool) -> Quantity | None:
    """ "All five", "none of the nine": over what inspections count, or over what was named."""
    if number < 2 or not _counts(text, quantity.end):
        return None
    return as_ratio(quantity, 0 if none else number, number, None)


def _counts(text: str, end: int) -> bool:
    """Whether the number that ends here counts people or work, named behind it or before."""
    of = _FORMS.of_the.match(text, end)
    if text[end : end + 1] not in ("", " ", ",", ".", ";", ")"):
        return False
    if (found := counted(text, of.end() if of else end + 1)) is not None:
        return found.plural
    following = _FORMS.next_word.match(text, end)
    verb = following[1].lower() if following else ""
    return bool(_FORMS.all_them.match(text, end)) or is_finite(verb)


def _fraction(text: str, quantity: Quantity, printed: str, bound: Bound | None) -> Quantity | None:
    fraction = fraction_in_words(printed)
    if fraction is None or fraction > 1:
        return None
    quantity.change = is_change(text, quantity.start, quantity.end)
    if not quantity.change:
        quantity.value = 100 * fraction.numerator / fraction.denominator
        _set(quantity, of_fraction(quantity.value, bound))
    return quantity


def _rate(quantity: Quantity, printed: str) -> Quantity:
    """15 per 1,000 is 1.5 percent, with its numbers as printed where they are whole."""
    figure, _, base = printed.partition(" per ")
    number, per = float(figure.split()[0].replace(",", "")), int(base.replace(",", ""))
    quantity.numerator = next(iter(whole_numbers(figure.split()[0])), None)
    quantity.denominator = per
    quantity.value = 100 * number / per
    return quantity


def _complement(quantity: Quantity, numbers: list[int]) -> Quantity:
    """All but n of d is d - n of d; without d it has no value."""
    if len(numbers) > 1 and numbers[0] < numbers[-1]:
        as_ratio(quantity, numbers[-1] - numbers[0], numbers[-1], None)
    return quantity


def _set(quantity: Quantity, bounds: Interval) -> None:
    quantity.low, quantity.high, quantity.low_closed, quantity.high_closed = bounds
