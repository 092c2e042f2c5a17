"""Cover lines: what names the report above its first text, on the first page."""

from __future__ import annotations

import re
from collections.abc import Set

from extractor.layout.model import BlockDraft
from extractor.layout.settings import LAYOUT
from extractor.outline.heading_evidence import HeadingEvidence
from extractor.outline.headings import is_emphatic, look, reads_as_title
from extractor.outline.settings import OUTLINE
from extractor.outline.short_texts import opens_letter
from extractor.outline.title_keys import title_key

_NUMBERING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")


def mark_cover(drafts: list[BlockDraft], evidence: HeadingEvidence) -> None:
    """Mark title, body and dates at the head of the first page as cover lines.

    They end at the first running text, table or box, and at a heading that the contents page or
    a bookmark names. The structure tree is no evidence: titles are often tagged as headings.
    """
    first = min((draft.page for draft in drafts), default=0)
    lines: list[BlockDraft] = []
    for draft in drafts:
        if draft.page != first or _begins_text(draft, evidence):
            break
        lines.append(draft)
    if lines and _heads_text(lines[-1], drafts, first, evidence):
        lines.pop()
    if sum(len(draft.words) for draft in lines) <= OUTLINE.cover_words:
        for draft in lines:
            draft.kind = "cover"


def _heads_text(
    draft: BlockDraft, drafts: list[BlockDraft], first: int, evidence: HeadingEvidence
) -> bool:
    """Whether the line above the text is set as headings of later pages are."""
    if not reads_as_title(draft) or not is_emphatic(draft, evidence.typography):
        return False
    if draft.kind == "cover" or any(map(str.isdecimal, _NUMBERING.sub("", draft.text))):
        return False  # dates and addresses have figures; a heading may have its number
    alike = [d for d in drafts if d.page > first and look(d.style) == look(draft.style)]
    titles = [d for d in alike if d.kind == "paragraph" and reads_as_title(d)]
    return len(titles) >= OUTLINE.weak_alike and len(titles) >= OUTLINE.titles_share * len(alike)


def _begins_text(draft: BlockDraft, evidence: HeadingEvidence) -> bool:
    if draft.kind in ("row", "chart") or opens_letter(draft.text):
        return True
    large = draft.style.size > OUTLINE.cover_title_size * evidence.typography.body_size
    boxed = draft.panel is not None and not any(line.unit for line in draft.lines)
    if boxed and not large and draft.kind != "cover":
        return True  # a box of text; one beside the title holds an address
    if set(evidence.of(draft)) & {"bookmark", "contents"}:
        return True
    usual = draft.style.size <= LAYOUT.larger * evidence.typography.body_size
    running = len(draft.words) >= OUTLINE.cover_text_words and usual and not draft.style.bold
    return running and draft.kind != "cover"


def open_dividers(drafts: list[BlockDraft], dividers: Set[int], evidence: HeadingEvidence) -> None:
    """Let the titles on divider pages be headings, unless the page behind prints them again.

    The first page is the cover. Without evidence a divider counts where there are several.
    """
    first = min((draft.page for draft in drafts), default=0)
    pages = sorted(dividers - {first})
    for page in pages:
        lines = [d for d in drafts if d.page == page and any(map(str.isalpha, d.text))]
        size = max((draft.style.size for draft in lines), default=0.0)
        largest = [draft for draft in lines if draft.style.size == size]
        if any(_stands_again(draft, drafts) for draft in largest):
            continue
        for draft in lines:
            sources = set(evidence.of(draft)) & {"bookmark", "contents", "pattern"}
            titled = sources or (len(pages) >= OUTLINE.divider_series and page > first + 1)
            named = sources - {"pattern"} and not _stands_again(draft, drafts)
            if draft.kind == "cover" and (named or (titled and draft.style.size == size)):
                draft.kind = "paragraph"


def _stands_again(draft: BlockDraft, drafts: list[BlockDraft]) -> bool:
    """Whether a short text on the pages behind has nearly all words of this one."""
    title = set(title_key(draft.text).split())
    return any(
        len(title & set(title_key(other.text).split())) >= OUTLINE.title_again * len(title)
        for other in drafts
        if draft.page < other.page <= draft.page + OUTLINE.divider_next
        and len(other.words) <= OUTLINE.heading_words
    )
