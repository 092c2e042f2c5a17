"""Percentages: figures or words with a percent sign or "per cent", ranges and changes."""

from __future__ import annotations

import re

from extractor.language.expressions import Expressions
from extractor.language.nlp import Match, around, find_near, grammar
from extractor.language.numerals import number_in_words
from extractor.statements.quantities.changes import is_change
from extractor.statements.quantities.intervals import of_figures
from extractor.statements.quantities.modifiers import Modifiers
from schemas.finding import Quantity

_FORMS = Expressions("percentages")
_BEFORE, _AFTER = 45, 12  # characters around it: "between seventy-one per cent and"
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def may_hold_percentage(text: str) -> bool:
    """A cheap test that lets through every text with a percentage."""
    return ("%" in text or "cent" in text or "point" in text) and bool(_FORMS.gate.search(text))


def matches(text: str) -> list[Match]:
    """Matches around what makes a number a percentage: the rest of a sentence needs no search."""
    windows = around(_FORMS.hit.finditer(text.lower()), _BEFORE, _AFTER)
    return find_near(grammar("percentages"), text, windows)


def percentage(text: str, match: Match, modifiers: Modifiers) -> Quantity:
    """A matched percentage with its value, interval and modifier; a change has neither."""
    first = _first(text, match)
    modifier = modifiers.before(first)
    start = modifier.start if modifier else first
    change = match.pattern.label == "POINTS" or is_change(text, start, match.end)
    quantity = Quantity(
        start=start,
        end=match.end,
        text=text[start : match.end],
        kind="percentage",
        change=change,
        modifier=modifier.text if modifier else None,
        rule=match.pattern.id,
    )
    figures = _figures(text[first : match.end])
    if change or not figures:
        return quantity
    if len(figures) == 1:
        quantity.value = float(figures[0])
    bound = modifier.bound if modifier else None
    bounds = of_figures(figures, bound, modifier is not None and modifier.nearly)
    quantity.low, quantity.high, quantity.low_closed, quantity.high_closed = bounds
    return quantity


def _first(text: str, match: Match) -> int:
    """Where the figure begins: in "from 8% in 2012–13 to 3.8%" no range begins at 13."""
    if match.pattern.label != "RANGE" or not _FORMS.end_of_years.search(text[: match.start]):
        return match.start
    joined = _FORMS.range_join.match(text, match.start)
    return joined.end() if joined else match.start


def _figures(printed: str) -> list[str]:
    """The figures of a quantity as digits, those in words too."""
    digits = [one.replace(",", "") for one in _FIGURE.findall(printed)]
    if digits:
        return digits
    words = number_in_words(_FORMS.word.sub("", printed))
    return [] if words is None else [str(words)]
