"""Percentages: figures or words with a percent sign or "per cent", ranges and changes."""

from __future__ import annotations

import re

from extractor.changes import is_change
from extractor.intervals import of_figures
from extractor.language.nlp import Doc, Match, Span, find_near, grammar
from extractor.modifiers import Modifiers
from extractor.numbers import number_in_words
from schemas.finding import Quantity

_GATE = re.compile(r"\d\s*%|\bper ?cent\b|\d\s*pct\b|percentage point|\d% point", re.I)
_HIT = re.compile(r"%|cent|pct|point")  # over the text in lower case
_BEFORE, _AFTER = 45, 12  # characters around it: "between seventy-one per cent and"
_PERCENT_WORD = re.compile(r"per ?cent$", re.I)
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_END_OF_YEARS = re.compile(r"\b(?:19|20)\d\d\s?[–/-]$")
_RANGE_JOIN = re.compile(r"\d+\s+to\s+(?=\d)")


def may_hold_percentage(text: str) -> bool:
    """A cheap test that lets through every text with a percentage."""
    return ("%" in text or "cent" in text or "point" in text) and bool(_GATE.search(text))


def matches(text: str, doc: Doc | Span) -> list[Match]:
    """Matches around what makes a number a percentage: the rest of a sentence needs no search."""
    hits = _HIT.finditer(text.lower())
    windows = ((hit.start() - _BEFORE, hit.end() + _AFTER) for hit in hits)
    return find_near(grammar("percent"), doc, windows)


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
    if match.pattern.label != "RANGE" or not _END_OF_YEARS.search(text[: match.start]):
        return match.start
    joined = _RANGE_JOIN.match(text, match.start)
    return joined.end() if joined else match.start


def _figures(printed: str) -> list[str]:
    """The figures of a quantity as digits, those in words too."""
    digits = [one.replace(",", "") for one in _FIGURE.findall(printed)]
    if digits:
        return digits
    words = number_in_words(_PERCENT_WORD.sub("", printed))
    return [] if words is None else [str(words)]
