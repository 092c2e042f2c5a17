"""Depths of headings: the contents page first, then how they are set, by tags or signs."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from extractor.layout.model import BlockDraft
from extractor.layout.pages import CONTENTS
from extractor.outline.heading_evidence import HeadingEvidence, opens_appendix
from extractor.outline.heading_styles import HeadingStyle, heading_styles
from extractor.outline.headings import Look, look
from extractor.outline.settings import OUTLINE
from extractor.outline.style_rank import rank_styles
from extractor.outline.title_keys import title_key


def set_levels(drafts: list[BlockDraft], evidence: HeadingEvidence) -> None:
    """Give each heading among the drafts its level, from 1.

    A heading that the contents page lists has the depth of its entry, and so have those that are
    set like the listed ones of one depth. The others stand below the listed heading before them,
    as deep as the rank of their styles says. Where one has no text of its own, those like it that
    follow stand below it, up to the next such one and to the appendices.
    """
    headings = [draft for draft in drafts if draft.kind == "heading"]
    body = [draft for draft in drafts if draft.kind not in ("footnote", "cover")]
    styles = heading_styles(headings, body, evidence.typography)
    listed = _listed_levels(headings, evidence)
    if _is_flat([draft for draft in headings if draft in listed], listed, styles, body):
        listed = {}
    _list_alike(styles, listed, body)
    unlisted = [draft for draft in headings if draft not in listed]
    ranks = rank_styles([(draft, styles[draft]) for draft in unlisted], body)
    empty, below = _stacked(body, styles)
    has_contents = any(not _names_contents(draft) for draft in headings if draft in listed)
    above = 1 if has_contents else 0
    under: dict[HeadingStyle, int] = {}
    for draft in headings:
        level = listed.get(draft)
        if level is not None:
            above, under = level if has_contents else 0, {}
            draft.level = level
            continue
        style = styles[draft]
        again = draft in empty - below
        if style in under and (again or opens_appendix(draft.text)):
            under = {}
        draft.level = above + 1 + 2 * ranks[style] + under.get(style, 0)
        if draft in empty:
            under[style] = 1
    _close_gaps(headings)


def _stacked(
    body: list[BlockDraft], styles: dict[BlockDraft, HeadingStyle]
) -> tuple[set[BlockDraft], set[BlockDraft]]:
    """Headings directly followed by one that is set alike and has no number, and those below."""
    pairs = [
        (draft, after)
        for draft, after in pairwise(body)
        if draft.kind == after.kind == "heading"
        if styles[draft] is styles[after] and styles[draft].depth is None
    ]
    return {draft for draft, _ in pairs}, {after for _, after in pairs}


def _listed_levels(headings: list[BlockDraft], evidence: HeadingEvidence) -> dict[BlockDraft, int]:
    """Levels of headings on the contents page, and of unlisted ones that repeat one exactly."""
    levels: dict[BlockDraft, int] = {}
    looks: dict[int, set[Look]] = defaultdict(set)
    for draft in headings:
        entry = evidence.entry_of(draft)
        if entry:
            levels[draft] = entry.level
            looks[entry.level].add(look(draft.style))
    for draft in headings:
        if _names_contents(draft):
            levels[draft] = 1
        for entry in evidence.listed(draft):
            if look(draft.style) in looks[entry.level]:
                levels.setdefault(draft, entry.level)
    return levels


def _names_contents(draft: BlockDraft) -> bool:
    return title_key(draft.text) in CONTENTS


def _is_flat(
    headings: list[BlockDraft],
    listed: dict[BlockDraft, int],
    styles: dict[BlockDraft, HeadingStyle],
    body: list[BlockDraft],
) -> bool:
    """Whether a contents page without indents lists headings that are not of one level."""
    if len(set(listed.values())) != 1:
        return False
    counts = Counter(styles[draft] for draft in headings)
    several = [(d, styles[d]) for d in headings if counts[styles[d]] >= OUTLINE.listed_alike]
    ranks = rank_styles(several, body)
    steps = pairwise(ranks[style] for _, style in several)
    return sum(rank < after for rank, after in steps) > 1  # appendices come deeper once


def _list_alike(
    styles: dict[BlockDraft, HeadingStyle], listed: dict[BlockDraft, int], body: list[BlockDraft]
) -> None:
    """Let headings have the level of those set alike, where the contents page has most of them.

    One right below a listed heading is deeper than that, however it is set.
    """
    usual_level: dict[HeadingStyle, int] = {}
    for style in set(styles.values()):
        colour = style.drafts[0].style.colour
        alike = [
            draft
            for other in set(styles.values())
            if style.looks_like(other) and other.drafts[0].style.colour == colour
            for draft in other.drafts
        ]
        level = _habit(style.drafts, listed) or _habit(alike, listed)
        if level:
            usual_level[style] = level
    for before, draft in zip([None, *body], body, strict=False):
        level = usual_level.get(styles[draft]) if draft.kind == "heading" else None
        if level and (before is None or level > listed.get(before, 0)):
            listed.setdefault(draft, level)


def _habit(alike: list[BlockDraft], listed: dict[BlockDraft, int]) -> int | None:
    """The level that the contents page gives to nearly all it lists of these, if it lists most."""
    levels = Counter(listed[draft] for draft in alike if draft in listed)
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
