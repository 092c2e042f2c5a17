"""Shares of small samples: intervals, F1, and agreement beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

_CONFIDENCE = 0.95


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None of nothing."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95% interval of the share."""
        return wilson(self.right, self.of) if self.of else None


def wilson(right: int, of: int, confidence: float = _CONFIDENCE) -> tuple[float, float]:
    """Wilson's score interval for a share of ``of`` independent trials, ``of`` at least 1.

    It holds for small samples and for shares near 0 and 1, where the usual interval does not.
    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22 (1927), 209–212.
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, spread = right / of, z * z / of
    middle = share + spread / 2
    reach = z * sqrt((share * (1 - share) + spread / 4) / of)
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    return (0.0 if right == 0 else low, 1.0 if right == of else high)


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean of precision and recall; None where either is unknown."""
    if precision is None or recall is None:
        return None
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two coders' labels: agreement beyond what chance would give.

    1 is full agreement, 0 that of chance. None where chance alone would agree everywhere, because
    both use one label only, or where there is no pair. Source: J. Cohen, A coefficient of
    agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37–46.
    """
    total = len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ones[label] * others[label] for label in ones)
    if by_chance == total * total:
        return None
    agreed = sum(one == other for one, other in pairs)
    return (agreed * total - by_chance) / (total * total - by_chance)
