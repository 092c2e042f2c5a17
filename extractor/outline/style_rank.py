"""Which of the ways of setting headings stands higher.

Nothing on a page says how deep a heading is. A reader gathers it from many small signs: how much
it stands out, printed numbers, and what headings of one kind do: which of them opens a section,
which comes right under which, which begins pages. Each sign has a weight; the ways are
put in order by the sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from operator import attrgetter

from extractor.layout.model import BlockDraft
from extractor.outline.heading_styles import Way

_MOST = 1.5  # that one way counts where another is weighed against all: none outweighs two others
_AS_HIGH = 0.35  # two ways whose signs differ by less are of one depth
_MORE = 1.5  # times as many
_MOST_WAYS = 24  # of a document; where there are more, those that stand out most come first
_PROMINENCE = attrgetter("prominence")

# What each sign weighs. Where one is as clear as can be, it outweighs bold type.
_TAG = 3.0  # a level of tags, where both have them; nothing else counts then
_DEPTH, _HALF_DEPTH = 1.5, 0.75  # a step of printed numbers; one to headings without numbers
_STACKED, _MOST_STACKED = 0.5, 4
_OPENS, _PAGES = 0.8, 0.8

Pairs = Counter[tuple[Way, Way]]
Weight = Callable[[Way, Way], float]


def ranked(headings: list[tuple[BlockDraft, Way]], told: list[BlockDraft]) -> dict[Way, int]:
    """The ways of these headings with their ranks, from the highest (0).

    Each time the one follows that outweighs those left, as the sections of those before it show.
    One that comes before all higher ones only, as a foreword does, stands beside the highest.
    """
    of = {id(draft): way for draft, way in headings}
    order = list(of.values())
    stacked = _stacked(told, of)
    left = list(dict.fromkeys(order))
    ranks: dict[Way, int] = {}
    alike: list[tuple[Way, Weight]] = []  # of the rank so far
    rank = 0
    while left:
        few = len(left) <= _MOST_WAYS
        weight = _weight(stacked, _opening(order, left) if few else Counter())
        best = max(left, key=partial(_outweighs, left, weight) if few else _PROMINENCE)
        if any(_parts(one, best, above(one, best), order) for one, above in alike):
            alike, rank = [], rank + 1
        ranks[best] = 0 if _is_ahead(best, ranks, order, told[0].page) else rank
        alike.append((best, weight))
        left.remove(best)
    return ranks


def _outweighs(left: list[Way], weight: Weight, one: Way) -> float:
    return sum(max(-_MOST, min(_MOST, weight(one, two))) for two in left)


def _parts(one: Way, two: Way, weight: float, order: list[Way]) -> bool:
    """Whether the second way is deeper than the first, and not of the same rank.

    What is set otherwise is so for a reason. What is set alike must do otherwise, and more than
    once: the appendices that follow the chapters are no deeper. Where not even the colour differs,
    it must also be more frequent: a last section of each part is no deeper than the part.
    """
    if one.tag and two.tag:
        return weight >= _AS_HIGH
    if one.depth and two.depth and one.depth != two.depth:
        return True
    if one.boxed or two.boxed or 1 in (len(one.drafts), len(two.drafts)):
        return weight >= _AS_HIGH
    if not one.looks_like(two):
        return True
    both = [way for way in order if way in (one, two)]
    turns = sum(way is one and after is two for way, after in pairwise(both))
    more = one.prominence != two.prominence or len(two.drafts) >= _MORE * len(one.drafts)
    return weight >= _AS_HIGH and turns > 1 and more


def _is_ahead(way: Way, ranks: dict[Way, int], order: list[Way], first: int) -> bool:
    """Whether all of several headings, none on the first page, stand before any higher ones."""
    higher = next((at for at, one in enumerate(order) if one in ranks), len(order))
    return len(way.drafts) > 1 and way.drafts[0].page > first and way not in order[higher:]


def _stacked(told: list[BlockDraft], of: dict[int, Way]) -> Pairs:
    """How often a heading of one way comes right below one of another."""
    return Counter(
        (of[id(one)], of[id(two)])
        for one, two in pairwise(told)
        if id(one) in of and id(two) in of and one.page == two.page
    )


def _opening(told: list[Way], left: list[Way]) -> Pairs:
    """Of two ways, in how many sections of those above them the first comes first, or alone."""
    found: Pairs = Counter()
    seen: list[Way] = []
    for way in [*told, None]:
        if way not in left:
            found.update((one, two) for one in seen for two in left if two not in seen)
            seen = []
        elif way is not None and way not in seen:
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
        shown += _STACKED * max(-_MOST_STACKED, min(_MOST_STACKED, net))
        if one.begins_pages is not None and two.begins_pages is not None:
            shown += _PAGES * (one.begins_pages - two.begins_pages)
        if one.boxed or two.boxed:
            return shown  # a box comes where it has to
        first, second = opening[one, two], opening[two, one]
        return shown + _OPENS * (first - second) / (first + second + 1)

    return weight


def _numbers(one: Way, two: Way) -> float:
    """What printed numbers say; one without a number that looks alike may be of the highest."""
    if one.depth and two.depth:
        return _DEPTH * (two.depth - one.depth)
    same = one.prominence == two.prominence
    return _HALF_DEPTH * ((two.depth or 1) - (one.depth or 1)) * same
