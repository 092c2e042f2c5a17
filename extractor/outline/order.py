"""Which of the ways of setting headings stands higher.

Nothing on a page says how deep a heading is. A reader gathers it from many small signs: how much
it stands out, printed numbers, and what headings of one kind do: which of them opens a section,
which comes right under which, which recurs in every chapter. Each sign has a weight; the ways are
put in order by the sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from math import log

from extractor.layout.model import Draft
from extractor.outline.ways import Way

_AS_HIGH = 0.35  # two ways whose signs differ by less are of one depth

# What each sign weighs. Where one is as clear as can be, it outweighs bold type.
_TAG = 3.0  # a level of tags, where both have them; nothing else counts then
_DEPTH, _HALF_DEPTH = 1.5, 0.75  # a step of printed numbers; one to headings without numbers
_STACKED, _MOST_STACKED = 0.5, 4
_OFTEN, _MOST_OFTEN = 0.25, 2.0
_OPENS, _PAGES, _REPEATS = 0.6, 0.8, 0.5

Pairs = Counter[tuple[Way, Way]]
Weight = Callable[[Way, Way], float]


def ranked(headings: list[tuple[Draft, Way]], told: list[Draft]) -> dict[Way, int]:
    """The ways of these headings with their ranks, from the highest (0).

    Each time the one follows that outweighs those left, as the sections of those before it show.
    """
    of = {id(draft): way for draft, way in headings}
    stacked = _stacked(told, of)
    left = list(dict.fromkeys(of.values()))
    ranks: dict[Way, int] = {}
    alike: list[tuple[Way, Weight]] = []  # of the rank so far
    rank = 0
    while left:
        weight = _weight(stacked, _opening(list(of.values()), left))
        best = max(left, key=lambda one: sum(weight(one, two) for two in left))
        if any(above(one, best) >= _AS_HIGH for one, above in alike):
            alike, rank = [], rank + 1
        ranks[best] = rank
        alike.append((best, weight))
        left.remove(best)
    return ranks


def _stacked(told: list[Draft], of: dict[int, Way]) -> Pairs:
    """How often a heading of one way comes right below one of another."""
    return Counter(
        (of[id(one)], of[id(two)])
        for one, two in pairwise(told)
        if id(one) in of and id(two) in of and one.page == two.page
    )


def _opening(told: list[Way], left: list[Way]) -> Pairs:
    """Of two ways, in how many sections of those above them the first comes first."""
    found: Pairs = Counter()
    seen: list[Way] = []
    for way in told:
        if way not in left:
            seen = []
        elif way not in seen:
            found.update((before, way) for before in seen)
            seen.append(way)
    return found


def _weight(stacked: Pairs, opening: Pairs) -> Weight:
    """How much speaks for a way to stand above another; negative: for it to stand below."""

    def weight(one: Way, two: Way) -> float:
        if one is two:
            return 0.0
        if one.tag and two.tag:
            return _TAG * (two.tag - one.tag)
        shown = one.prominence - two.prominence + _numbers(one, two)
        net = stacked[one, two] - stacked[two, one]
        shown += _STACKED * _within(net, _MOST_STACKED)
        shown += _PAGES * (one.begins_pages - two.begins_pages)
        if one.boxed or two.boxed:
            return shown  # a box comes where it has to, and as often
        shown += _OFTEN * _within(log(len(two.drafts) / len(one.drafts), 2), _MOST_OFTEN)
        first, second = opening[one, two], opening[two, one]
        shown += _OPENS * (first - second) / (first + second + 1)
        return shown + _REPEATS * (two.repeated - one.repeated)

    return weight


def _numbers(one: Way, two: Way) -> float:
    """What printed numbers say; one without a number that looks alike may be of the highest."""
    if one.depth and two.depth:
        return _DEPTH * (two.depth - one.depth)
    same = one.prominence == two.prominence
    return _HALF_DEPTH * ((two.depth or 1) - (one.depth or 1)) * same


def _within(number: float, most: float) -> float:
    return max(-most, min(most, number))
