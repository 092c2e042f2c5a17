"""Groups that two sentences count otherwise though they seem to be one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from extractor.checks.evidence import SentenceFindings
from extractor.checks.problem_places import problem
from schemas.problem import Problem


@dataclass(frozen=True)
class Group:
    """A group that a sentence counts: how many, of what."""

    count: int
    noun: str
    sentence: SentenceFindings


G = TypeVar("G", bound=Group)


def counted_otherwise(
    code: str,
    report_id: str,
    groups: Iterable[G],
    same: Callable[[G, G], bool],
    message: Callable[[G, int, G, int], str],
) -> Iterator[Problem]:
    """A warning for each two groups of one noun and of different size that are the same.

    Args:
        code: that of the check.
        report_id: whose groups they are.
        groups: in the order of the report.
        same: whether two of them are one.
        message: what to say of them, with the page of each.
    """
    for one, other in combinations(groups, 2):
        if one.count != other.count and one.noun == other.noun and same(one, other):
            places = [two.sentence.place(report_id) for two in (one, other)]
            first, second = (place.provenance.page for place in places)
            yield problem(code, "warning", message(one, first, other, second), places)
