"""Depths of headings: the contents page first, then the type, ordered by tags where they speak."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from statistics import mean

from extractor.layout.model import Draft
from extractor.outline.contents import TITLES
from extractor.outline.headings import Look, Witnesses, look
from extractor.outline.text import key


def set_levels(drafts: list[Draft], witnesses: Witnesses) -> None:
    """Give each heading among the drafts its level, from 1.

    A heading that the contents page lists has the depth of its entry. The others stand below the
    listed heading before them, as deep as the order of their looks says. Where one has no text of
    its own, those like it that follow stand below it.
    """
    headings = [draft for draft in drafts if draft.kind == "heading"]
    listed = _listed_levels(headings, witnesses)
    ranks = _ranks([draft for draft in headings if id(draft) not in listed])
    empty = _without_text(drafts)
    above = 1 if listed else 0
    under: dict[Look, int] = {}
    for draft in headings:
        level = listed.get(id(draft))
        if level is not None:
            above, under = level, {}
            draft.level = level
            continue
        one = look(draft.style)
        draft.level = above + 1 + 2 * ranks[one] + under.get(one, 0)
        if id(draft) in empty:
            under[one] = 1
    _close_gaps(headings)


def _without_text(drafts: list[Draft]) -> set[int]:
    """Headings directly followed by one that looks alike."""
    told = [draft for draft in drafts if draft.kind not in ("footnote", "cover")]
    return {
        id(draft)
        for draft, after in pairwise(told)
        if draft.kind == after.kind == "heading" and look(draft.style) == look(after.style)
    }


def _listed_levels(headings: list[Draft], witnesses: Witnesses) -> dict[int, int]:
    """Levels of headings on the contents page, and of unlisted ones that repeat one exactly."""
    levels: dict[int, int] = {}
    looks: dict[int, set[Look]] = defaultdict(set)
    for draft in headings:
        entry = witnesses.entry_of(draft)
        if entry:
            levels[id(draft)] = entry.level
            looks[entry.level].add(look(draft.style))
    for draft in headings:
        if levels and key(draft.text) in TITLES:
            levels[id(draft)] = 1
        for entry in witnesses.listed(draft):
            if look(draft.style) in looks[entry.level]:
                levels.setdefault(id(draft), entry.level)
    return levels


def _ranks(headings: list[Draft]) -> dict[Look, int]:
    """Looks from the highest (0) to the deepest."""
    groups: dict[Look, list[Draft]] = defaultdict(list)
    for draft in headings:
        groups[look(draft.style)].append(draft)
    keys = {one: _rank(one, drafts) for one, drafts in groups.items()}
    order = sorted(set(keys.values()))
    return {one: order.index(found) for one, found in keys.items()}


def _rank(one: Look, drafts: list[Draft]) -> tuple[float, float]:
    """Sorting key: level by the tags, else by size alone; smaller is higher."""
    tags = [int(d.role[1]) for d in drafts if len(d.role) == 2 and d.role[0] == "H"]
    size, bold = one[0], one[1]
    if len(tags) * 2 > len(drafts):
        return round(mean(tags), 1), 0.0
    return 1.0 + max(0.0, 30.0 - size) / 4, -size - 0.3 * bold


def _close_gaps(headings: list[Draft]) -> None:
    """A heading is at most one level deeper than the heading it stands under."""
    stack: list[tuple[int, int]] = []
    for draft in headings:
        raw = draft.level or 1
        while stack and stack[-1][0] >= raw:
            stack.pop()
        draft.level = stack[-1][1] + 1 if stack else raw
        stack.append((raw, draft.level))
