"""Percentages: figures or words with a percent sign or "per cent", ranges and changes."""

from __future__ import annotations

import re

from extractor.intervals import of_figures
from extractor.language.nlp import Match
from extractor.modifiers import Modifiers
from extractor.numbers import number_in_words
from schemas.finding import Quantity

_GATE = re.compile(r"\d\s*%|\bper ?cent\b|\d\s*pct\b|percentage point|\d% point", re.I)
_PERCENT_WORD = re.compile(r"per ?cent$", re.I)
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_CHANGE_BEFORE = re.compile(
    r"\b(?:(?:increas|decreas|reduc|improv)\w*|rise|rose|risen|fell|fallen|fall|drop(?:ped)?|grew|"
    r"grown|growth|up|down)\s+by\s+(?:an?\s+)?(?:\w+ly\s+|impressive\s+|further\s+)?$"
    r"|\b(?:increase|decrease|reduction|rise|fall|drop|improvement)s?\s+of\s+(?:\w+ly\s+)?$"
    r"|(?<!make )(?<!makes )(?<!made )(?<!making )\b(?:up|down)\s+$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"^\s+(?:increase|decrease|reduction|rise|fall|drop|improvement|growth|point|points|difference)\b"
    r"|^\s+(?:above|below)\b"
    r"|^\s+(?:higher|lower|more|fewer|less|better|worse)\s+than\b"
    r"|^\s+and\s+(?:an?\s+)?\d+(?:\.\d+)?%?\s+(?:percentage\s+)?points?\b",
    re.I,
)


def may_hold_percentage(text: str) -> bool:
    """A cheap test that lets through every text with a percentage."""
    return ("%" in text or "cent" in text or "point" in text) and bool(_GATE.search(text))


def percentage(text: str, match: Match, modifiers: Modifiers) -> Quantity:
    """A matched percentage with its value, interval and modifier; a change has neither."""
    modifier = modifiers.before(match.start)
    start = modifier.start if modifier else match.start
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
    figures = _figures(text[match.start : match.end])
    if change or not figures:
        return quantity
    if len(figures) == 1:
        quantity.value = float(figures[0])
    bound = modifier.bound if modifier else None
    bounds = of_figures(figures, bound, modifier is not None and modifier.nearly)
    quantity.low, quantity.high, quantity.low_closed, quantity.high_closed = bounds
    return quantity


def is_change(text: str, start: int, end: int) -> bool:
    """Whether the words around say that it is a rise, a fall or a gap, and no share."""
    return bool(_CHANGE_BEFORE.search(text[:start]) or _CHANGE_AFTER.match(text[end:]))


def _figures(printed: str) -> list[str]:
    """The figures of a quantity as digits, those in words too."""
    digits = [one.replace(",", "") for one in _FIGURE.findall(printed)]
    if digits:
        return digits
    words = number_in_words(_PERCENT_WORD.sub("", printed))
    return [] if words is None else [str(words)]
