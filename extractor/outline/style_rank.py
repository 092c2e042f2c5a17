"""Which of the styles of headings stands higher.

Nothing on a page says how deep a heading is. A reader gathers it from many small signs: how much
it stands out, printed numbers, and what headings of one kind do: which of them opens a section,
which comes right under which, which begins pages. Each sign has a weight; the styles are
put in order by the sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from operator import attrgetter

from extractor.layout.model import BlockDraft
from extractor.outline.heading_styles import HeadingStyle
from extractor.outline.settings import WEIGHTS

_PROMINENCE = attrgetter("prominence")

# What each sign weighs. Where one is as clear as can be, it outweighs bold type.

Pairs = Counter[tuple[HeadingStyle, HeadingStyle]]
Weight = Callable[[HeadingStyle, HeadingStyle], float]


def rank_styles(
    headings: list[tuple[BlockDraft, HeadingStyle]], body: list[BlockDraft]
) -> dict[HeadingStyle, int]:
    """The styles of these headings with their ranks, from the highest (0).

    Each time the one follows that outweighs those left, as the sections of those before it show.
    One that comes before all higher ones only, as a foreword does, stands beside the highest.
    """
    of = dict(headings)
    order = list(of.values())
    stacked = _stacked(body, of)
    left = list(dict.fromkeys(order))
    ranks: dict[HeadingStyle, int] = {}
    alike: list[tuple[HeadingStyle, Weight]] = []  # of the rank so far
    rank = 0
    while left:
        few = len(left) <= WEIGHTS.most_styles
        weight = _weight(stacked, _opening(order, left) if few else Counter())
        best = max(left, key=partial(_outweighs, left, weight) if few else _PROMINENCE)
        if any(_parts(other, best, above(other, best), order) for other, above in alike):
            alike, rank = [], rank + 1
        ranks[best] = 0 if _is_ahead(best, ranks, order, body[0].page) else rank
        alike.append((best, weight))
        left.remove(best)
    return ranks


def _outweighs(left: list[HeadingStyle], weight: Weight, style: HeadingStyle) -> float:
    return sum(
        max(-WEIGHTS.most_weight, min(WEIGHTS.most_weight, weight(style, other))) for other in left
    )


def _parts(
    higher: HeadingStyle, lower: HeadingStyle, weight: float, order: list[HeadingStyle]
) -> bool:
    """Whether the second style is deeper than the first, and not of the same rank.

    What is set otherwise is so for a reason. What is set alike must do otherwise, and more than
    once: the appendices that follow the chapters are no deeper. Where not even the colour differs,
    it must also be more frequent: a last section of each part is no deeper than the part.
    """
    if higher.tag and lower.tag:
        return weight >= WEIGHTS.same_rank
    if higher.depth and lower.depth and higher.depth != lower.depth:
        return True
    if higher.boxed or lower.boxed or 1 in (len(higher.drafts), len(lower.drafts)):
        return weight >= WEIGHTS.same_rank
    if not higher.looks_like(lower):
        return True
    both = [style for style in order if style in (higher, lower)]
    turns = sum(style is higher and after is lower for style, after in pairwise(both))
    more = higher.prominence != lower.prominence or len(lower.drafts) >= WEIGHTS.more_often * len(
        higher.drafts
    )
    return weight >= WEIGHTS.same_rank and turns > 1 and more


def _is_ahead(
    style: HeadingStyle, ranks: dict[HeadingStyle, int], order: list[HeadingStyle], first: int
) -> bool:
    """Whether all of several headings, none on the first page, stand before any higher ones."""
    first_higher = next((at for at, other in enumerate(order) if other in ranks), len(order))
    return (
        len(style.drafts) > 1 and style.drafts[0].page > first and style not in order[first_higher:]
    )


def _stacked(body: list[BlockDraft], of: dict[BlockDraft, HeadingStyle]) -> Pairs:
    """How often a heading of one style comes right below one of another."""
    return Counter(
        (of[draft], of[after])
        for draft, after in pairwise(body)
        if draft in of and after in of and draft.page == after.page
    )


def _opening(body: list[HeadingStyle], left: list[HeadingStyle]) -> Pairs:
    """Of two styles, in how many sections of those above them the first comes first, or alone."""
    found: Pairs = Counter()
    seen: list[HeadingStyle] = []
    for style in [*body, None]:
        if style not in left:
            found.update((before, other) for before in seen for other in left if other not in seen)
            seen = []
        elif style is not None and style not in seen:
            found.update((before, style) for before in seen)
            seen.append(style)
    return found


def _weight(stacked: Pairs, opening: Pairs) -> Weight:
    """How much speaks for a style to stand above another; negative: for it to stand below."""

    def weight(higher: HeadingStyle, lower: HeadingStyle) -> float:
        if higher is lower:
            return 0.0
        if higher.tag and lower.tag:
            return WEIGHTS.weight_tag * (lower.tag - higher.tag)
        shown = higher.prominence - lower.prominence + _numbers(higher, lower)
        net = stacked[higher, lower] - stacked[lower, higher]
        shown += WEIGHTS.weight_stacked * max(-WEIGHTS.most_stacked, min(WEIGHTS.most_stacked, net))
        if higher.begins_pages is not None and lower.begins_pages is not None:
            shown += WEIGHTS.weight_pages * (higher.begins_pages - lower.begins_pages)
        if higher.boxed or lower.boxed:
            return shown  # a box comes where it has to
        first, second = opening[higher, lower], opening[lower, higher]
        return shown + WEIGHTS.weight_opens * (first - second) / (first + second + 1)

    return weight


def _numbers(higher: HeadingStyle, lower: HeadingStyle) -> float:
    """What printed numbers say; one without a number that looks alike may be of the highest."""
    if higher.depth and lower.depth:
        return WEIGHTS.weight_number * (lower.depth - higher.depth)
    same = higher.prominence == lower.prominence
    return WEIGHTS.weight_no_number * ((lower.depth or 1) - (higher.depth or 1)) * same
