"""Captions: short lines directly above a table or chart that are not set as headings are."""

from __future__ import annotations

import re

from extractor.layout.model import BlockDraft
from extractor.layout.settings import LAYOUT
from extractor.layout.typography import Typography

_HEADING_ROLE = re.compile(r"^H[1-6]?$")


def mark_captions(drafts: list[BlockDraft], typography: Typography) -> None:
    """Turn the paragraph right above each table or chart into its caption, in place before it."""
    for figure in _figures(drafts):
        above = [draft for draft in drafts if _stands_above(draft, figure)]
        nearest = min(above, key=lambda draft: _gap(draft, figure), default=None)
        if nearest is None or nearest.kind != "paragraph":
            continue
        if nearest.role == "Caption" or _captions(nearest, typography):
            nearest.kind = "caption"
            drafts.remove(nearest)
            drafts.insert(drafts.index(figure), nearest)


def _figures(drafts: list[BlockDraft]) -> list[BlockDraft]:
    """Charts, and the first row of each table."""
    found = []
    for draft, before in zip(drafts, [None, *drafts], strict=False):
        first_row = draft.kind == "row" and (before is None or before.table_id != draft.table_id)
        if draft.kind == "chart" or first_row:
            found.append(draft)
    return found


def _stands_above(draft: BlockDraft, figure: BlockDraft) -> bool:
    far = LAYOUT.caption_distance_chart if figure.kind == "chart" else LAYOUT.caption_distance
    if (
        draft.kind == "cover"
        or not draft.lines
        or not -LAYOUT.box_slack <= _gap(draft, figure) <= far
    ):
        return False
    left = min(word.x0 for word in figure.words) - LAYOUT.caption_overhang
    right = max(word.x1 for word in figure.words) + LAYOUT.caption_overhang
    start, end = min(line.x0 for line in draft.lines), max(line.x1 for line in draft.lines)
    over = min(end, right) - max(start, left) > LAYOUT.caption_overlap * (end - start)
    column = draft.lines[0].column
    return over or column[0] <= (left + right) / 2 <= column[1]


def _gap(draft: BlockDraft, figure: BlockDraft) -> float:
    return min(word.top for word in figure.words) - draft.lines[-1].bottom


def _captions(draft: BlockDraft, typography: Typography) -> bool:
    if _HEADING_ROLE.match(draft.role) or len(draft.words) > LAYOUT.title_words:
        return False
    emphatic = all(word.style.bold or word.style.italic for word in draft.words)
    small = draft.style.size <= LAYOUT.larger * typography.body_size
    return emphatic and small and not draft.text.endswith((".", ";", ","))
