"""Quantities in one text: pattern matches composed into values and intervals.

Each grammar has a cheap gate, because most sentences hold no quantity of most kinds.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.language.expressions import Expressions
from extractor.language.numerals import whole_numbers
from extractor.statements.quantities import counts, percentages, quantifiers
from extractor.statements.quantities.distant_ratios import base_named_before, ratios_apart
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.shares import matches, share
from extractor.statements.quantities.shares_gate import may_hold_share
from schemas.finding import Quantity

_FORMS = Expressions("ratios")
_PIECES = re.compile(r"[a-z]+|\d")  # of a text in lower case, for the gates
_PERIOD = re.compile(r"^(?:19|20)\d\d$")


def read_quantities(text: str) -> list[Quantity]:
    """Every quantity in a text, in order: shares first, then words and counts beside them.

    Args:
        text: one sentence, or a row of a table.
    """
    lower = text.lower()
    printed = set(_PIECES.findall(lower))
    words, numbers = quantifiers.may_stand(printed, lower), not counts.OPENING.isdisjoint(printed)
    percent = percentages.may_hold_percentage(text)
    shares = may_hold_share(printed, lower, numbers)
    if not (percent or shares or words or numbers):
        return []
    modifiers = Modifiers(text)
    found = _percentages(text, modifiers) if percent else []
    if shares:
        found += _free(_shares(text, modifiers), found)
        found += _free(ratios_apart(text, modifiers, found), found)
    if words and "\t" not in text:
        found += _free(quantifiers.vague_quantities(text, modifiers, found), found)
    if numbers:
        found += _free(counts.counts(text, modifiers, found), found)
    for quantity in found:
        _add_base(text, quantity)
    found.sort(key=lambda quantity: quantity.start)
    if percent:
        _add_numbers(text, found)
    return found


def _percentages(text: str, modifiers: Modifiers) -> list[Quantity]:
    matched = percentages.matches(text)
    return [percentages.percentage(text, match, modifiers) for match in matched]


def _shares(text: str, modifiers: Modifiers) -> list[Quantity]:
    matched = matches(text)
    found = (share(text, match, modifiers) for match in matched if match.pattern.label != "NOT")
    return [quantity for quantity in found if quantity is not None]


def _free(new: list[Quantity], taken: list[Quantity]) -> list[Quantity]:
    """Quantities that overlap none of those already found."""
    return [
        one
        for one in new
        if not any(one.start < other.end and other.start < one.end for other in taken)
    ]


def _add_numbers(text: str, found: list[Quantity]) -> None:
    """A percentage beside its numbers has them: "188 (or 21.1%)", "85% (17 of 20)"."""
    for one, other in pairwise(found):
        gap = text[one.end : other.start]
        if other.kind == "percentage" and one.kind in ("ratio", "count"):
            pattern = _FORMS.gap_after_ratio if one.kind == "ratio" else _FORMS.gap_after_count
            share, numbers = (other, one) if pattern.fullmatch(gap) else (None, one)
        else:
            bracketed = one.kind == "percentage" and other.kind == "ratio" and gap == " ("
            share, numbers = (one, other) if bracketed else (None, other)
        if share is not None and not share.change:
            share.numerator = numbers.numerator
            share.denominator = share.denominator or numbers.denominator


def _add_base(text: str, quantity: Quantity) -> None:
    """The stated base of a share: "41% of 44 relevant cases"."""
    if quantity.kind not in ("percentage", "fraction") or quantity.denominator is not None:
        return
    before = text[: quantity.start]
    first = _FORMS.base_of_whom.search(before) or _FORMS.base_first.search(before)
    match = _FORMS.base_behind.match(text[quantity.end :]) or first
    if match is None and not quantity.change and _FORMS.of_named.match(text, quantity.end):
        quantity.denominator = base_named_before(text, quantity.start)
    if match and not quantity.change:
        printed = match["number"] or match["word"]
        numbers = whole_numbers(printed.rstrip(","))
        if numbers and not _PERIOD.match(printed):
            quantity.denominator = numbers[0]
