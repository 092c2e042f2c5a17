"""Percentages exactly as printed."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from schemas.arithmetic import HUNDRED, Printed
from schemas.finding import Finding

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SAME = 1e-6


def printed_share(finding: Finding) -> Printed | None:
    """The percentage exactly as printed; None for ranges, changes, words and inexact modifiers."""
    if finding.kind != "percentage" or finding.change or finding.value is None:
        return None
    return _share_of(finding.text, finding.low, finding.high)


@lru_cache(maxsize=1_000)  # every check asks for it anew
def _share_of(text: str, low: float | None, high: float | None) -> Printed | None:
    figures = _FIGURE.findall(text)
    if len(figures) != 1:
        return None
    share = Printed.of(figures[0])
    least, most = max(share.low, Fraction(0)), share.high
    ends = (most, min(most, HUNDRED))
    return share if _near(low, least) and any(_near(high, end) for end in ends) else None


def _near(one: float | None, other: Fraction) -> bool:
    return one is not None and abs(one - float(other)) < _SAME
