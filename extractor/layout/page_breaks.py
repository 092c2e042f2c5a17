"""Paragraphs that a page or column break cuts are made one again."""

from __future__ import annotations

import re

from extractor.language.expressions import Expressions
from extractor.layout.model import BlockDraft, Line
from extractor.layout.settings import LAYOUT

_JOINABLE = {"paragraph", "item"}
_ENDED = re.compile(r"[.!?:;]['’”\")\]]*[¹²³⁴⁵⁶⁷⁸⁹⁰]*$")
_FORMS = Expressions("page_edges")
_PASSED_OVER = {"footnote", "chart", "caption", "row"}


def join_breaks(drafts: list[BlockDraft]) -> list[BlockDraft]:
    """Join each draft that continues the one before the break; the order stays."""
    out: list[BlockDraft] = []
    for draft in drafts:
        open_one = _open_before(out, draft)
        if open_one is not None and _continues(open_one, draft):
            open_one.words = open_one.words + draft.words
            open_one.lines = open_one.lines + draft.lines
        else:
            out.append(draft)
    return out


def _open_before(out: list[BlockDraft], draft: BlockDraft) -> BlockDraft | None:
    """The last running text before ``draft``, if a break lies between the two."""
    if draft.kind not in _JOINABLE or not draft.lines:
        return None
    for before in reversed(out):
        if before.kind in _PASSED_OVER or not _same_frame(before, draft):
            if before.page < draft.page - 1:
                return None
            continue
        if before.kind not in _JOINABLE or not before.lines or before.beside != draft.beside:
            return None
        return before if _break_between(before.lines[-1], draft.lines[0]) else None
    return None


def _same_frame(before: BlockDraft, draft: BlockDraft) -> bool:
    """In one panel or none; or a sentence that the page's end cuts in a box goes on without it."""
    if before.panel == draft.panel:
        return True
    cut = draft.panel is None and draft.page == before.page + 1 and before.kind in _JOINABLE
    if not cut:
        return False
    last = before.words[-1].text
    return (_begins_small(draft) and not _ENDED.search(last)) or bool(_FORMS.open_end.search(last))


def _break_between(last: Line, first: Line) -> bool:
    if first.page == last.page:
        return first.flow != last.flow and first.top < last.top
    return first.page == last.page + 1


def _continues(before: BlockDraft, draft: BlockDraft) -> bool:
    if draft.label or abs(before.style.size - draft.style.size) > LAYOUT.same_size:
        return False
    if before.style.bold != draft.style.bold:
        return False
    last, first = before.lines[-1], draft.lines[0]
    end, lower = before.words[-1].text, _begins_small(draft)
    if not _ENDED.search(end) or (end[-1:] == ";" and lower):
        return lower or last.leaves_no_room(first) or bool(_FORMS.open_end.search(end))
    return before.label is not None and last.leaves_no_room(first) and _hangs(before, first)


def _begins_small(draft: BlockDraft) -> bool:
    return draft.words[0].text[:1].islower()


def _hangs(before: BlockDraft, first: Line) -> bool:
    """An item's text goes on at its own indent, right of the label."""
    if before.label_x0 is None:
        return False
    indent = before.words[0].x0 - before.lines[0].column[0]
    hangs = before.words[0].x0 > before.label_x0 + LAYOUT.same_edge
    return hangs and abs(first.x0 - first.column[0] - indent) < LAYOUT.same_edge
