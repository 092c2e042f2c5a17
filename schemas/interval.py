"""Intervals of shares in percent."""

from __future__ import annotations

from typing import NamedTuple

WHOLE = 100.0
_SAME = 1e-6  # percentage points: thirds and sixths are not exact in binary; no report prints it


class Interval(NamedTuple):
    """Lowest and highest share in percent, and whether each bound is included."""

    low: float
    high: float
    low_closed: bool = True
    high_closed: bool = True

    def holds(self, share: float) -> bool:
        """Whether a share lies in the interval."""
        if abs(share - self.low) <= _SAME:
            return self.low_closed and (self.high_closed or self.high - share > _SAME)
        if abs(share - self.high) <= _SAME:
            return self.high_closed
        return self.low < share < self.high

    def overlaps(self, other: Interval) -> bool:
        """Whether a share can lie in both intervals."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if high - low > _SAME:
            return True
        return high - low >= -_SAME and self.holds(low) and other.holds(low)

    def complement(self) -> Interval:
        """The shares that are left: 100 less those of the interval."""
        return Interval(WHOLE - self.high, WHOLE - self.low, self.high_closed, self.low_closed)
