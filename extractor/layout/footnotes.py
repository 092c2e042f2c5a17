"""Footnotes: small print at the foot of a page that opens with a mark."""

from __future__ import annotations

import re

from extractor.layout.model import BlockDraft
from extractor.layout.settings import LAYOUT
from extractor.layout.typography import Typography
from extractor.reading.model import Page
from extractor.reading.settings import READING

_MARK = re.compile(r"^(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\d{1,3}|[*†‡]+)$")


def mark_footnotes(page: Page, drafts: list[BlockDraft], typography: Typography) -> None:
    """Turn the last drafts of each column into footnotes where they are set as such."""
    for draft in drafts:
        if (
            draft.role == "Note"
            or _opens_raised(draft)
            or _looks_like_note(page, draft, drafts, typography)
        ):
            draft.kind = "footnote"
            _take_mark(draft)


def _opens_raised(draft: BlockDraft) -> bool:
    """Whether a block opens with a mark in smaller type, as a table's notes do, and no list."""
    if not draft.label or not draft.lines or not _MARK.match(draft.label):
        return False
    return draft.lines[0].words[0].style.size <= READING.raised_size * draft.style.size


def _looks_like_note(
    page: Page, draft: BlockDraft, drafts: list[BlockDraft], typography: Typography
) -> bool:
    if draft.style.size > LAYOUT.footnote_size * typography.body_size or not draft.lines:
        return False
    first = draft.label or draft.words[0].text
    low = draft.lines[0].top > LAYOUT.footnote_height * page.height
    return low and bool(_MARK.match(first)) and _nothing_below(draft, drafts, typography)


def _nothing_below(draft: BlockDraft, drafts: list[BlockDraft], typography: Typography) -> bool:
    foot = draft.lines[-1].bottom
    flow = draft.lines[0].flow
    return not any(
        other.lines
        and other.lines[0].top > foot
        and other.lines[0].flow == flow
        and other.style.size > LAYOUT.footnote_size * typography.body_size
        for other in drafts
    )


def _take_mark(draft: BlockDraft) -> None:
    """The mark goes into the label."""
    if draft.label is None and len(draft.words) > 1 and _MARK.match(draft.words[0].text):
        draft.label = draft.words[0].text
        draft.words = draft.words[1:]
