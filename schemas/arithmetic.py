"""Arithmetic of printed numbers, exact throughout.

A printed figure is a decimal with the unit of its last digit: "14.0" is 14 to the tenth, "14" is
14 to the whole. Shares are in percent. Reports round halves up or to the even digit and do not
say which, so both are allowed everywhere.

GRIM (granularity-related inconsistency of means): N. J. L. Brown and J. A. J. Heathers, The GRIM
test, Social Psychological and Personality Science 8 (2017), 363–369, here for shares of a count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

HUNDRED = Fraction(100)


@dataclass(frozen=True)
class Printed:
    """A number as printed, and the unit of its last digit."""

    value: Fraction
    unit: Fraction

    @classmethod
    def of(cls, figure: str) -> Printed:
        """The figure "12.80" or "1,250".

        Raises:
            ValueError: it is no plain decimal figure.
        """
        plain = figure.replace(",", "")
        if not plain.replace(".", "", 1).isdecimal():
            raise ValueError(f"{figure!r} is no figure")
        exact = Decimal(plain).as_tuple()
        return cls(Fraction(plain), Fraction(10) ** int(exact.exponent))

    def __str__(self) -> str:
        decimals = len(str(self.unit.denominator)) - 1
        return f"{Decimal(self.value.numerator) / Decimal(self.value.denominator):.{decimals}f}"

    @property
    def low(self) -> Fraction:
        """The least number that can be printed so."""
        return self.value - self.unit / 2

    @property
    def high(self) -> Fraction:
        """The greatest number that can be printed so; itself only if the last digit is even."""
        return self.value + self.unit / 2

    def prints(self, exact: Fraction) -> bool:
        """Whether a number can be printed so, halves rounded up or to the even digit."""
        if exact == self.high:
            return (self.value / self.unit) % 2 == 0  # only half even does that
        return self.low <= exact < self.high

    def is_cut_off(self, exact: Fraction) -> bool:
        """Whether a number becomes this if its further digits are cut off, not rounded."""
        return self.value <= exact < self.value + self.unit


def counts_that_print(share: Printed, total: int) -> list[int]:
    """The counts out of ``total`` (at least 1) whose share in percent can be printed so."""
    first = max(0, ceil(share.low * total / 100))
    last = min(total, floor(share.high * total / 100))
    return [count for count in range(first, last + 1) if share.prints(percent(count, total))]


def is_possible(share: Printed, total: int) -> bool:
    """Whether some count out of ``total`` can be printed as this share: the GRIM test."""
    return bool(counts_that_print(share, total))


def is_possible_cut_off(share: Printed, total: int) -> bool:
    """Whether cutting off digits would make some count out of ``total`` this share."""
    count = ceil(share.value * total / 100)
    return count <= total and share.is_cut_off(percent(count, total))


def power(share: Printed, total: int) -> Fraction:
    """How many of the shares that could be printed no count out of ``total`` gives: 0 to 1.

    0 says that the test can find nothing: for whole percentages that is so from 100 on.
    """
    steps = HUNDRED / share.unit
    return max(Fraction(0), 1 - Fraction(total) / steps)


def percent(count: int, total: int) -> Fraction:
    """``count`` of ``total`` (not 0) in percent, exactly."""
    return Fraction(100 * count, total)


def rounded(exact: Fraction, unit: Fraction) -> set[Fraction]:
    """What a number is printed as in that unit: half up and half even, mostly the same."""
    steps = exact / unit
    return {floor(steps + Fraction(1, 2)) * unit, round(steps) * unit}


def totals_that_fit(shares: Sequence[Printed], most: int, least: int = 1) -> list[int]:
    """The totals from ``least`` to ``most`` out of which every one of the shares can be printed."""
    return [
        total
        for total in range(least, most + 1)
        if all(is_possible(share, total) for share in shares)
    ]


def sum_of_parts(parts: Iterable[Printed]) -> tuple[Fraction, Fraction]:
    """The least and the greatest sum that printed parts can have before they were rounded."""
    some = list(parts)
    low = sum((max(Fraction(0), one.low) for one in some), Fraction(0))
    return low, sum((one.high for one in some), Fraction(0))


def exceed_the_whole(parts: Iterable[Printed], whole: Fraction = HUNDRED) -> bool:
    """Whether parts are more than their whole, beyond what rounding explains."""
    return sum_of_parts(parts)[0] > whole


def fall_short(parts: Iterable[Printed], whole: Fraction = HUNDRED) -> bool:
    """Whether parts that should make up a whole are less, beyond what rounding explains."""
    return sum_of_parts(parts)[1] < whole


def in_figures(number: Fraction, decimals: int = 1) -> str:
    """A number for people: at most so many decimals, no needless zeros."""
    text = f"{Decimal(number.numerator) / Decimal(number.denominator):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
