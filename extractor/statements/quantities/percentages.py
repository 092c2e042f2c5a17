"""Percentages: figures or words with a percent sign or "per cent", ranges and changes."""

from __future__ import annotations

from extractor.language.expressions import Expressions
from extractor.statements.quantities.changes import is_change
from extractor.statements.quantities.denominators import base_of
from extractor.statements.quantities.intervals import of_figures
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.printed import Printed
from extractor.statements.quantities.quantity_patterns import (
    Numbers,
    QuantityMatch,
    quantity_grammar,
)
from schemas.finding import Quantity

_FORMS = Expressions("percentages")


def percentages(text: str, modifiers: Modifiers) -> list[Quantity]:
    """Every percentage of a text, in order.

    Args:
        text: one sentence, or a row of a table.
        modifiers: those of the text.
    """
    matches = quantity_grammar("percentages").find(text)
    return [_percentage(text, match, modifiers) for match in matches]


def _percentage(text: str, match: QuantityMatch, modifiers: Modifiers) -> Quantity:
    """A matched percentage with its value, interval and modifier; a change has neither."""
    first, figures = _figures(text, match)
    printed = Printed(text, first, match.end, match.pattern.id, modifiers.before(first))
    if match.pattern.change or is_change(text, printed.start, match.end):
        return printed.quantity("percentage", change=True)
    return printed.quantity(
        "percentage",
        value=float(figures[0]) if len(figures) == 1 else None,
        interval=of_figures(figures, printed.bound) if figures else None,
        denominator=base_of(text, printed.start, match.end),
    )


def _figures(text: str, match: QuantityMatch) -> tuple[int, list[str]]:
    """Where the figures begin, and each as digits.

    In "from 8% in 2012–13 to 3.8%" no range begins at 13.
    """
    numbers = Numbers(text, match)
    low, high = numbers.figure("low"), numbers.figure("figure", "high")
    if low and _FORMS.end_of_years.search(text[: match.start]):
        return match.captures["high"][0], [high] if high else []
    return match.start, [one for one in (low, high) if one]
