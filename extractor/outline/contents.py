"""The contents page: its entries with their printed page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.layout.model import Draft
from extractor.outline.text import key

_ENTRY = re.compile(
    r"^(?P<title>.*?\w.*?)(?:\s*[.…·_]{3,}\s*|\s*\t\s*|\s+)(?P<page>\d{1,3}|[ivxl]+)$", re.I
)
_DOTTED = re.compile(r"[.…·_]{4,}\s*(?:\d{1,3}|[ivxl]+)\s*$|(?:\.\s){4,}", re.I)
_TITLES = {"contents", "table of contents", "content"}
_MIN_ENTRIES = 3
_LAST_CHARS = set("0123456789ivxl")
_LONGEST = 25  # words in an entry
_LAST_PAGE = 20  # contents stand in the front matter


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents page: comparable title and printed page number."""

    key: str
    label: str
    x0: float


def read_contents(drafts: list[Draft]) -> list[Entry]:
    """Mark the drafts of the contents page as such and return its entries."""
    entries: list[Entry] = []
    for page in _contents_pages(drafts):
        on_page = [draft for draft in drafts if draft.page == page and draft.kind != "cover"]
        found = [(draft, _entry(draft)) for draft in on_page]
        for draft, entry in found:
            if entry:
                draft.kind = "contents"
                entries.append(entry)
    return entries


def _contents_pages(drafts: list[Draft]) -> list[int]:
    """Pages with many dotted lines, or with the heading and lines that end in numbers."""
    dotted: dict[int, int] = {}
    ending: dict[int, int] = {}
    titled = set()
    for draft in drafts:
        if draft.page > _LAST_PAGE:
            break
        if draft.kind in ("row", "chart", "cover") or len(draft.words) > _LONGEST:
            continue
        dotted[draft.page] = dotted.get(draft.page, 0) + bool(_DOTTED.search(draft.text))
        ending[draft.page] = ending.get(draft.page, 0) + bool(_short_entry(draft))
        if key(draft.text) in _TITLES:
            titled.add(draft.page)
    pages = {page for page, count in dotted.items() if count >= _MIN_ENTRIES}
    pages |= {page for page in titled if ending.get(page, 0) >= _MIN_ENTRIES}
    return sorted(pages)


def _short_entry(draft: Draft) -> bool:
    numbered = draft.words[-1].text[-1:].lower() in _LAST_CHARS
    return numbered and len(draft.words) <= _LONGEST and bool(_ENTRY.match(draft.text))


def _entry(draft: Draft) -> Entry | None:
    match = _ENTRY.match(draft.text) if _short_entry(draft) else None
    if not match or key(draft.text) in _TITLES:
        return None
    x0 = draft.label_x0 if draft.label_x0 is not None else draft.words[0].x0
    return Entry(key(match["title"]), match["page"], x0)
