"""Quantities in one text: pattern matches composed into values and intervals.

Intervals (percent): a figure stands for every value that rounds to it, so 41% is [40.5, 41.5) and
12.8% is [12.75, 12.85). A modifier moves the bounds: "more than 40%" is (40, 100], "at least" is
[lower edge, 100], "nearly" and "under" end below the figure, "about" leaves both open within
±2.5 or two units of the last digit, whichever is more.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.language.nlp import Doc, Match, grammar, tokens
from extractor.numbers import number_in_words
from schemas.finding import Quantity

_GATE = re.compile(r"\d\s*%|\bper ?cent\b|\d\s*pct\b|percentage point|\d% point", re.I)
_PERCENT_WORD = re.compile(r"per ?cent$", re.I)
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_CHANGE_BEFORE = re.compile(
    r"\b(?:(?:increas|decreas|reduc|improv)\w*|rise|rose|risen|fell|fallen|fall|drop(?:ped)?|grew|"
    r"grown|growth|up|down)\s+by\s+(?:an?\s+)?(?:\w+ly\s+|impressive\s+|further\s+)?$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"^\s+(?:increase|decrease|reduction|rise|fall|drop|improvement|growth|point|points|difference)\b"
    r"|^\s+(?:higher|lower|more|fewer|less|better|worse)\s+than\b",
    re.I,
)
_ABOUT = 2.5
_CLOSE_BELOW = 10.0  # how far below its figure "nearly" can reach, in percentage points


class Interval(NamedTuple):
    """Lowest and highest share in percent, and whether each bound is included."""

    low: float
    high: float
    low_closed: bool
    high_closed: bool


def may_hold_percentage(text: str) -> bool:
    """A cheap test that lets through every text with a percentage."""
    return ("%" in text or "cent" in text or "point" in text) and bool(_GATE.search(text))


def read_quantities(text: str, doc: Doc | None = None) -> list[Quantity]:
    """Every percentage in a text, in order."""
    if not may_hold_percentage(text):
        return []
    doc = tokens(text) if doc is None else doc
    modifiers = {match.end: match for match in grammar("modifiers").find(doc)}
    found = []
    for match in grammar("percent").find(doc):
        modifier = modifiers.get(len(text[: match.start].rstrip()))
        found.append(_quantity(text, match, modifier))
    return found


def _quantity(text: str, match: Match, modifier: Match | None) -> Quantity:
    start = modifier.start if modifier else match.start
    figures = _figures(text[match.start : match.end])
    change = match.pattern.label == "POINTS" or _is_change(text, start, match.end)
    quantity = Quantity(
        start=start,
        end=match.end,
        text=text[start : match.end],
        kind="percentage",
        change=change,
        modifier=text[modifier.start : modifier.end] if modifier else None,
        rule=match.pattern.id,
    )
    if change or not figures:
        return quantity
    if len(figures) == 1:
        quantity.value = float(figures[0])
    bounds = _interval(figures, modifier)
    quantity.low, quantity.high = bounds.low, bounds.high
    quantity.low_closed, quantity.high_closed = bounds.low_closed, bounds.high_closed
    return quantity


def _figures(printed: str) -> list[str]:
    """The figures of a quantity as digits, those in words too."""
    digits = [one.replace(",", "") for one in _FIGURE.findall(printed)]
    if digits:
        return digits
    words = number_in_words(_PERCENT_WORD.sub("", printed))
    return [] if words is None else [str(words)]


def _is_change(text: str, start: int, end: int) -> bool:
    return bool(_CHANGE_BEFORE.search(text[:start]) or _CHANGE_AFTER.match(text[end:]))


def _interval(figures: list[str], modifier: Match | None) -> Interval:
    plain = Interval(rounded(figures[0])[0], rounded(figures[-1])[1], True, False)
    bound = modifier.pattern.bound if modifier else None
    value = float(figures[-1])
    if bound == "above":
        return Interval(value, max(100.0, value), False, True)
    if bound == "below":
        nearly = modifier is not None and modifier.pattern.id == "modifier.nearly"
        return Interval(max(0.0, value - _CLOSE_BELOW) if nearly else 0.0, value, True, False)
    if bound == "at_least":
        return Interval(plain.low, max(100.0, value), True, True)
    if bound == "at_most":
        return Interval(0.0, plain.high, True, False)
    if bound == "about":
        reach = max(_ABOUT, 4 * (plain.high - value))
        return Interval(max(0.0, value - reach), value + reach, True, True)
    return plain


def rounded(figure: str) -> tuple[float, float]:
    """The values that round to a printed figure: half a unit of its last digit either side."""
    decimals = len(figure.partition(".")[2])
    half = 0.5 * 10.0**-decimals
    value = float(figure)
    return round(value - half, decimals + 1), round(value + half, decimals + 1)
