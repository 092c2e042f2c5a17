"""Cover lines: what names the report above its first text, on the first page."""

from __future__ import annotations

import re

from extractor.layout.model import BlockDraft
from extractor.outline.headings import HeadingEvidence, is_emphatic, look, reads_as_title
from extractor.outline.short_texts import opens_letter
from extractor.outline.title_keys import key

_RUNNING_WORDS = 18
_RUNNING_SIZE = 1.12  # times the usual size at most
_MOST_WORDS = 150
_TITLE_SIZE = 1.25  # times the running text
_LONGEST_TITLE = 30  # words
_AGAIN = 0.8  # of a title's words
_NUMBERING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")
_ALIKE, _TITLES = 3, 0.8
_SERIES = 2  # divider pages make a design of them
_NEXT = 2  # pages behind a divider on which its title may stand again


def mark_cover(drafts: list[BlockDraft], witnesses: HeadingEvidence) -> None:
    """Mark title, body and dates at the head of the first page as cover lines.

    They end at the first running text, table or box, and at a heading that the contents page or
    a bookmark names. The structure tree is not asked: titles are often tagged as headings.
    """
    first = min((draft.page for draft in drafts), default=0)
    lines: list[BlockDraft] = []
    for draft in drafts:
        if draft.page != first or _begins_text(draft, witnesses):
            break
        lines.append(draft)
    if lines and _heads_text(lines[-1], drafts, first, witnesses):
        lines.pop()
    if sum(len(draft.words) for draft in lines) <= _MOST_WORDS:
        for draft in lines:
            draft.kind = "cover"


def _heads_text(
    draft: BlockDraft, drafts: list[BlockDraft], first: int, witnesses: HeadingEvidence
) -> bool:
    """Whether the line above the text is set as headings of later pages are."""
    if not reads_as_title(draft) or not is_emphatic(draft, witnesses.usual):
        return False
    if draft.kind == "cover" or any(map(str.isdecimal, _NUMBERING.sub("", draft.text))):
        return False  # dates and addresses have figures; a heading may have its number
    alike = [d for d in drafts if d.page > first and look(d.style) == look(draft.style)]
    titles = [d for d in alike if d.kind == "paragraph" and reads_as_title(d)]
    return len(titles) >= _ALIKE and len(titles) >= _TITLES * len(alike)


def _begins_text(draft: BlockDraft, witnesses: HeadingEvidence) -> bool:
    if draft.kind in ("row", "chart") or opens_letter(draft.text):
        return True
    large = draft.style.size > _TITLE_SIZE * witnesses.usual.body_size
    boxed = draft.panel is not None and not any(line.unit for line in draft.lines)
    if boxed and not large and draft.kind != "cover":
        return True  # a box of text; one beside the title holds an address
    if set(witnesses.of(draft)) & {"bookmark", "contents"}:
        return True
    usual = draft.style.size <= _RUNNING_SIZE * witnesses.usual.body_size
    running = len(draft.words) >= _RUNNING_WORDS and usual and not draft.style.bold
    return running and draft.kind != "cover"


def open_dividers(drafts: list[BlockDraft], dividers: set[int], witnesses: HeadingEvidence) -> None:
    """Let the titles on divider pages be headings, unless the page behind prints them again.

    The first page is the cover. Without a witness a divider counts where there are several.
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
            voices = set(witnesses.of(draft)) & {"bookmark", "contents", "pattern"}
            titled = voices or (len(pages) >= _SERIES and page > first + 1)
            named = voices - {"pattern"} and not _stands_again(draft, drafts)
            if draft.kind == "cover" and (named or (titled and draft.style.size == size)):
                draft.kind = "paragraph"


def _stands_again(draft: BlockDraft, drafts: list[BlockDraft]) -> bool:
    """Whether a short text on the pages behind has nearly all words of this one."""
    title = set(key(draft.text).split())
    return any(
        len(title & set(key(one.text).split())) >= _AGAIN * len(title)
        for one in drafts
        if draft.page < one.page <= draft.page + _NEXT and len(one.words) <= _LONGEST_TITLE
    )
