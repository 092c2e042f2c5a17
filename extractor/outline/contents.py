"""The contents page: its entries with their printed page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.layout.model import BlockDraft
from extractor.layout.pages import CONTENTS
from extractor.layout.settings import LAYOUT
from extractor.outline.settings import OUTLINE
from extractor.outline.title_keys import title_key

# An entry is read from its end: there its leader and its page begin at one place only.
_PAGE_AT_END = re.compile(r"(?:^|(?<=[\s.…·_]))(?:\d{1,3}|[ivxl]+)$", re.I)
_LEADER_BACKWARDS = re.compile(r"\s*(?:\s?[.…·_]){3,}\s*|\s+")
_DOTTED = re.compile(r"(?<![.…·_])[.…·_]{4,}\s*(?:\d{1,3}|[ivxl]+)\s*$|(?:\.\s){4,}", re.I)
_LETTER = re.compile(r"\w")
_LAST_CHARS = set("0123456789ivxl")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents page: comparable title, printed page number, and depth from 1."""

    key: str
    label: str
    level: int


def read_contents(drafts: list[BlockDraft]) -> list[Entry]:
    """Mark the drafts of the contents page as such and return its entries."""
    lines: list[tuple[BlockDraft, str, str]] = []
    for page in _contents_pages(drafts):
        on_page = [draft for draft in drafts if draft.page == page and draft.kind != "cover"]
        entries = _entries(on_page)
        _take_between(on_page, [draft for draft, _, _ in entries])
        lines += entries
    depths = _depths([draft for draft, _, _ in lines])
    found = []
    for draft, title, label in lines:
        draft.kind = "contents"
        level = depths.index(_setting(draft, depths)) + 1
        found.append(Entry(title_key(title), label.lower(), level))
    return found


def _entries(on_page: list[BlockDraft]) -> list[tuple[BlockDraft, str, str]]:
    """The entries of a page: draft, title and page number, which may stand first."""
    found = [(draft, *parts) for draft in on_page if (parts := _entry(draft))]
    if len(found) < LAYOUT.contents_entries and (numbered := _numbered(on_page)):
        return [(draft, draft.text, draft.label or "") for draft in numbered]
    return found


def _numbered(drafts: list[BlockDraft]) -> list[BlockDraft]:
    """Titles behind page numbers that rise; 1, 2, 3 … are those of sections."""
    found = [
        d for d in drafts if d.label and d.label.isdecimal() and len(d.words) <= LAYOUT.title_words
    ]
    numbers = [int(draft.label or 0) for draft in found]
    rising = numbers == sorted(numbers) and numbers != list(range(1, len(numbers) + 1))
    return found if rising and len(found) >= LAYOUT.contents_entries else []


def _take_between(on_page: list[BlockDraft], entries: list[BlockDraft]) -> None:
    """What stands between entries, as the names of their groups do, belongs to the contents."""
    listed = set(entries)
    places = [at for at, draft in enumerate(on_page) if draft in listed]
    for draft in on_page[places[0] : places[-1]] if places else ():
        if draft.kind in ("paragraph", "item") and len(draft.words) <= LAYOUT.title_words:
            draft.kind = "contents"


Setting = tuple[float, float, bool]


def _depths(drafts: list[BlockDraft]) -> list[Setting]:
    """How the entries of each depth are set, the highest first: by indent, size and weight."""
    settings: list[Setting] = []
    for draft in sorted(drafts, key=_depth):
        if not any(_alike(_set(draft), setting) for setting in settings):
            settings.append(_set(draft))
    return settings


def _set(draft: BlockDraft) -> Setting:
    x0 = draft.label_x0 if draft.label_x0 is not None else draft.words[0].x0
    style = draft.words[0].style  # most of an entry may be dots
    return (
        round(x0 / OUTLINE.contents_indent) * OUTLINE.contents_indent,
        -style.size,
        not style.bold,
    )


def _depth(draft: BlockDraft) -> tuple[float, Setting]:
    """How far in an entry stands (points): a little further in, but set larger, is no deeper."""
    x0, smaller, light = _set(draft)
    return x0 + OUTLINE.indent_per_point * smaller + OUTLINE.indent_bold * light, (
        x0,
        smaller,
        light,
    )


def _setting(draft: BlockDraft, settings: list[Setting]) -> Setting:
    return next(setting for setting in settings if _alike(_set(draft), setting))


def _alike(one: Setting, other: Setting) -> bool:
    return abs(one[0] - other[0]) <= OUTLINE.contents_indent and one[1:] == other[1:]


def _contents_pages(drafts: list[BlockDraft]) -> list[int]:
    """Pages with many dotted lines, or with the heading and lines that end in numbers."""
    dotted: dict[int, int] = {}
    ending: dict[int, int] = {}
    titled = set()
    for draft in drafts:
        if draft.page > OUTLINE.contents_page:
            break
        if draft.kind in ("row", "chart", "cover") or _length(draft) > LAYOUT.title_words:
            continue
        text = draft.text
        dotted[draft.page] = dotted.get(draft.page, 0) + bool(_DOTTED.search(text))
        ending[draft.page] = ending.get(draft.page, 0) + bool(_short_entry(draft))
        if title_key(text) in CONTENTS:
            titled.add(draft.page)
    pages = {page for page, count in dotted.items() if count >= LAYOUT.contents_entries}
    pages |= {page for page in titled if ending.get(page, 0) >= LAYOUT.contents_entries}
    for page in titled - pages:
        if _numbered([draft for draft in drafts if draft.page == page]):
            pages.add(page)
    return sorted(pages)


def _short_entry(draft: BlockDraft) -> bool:
    numbered = draft.words[-1].text[-1:].lower() in _LAST_CHARS
    return numbered and _length(draft) <= LAYOUT.title_words and bool(entry_parts(draft.text))


def _length(draft: BlockDraft) -> int:
    """Words of an entry; leaders may be dots with spaces between them."""
    if len(draft.words) <= LAYOUT.title_words or draft.words[-2].text != ".":
        return len(draft.words)
    return sum(word.text != "." for word in draft.words)


def _entry(draft: BlockDraft) -> tuple[str, str] | None:
    parts = entry_parts(draft.text) if _short_entry(draft) else None
    return None if title_key(draft.text) in CONTENTS else parts


def entry_parts(text: str) -> tuple[str, str] | None:
    """Title and page number of an entry, which a leader, a tab or a space parts."""
    page = _PAGE_AT_END.search(text)
    leader = _LEADER_BACKWARDS.match(text[: page.start()][::-1]) if page else None
    if page is None or leader is None:
        return None
    title = text[: page.start() - leader.end()]
    return (title, page.group()) if _LETTER.search(title) else None
