"""What a printed quantity allows, as an interval of shares in percent.

A figure stands for every value that rounds to it: 41% is [40.5, 41.5), 12.8% is [12.75, 12.85).
A fraction in words stands for values near it (3.5 points either side), and a modifier moves it
towards its neighbour among the common fractions: "more than one-third" is (33.333, 50), "nearly
three-quarters" is (66.667, 75). n of d is exact. For figures "more than 40%" is (40, 100], "at
least" begins at the lower edge of rounding, "nearly" reaches 10 points down, "under" down to 0,
"about" reaches 2.5 points or two units of the last digit either way, whichever is more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from extractor.statements.quantities.quantity_patterns import Bound
from schemas.interval import Interval

COMMON = (0.0, 25.0, 100 / 3, 50.0, 200 / 3, 75.0, 100.0)
_NEAR_FRACTION = 3.5
_ABOUT = 2.5
_CLOSE_BELOW = 10.0  # how far below its figure "nearly" can reach, in percentage points
_SAME = 1e-6


def of_figures(figures: list[str], bound: Bound | None) -> Interval:
    """The interval of one printed figure, or of a range of two, under a modifier's bound."""
    low, high = max(0.0, rounded(figures[0])[0]), rounded(figures[-1])[1]
    value = float(figures[-1])
    whole = value <= 100 <= high  # no share is more than all
    high = 100.0 if whole else high
    if bound == "above":
        return Interval(value, max(100.0, value), False, True)
    if bound in ("below", "nearly"):
        floor = max(0.0, value - _CLOSE_BELOW) if bound == "nearly" else 0.0
        return Interval(floor, value, True, False)
    if bound == "at_least":
        return Interval(low, max(100.0, value), True, True)
    if bound == "at_most":
        return Interval(0.0, high, True, whole)
    if bound == "about":
        reach = max(_ABOUT, 4 * (rounded(figures[-1])[1] - value))
        top = value + reach if value > 100 else min(100.0, value + reach)
        return Interval(max(0.0, value - reach), top, True, True)
    return Interval(low, high, True, whole)


def of_fraction(value: float, bound: Bound | None) -> Interval:
    """The interval of a fraction in words (its value in percent) under a modifier's bound."""
    above = COMMON[min(bisect_right(COMMON, value + _SAME), len(COMMON) - 1)]
    below = COMMON[max(bisect_left(COMMON, value - _SAME) - 1, 0)]
    if bound in ("above", "at_least"):
        return Interval(value, above, bound == "at_least", False)
    if bound in ("below", "nearly", "at_most"):
        return Interval(below, value, False, bound == "at_most")
    return Interval(value - _NEAR_FRACTION, value + _NEAR_FRACTION, True, True)


def of_ratio(value: float, bound: Bound | None) -> Interval:
    """The interval of n of d: exact, unless a modifier opens it."""
    if bound in ("above", "at_least"):
        return Interval(value, 100.0, bound == "at_least", True)
    if bound in ("below", "nearly", "at_most"):
        return Interval(0.0, value, True, bound == "at_most")
    if bound == "about":
        return Interval(max(0.0, value - _ABOUT), min(100.0, value + _ABOUT), True, True)
    return Interval(value, value, True, True)


def rounded(figure: str) -> tuple[float, float]:
    """The values that round to a printed figure: half a unit of its last digit either side."""
    decimals = len(figure.partition(".")[2])
    half = 0.5 * 10.0**-decimals
    value = float(figure)
    return round(value - half, decimals + 1), round(value + half, decimals + 1)
