"""Depths of headings: the contents page first, then the way they are set, by tags or signs."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from extractor.layout.model import BlockDraft
from extractor.layout.pages import CONTENTS
from extractor.outline.heading_styles import HeadingStyle, heading_styles
from extractor.outline.headings import HeadingEvidence, Look, look, opens_appendix
from extractor.outline.settings import OUTLINE
from extractor.outline.style_rank import ranked
from extractor.outline.title_keys import key


def set_levels(drafts: list[BlockDraft], evidence: HeadingEvidence) -> None:
    """Give each heading among the drafts its level, from 1.

    A heading that the contents page lists has the depth of its entry, and so have those that are
    set like the listed ones of one depth. The others stand below the listed heading before them,
    as deep as the order of their ways says. Where one has no text of its own, those like it that
    follow stand below it, up to the next such one and to the appendices.
    """
    headings = [draft for draft in drafts if draft.kind == "heading"]
    told = [draft for draft in drafts if draft.kind not in ("footnote", "cover")]
    ways = heading_styles(headings, told, evidence.typography)
    listed = _listed_levels(headings, evidence)
    if _is_flat([draft for draft in headings if id(draft) in listed], listed, ways, told):
        listed = {}
    _list_alike(ways, listed, told)
    unlisted = [draft for draft in headings if id(draft) not in listed]
    ranks = ranked([(draft, ways[id(draft)]) for draft in unlisted], told)
    empty, below = _stacked(told, ways)
    has_contents = any(not _names_contents(draft) for draft in headings if id(draft) in listed)
    above = 1 if has_contents else 0
    under: dict[HeadingStyle, int] = {}
    for draft in headings:
        level = listed.get(id(draft))
        if level is not None:
            above, under = level if has_contents else 0, {}
            draft.level = level
            continue
        way = ways[id(draft)]
        again = id(draft) in empty - below
        if way in under and (again or opens_appendix(draft.text)):
            under = {}
        draft.level = above + 1 + 2 * ranks[way] + under.get(way, 0)
        if id(draft) in empty:
            under[way] = 1
    _close_gaps(headings)


def _stacked(told: list[BlockDraft], ways: dict[int, HeadingStyle]) -> tuple[set[int], set[int]]:
    """Headings directly followed by one that is set alike and has no number, and those below."""
    pairs = [
        (id(draft), id(after))
        for draft, after in pairwise(told)
        if draft.kind == after.kind == "heading"
        if ways[id(draft)] is ways[id(after)] and ways[id(draft)].depth is None
    ]
    return {one for one, _ in pairs}, {two for _, two in pairs}


def _listed_levels(headings: list[BlockDraft], evidence: HeadingEvidence) -> dict[int, int]:
    """Levels of headings on the contents page, and of unlisted ones that repeat one exactly."""
    levels: dict[int, int] = {}
    looks: dict[int, set[Look]] = defaultdict(set)
    for draft in headings:
        entry = evidence.entry_of(draft)
        if entry:
            levels[id(draft)] = entry.level
            looks[entry.level].add(look(draft.style))
    for draft in headings:
        if _names_contents(draft):
            levels[id(draft)] = 1
        for entry in evidence.listed(draft):
            if look(draft.style) in looks[entry.level]:
                levels.setdefault(id(draft), entry.level)
    return levels


def _names_contents(draft: BlockDraft) -> bool:
    return key(draft.text) in CONTENTS


def _is_flat(
    headings: list[BlockDraft],
    listed: dict[int, int],
    ways: dict[int, HeadingStyle],
    told: list[BlockDraft],
) -> bool:
    """Whether a contents page without indents lists headings that are not of one level."""
    if len(set(listed.values())) != 1:
        return False
    counts = Counter(ways[id(draft)] for draft in headings)
    several = [(d, ways[id(d)]) for d in headings if counts[ways[id(d)]] >= OUTLINE.listed_alike]
    ranks = ranked(several, told)
    steps = pairwise(ranks[way] for _, way in several)
    return sum(one < two for one, two in steps) > 1  # appendices come deeper once


def _list_alike(
    ways: dict[int, HeadingStyle], listed: dict[int, int], told: list[BlockDraft]
) -> None:
    """Let headings have the level of those set alike, where the contents page has most of them.

    One right below a listed heading is deeper than that, however it is set.
    """
    usual: dict[HeadingStyle, int] = {}
    for way in set(ways.values()):
        colour = way.drafts[0].style.colour
        alike = [one for one in set(ways.values()) if way.looks_like(one)]
        alike = [one for one in alike if one.drafts[0].style.colour == colour]
        level = _habit(way.drafts, listed) or _habit([d for o in alike for d in o.drafts], listed)
        if level:
            usual[way] = level
    for before, draft in zip([None, *told], told, strict=False):
        level = usual.get(ways[id(draft)]) if draft.kind == "heading" else None
        if level and (before is None or level > listed.get(id(before), 0)):
            listed.setdefault(id(draft), level)


def _habit(alike: list[BlockDraft], listed: dict[int, int]) -> int | None:
    """The level that the contents page gives to nearly all it lists of these, if it lists most."""
    levels = Counter(listed[id(draft)] for draft in alike if id(draft) in listed)
    level, count = levels.most_common(1)[0] if levels else (0, 0)
    enough = max(
        OUTLINE.listed_alike,
        OUTLINE.listed_share * len(alike),
        OUTLINE.listed_level_share * levels.total(),
    )
    return level if count >= enough else None


def _close_gaps(headings: list[BlockDraft]) -> None:
    """A heading is at most one level deeper than the one it stands under; first ones have none."""
    depths = sorted({draft.level or 1 for draft in headings})
    stack: list[tuple[int, int]] = []
    for draft in headings:
        raw = draft.level or 1
        while stack and stack[-1][0] >= raw:
            stack.pop()
        draft.level = stack[-1][1] + 1 if stack else depths.index(raw) + 1
        stack.append((raw, draft.level))
