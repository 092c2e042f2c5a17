"""Depths of headings: by their looks, ordered by the structure tree where it speaks."""

from __future__ import annotations

from statistics import mean

from extractor.layout.model import Draft
from extractor.outline.headings import look

Look = tuple[float, bool, bool, int]


def set_levels(headings: list[Draft]) -> None:
    """Give each heading its level, from 1; headings that look alike are of one level."""
    groups: dict[Look, list[Draft]] = {}
    for draft in headings:
        groups.setdefault(look(draft.style), []).append(draft)
    ranks = {one: _rank(one, drafts) for one, drafts in groups.items()}
    order = sorted(set(ranks.values()))
    for one, drafts in groups.items():
        for draft in drafts:
            draft.level = order.index(ranks[one]) + 1
    _close_gaps(headings)


def _rank(one: Look, drafts: list[Draft]) -> tuple[float, float]:
    """Sorting key: level by the tags, else by size alone; smaller is higher."""
    tagged = [
        int(draft.role[1]) for draft in drafts if len(draft.role) == 2 and draft.role[0] == "H"
    ]
    size, bold = one[0], one[1]
    if len(tagged) * 2 > len(drafts):
        return round(mean(tagged), 1), 0.0
    return 1.0 + max(0.0, 30.0 - size) / 4, -size - 0.3 * bold


def _close_gaps(headings: list[Draft]) -> None:
    """A heading is at most one level deeper than the heading it stands under."""
    stack: list[int] = []
    for draft in headings:
        raw = draft.level or 1
        while stack and stack[-1] >= raw:
            stack.pop()
        stack.append(raw)
        draft.level = len(stack)
