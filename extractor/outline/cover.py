"""Cover lines: what names the report above its first text, on the first page."""

from __future__ import annotations

from extractor.layout.model import Draft
from extractor.outline.headings import Witnesses

_RUNNING_WORDS = 18
_RUNNING_SIZE = 1.12  # times the usual size at most
_MOST_WORDS = 150
_TITLE_SIZE = 1.25  # times the running text


def mark_cover(drafts: list[Draft], witnesses: Witnesses) -> None:
    """Mark title, body and dates at the head of the first page as cover lines.

    They end at the first running text, table or box, and at a heading that the contents page or
    a bookmark names. The structure tree is not asked: titles are often tagged as headings.
    """
    first = min((draft.page for draft in drafts), default=0)
    lines: list[Draft] = []
    for draft in drafts:
        if draft.page != first or _begins_text(draft, witnesses):
            break
        lines.append(draft)
    if sum(len(draft.words) for draft in lines) <= _MOST_WORDS:
        for draft in lines:
            draft.kind = "cover"


def _begins_text(draft: Draft, witnesses: Witnesses) -> bool:
    if draft.kind in ("row", "chart"):
        return True
    large = draft.style.size > _TITLE_SIZE * witnesses.usual.body_size
    if draft.panel is not None and not large and draft.kind != "cover":
        return True
    if set(witnesses.of(draft)) & {"bookmark", "contents"}:
        return True
    usual = draft.style.size <= _RUNNING_SIZE * witnesses.usual.body_size
    running = len(draft.words) >= _RUNNING_WORDS and usual and not draft.style.bold
    return running and draft.kind != "cover"
