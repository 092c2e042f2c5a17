"""Shares exactly as printed, and what the printed words allow."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from math import isclose

from schemas.arithmetic import HUNDRED, Printed
from schemas.finding import Finding
from schemas.interval import Interval

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def allowed(finding: Finding) -> Interval | None:
    """The shares in percent that a finding's words allow; None where they give no bounds.

    Both ends belong to it. A report may round a half up or down, so that two figures whose
    intervals only touch can be one share, and no check holds that against it.
    """
    if finding.low is None or finding.high is None:
        return None
    return Interval(finding.low, finding.high)


def together(one: Interval, other: Interval) -> Interval:
    """What two shares of one whole can be together."""
    return Interval(one.low + other.low, one.high + other.high)


def printed_share(finding: Finding) -> Printed | None:
    """The percentage exactly as printed; None for ranges, changes, words and inexact modifiers."""
    if finding.kind != "percentage" or finding.change or finding.value is None:
        return None
    return _share_of(finding.text, finding.low, finding.high)


@lru_cache(maxsize=1_000)  # every check asks for it anew; no report prints so many different ones
def _share_of(text: str, low: float | None, high: float | None) -> Printed | None:
    figures = _FIGURE.findall(text)
    if len(figures) != 1 or low is None or high is None:
        return None
    share = Printed.of(figures[0])
    least, most = max(share.low, Fraction(0)), share.high
    exact = isclose(low, least) and any(isclose(high, end) for end in (most, min(most, HUNDRED)))
    return share if exact else None
