"""Cover lines: what names the report above its first text, on the first page."""

from __future__ import annotations

from extractor.layout.model import Draft
from extractor.outline.headings import Witnesses, is_emphatic, look, reads_as_title
from extractor.outline.text import key
from extractor.outline.told import opens_letter

_RUNNING_WORDS = 18
_RUNNING_SIZE = 1.12  # times the usual size at most
_MOST_WORDS = 150
_TITLE_SIZE = 1.25  # times the running text
_LONGEST_TITLE = 30  # words
_AGAIN = 0.8  # of a title's words
_ALIKE, _TITLES = 3, 0.8
_SERIES = 2  # divider pages make a design of them
_NEXT = 2  # pages behind a divider on which its title may stand again


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
    if lines and _heads_text(lines[-1], drafts, first, witnesses):
        lines.pop()
    if sum(len(draft.words) for draft in lines) <= _MOST_WORDS:
        for draft in lines:
            draft.kind = "cover"


def _heads_text(draft: Draft, drafts: list[Draft], first: int, witnesses: Witnesses) -> bool:
    """Whether the line above the text is set as headings of later pages are."""
    if not reads_as_title(draft) or not is_emphatic(draft, witnesses.usual):
        return False
    if any(char.isdigit() for char in draft.text) or draft.kind == "cover":
        return False
    alike = [d for d in drafts if d.page > first and look(d.style) == look(draft.style)]
    titles = [d for d in alike if d.kind == "paragraph" and reads_as_title(d)]
    return len(titles) >= _ALIKE and len(titles) >= _TITLES * len(alike)


def _begins_text(draft: Draft, witnesses: Witnesses) -> bool:
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


def open_dividers(drafts: list[Draft], dividers: set[int], witnesses: Witnesses) -> None:
    """Let the titles on divider pages be headings, unless the page behind prints them again.

    The first page is the cover. Without a witness a divider counts where there are several.
    """
    first = min((draft.page for draft in drafts), default=0)
    pages = sorted(dividers - {first})
    for page in pages:
        lines = [d for d in drafts if d.page == page and any(map(str.isalpha, d.text))]
        behind = [
            set(key(d.text).split())
            for d in drafts
            if page < d.page <= page + _NEXT and len(d.words) <= _LONGEST_TITLE
        ]
        largest = max((draft.style.size for draft in lines), default=0.0)
        for draft in lines:
            named = set(witnesses.of(draft)) & {"bookmark", "contents", "pattern"}
            titled = draft.style.size == largest and len(pages) >= _SERIES and page > first + 1
            title = set(key(draft.text).split())
            again = any(len(title & words) >= _AGAIN * len(title) for words in behind)
            if (named or titled) and not again and draft.kind == "cover":
                draft.kind = "paragraph"
