"""Quantities in one text: shares first, then words and counts beside them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractor.language.expressions import Expressions
from extractor.statements.quantities.counts import counts
from extractor.statements.quantities.distant_ratios import distant_ratios
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.percentages import percentages
from extractor.statements.quantities.quantifiers import quantifiers
from extractor.statements.quantities.shares import shares
from extractor.statements.quantities.table_cells import row_base
from schemas.finding import Quantity

_FORMS = Expressions("ratios")


def read_quantities(text: str) -> list[Quantity]:
    """Every quantity in a text, in order.

    Args:
        text: one sentence, or a row of a table with its cells joined by tabs.
    """
    modifiers = Modifiers(text)
    found = percentages(text, modifiers)
    found += _free(shares(text, modifiers), found)
    found += _free(distant_ratios(text, modifiers, found), found)
    if "\t" in text:
        found += _free(row_base(text), found)
    else:
        found += _free(quantifiers(text, modifiers, found), found)
        found += _free(counts(text, modifiers, found), found)
    found.sort(key=lambda quantity: quantity.start)
    return _with_numbers(text, found)


def _free(new: list[Quantity], taken: list[Quantity]) -> list[Quantity]:
    """Quantities that overlap none of those already found."""
    return [
        one
        for one in new
        if not any(one.start < other.end and other.start < one.end for other in taken)
    ]


def _with_numbers(text: str, found: list[Quantity]) -> list[Quantity]:
    """A percentage beside its numbers has them: "188 (or 21.1%)", "85% (17 of 20)"."""
    whole = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        gap = text[one.end : other.start]
        if other.kind == "percentage" and one.kind in ("ratio", "count"):
            pattern = _FORMS.gap_after_ratio if one.kind == "ratio" else _FORMS.gap_after_count
            share, numbers = (at + 1, one) if pattern.fullmatch(gap) else (None, one)
        else:
            bracketed = one.kind == "percentage" and other.kind == "ratio" and gap == " ("
            share, numbers = (at, other) if bracketed else (None, other)
        if share is not None and not whole[share].change:
            base = whole[share].denominator or numbers.denominator
            whole[share] = replace(whole[share], numerator=numbers.numerator, denominator=base)
    return whole
