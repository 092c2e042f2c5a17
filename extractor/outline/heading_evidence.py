"""What shows that a draft is a heading: tags, bookmarks, the contents page, words of the genre."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.language.nlp import grammar
from extractor.language.patterns import Pattern
from extractor.layout.model import BlockDraft
from extractor.layout.typography import Typography
from extractor.outline.contents import Entry
from extractor.outline.settings import OUTLINE
from extractor.outline.title_keys import title_key
from extractor.reading.model import Bookmark

_HEADING_ROLE = re.compile(r"^(?:H[1-6]?|Title)$")


class HeadingEvidence:
    """What the document says of its headings besides their looks."""

    def __init__(
        self,
        bookmarks: Sequence[Bookmark],
        contents: list[Entry],
        labels: dict[int, str],
        typography: Typography,
    ) -> None:
        self.typography, self._labels = typography, labels
        self._marked: dict[str, set[int | None]] = {}
        for mark in bookmarks:
            self._marked.setdefault(title_key(mark.title), set()).add(mark.page)
        self._listed: dict[str, list[Entry]] = {}
        for entry in contents:
            self._listed.setdefault(entry.key, []).append(entry)

    def of(self, draft: BlockDraft) -> tuple[str, ...]:
        """Names of what shows, besides type, that this draft is a heading."""
        title = title_key(draft.text)
        pages = self._marked.get(title, set())
        found = []
        if has_heading_tag(draft):
            found.append("tag")
        if title and pages & {draft.page, None}:
            found.append("bookmark")
        if self.entry_of(draft):
            found.append("contents")
        if _reads_as_known(draft):
            found.append("pattern")
        return tuple(found)

    def names(self, draft: BlockDraft) -> bool:
        """Whether a bookmark or the contents page has this title."""
        title = title_key(draft.text)
        return title in self._marked or title in self._listed

    def entry_of(self, draft: BlockDraft) -> Entry | None:
        """The contents page's entry for this heading: its title, and the page it stands on."""
        label = self._labels.get(draft.page, "").lower()
        for entry in self.listed(draft):
            if not label or entry.label == label:
                return entry
        return None

    def listed(self, draft: BlockDraft) -> list[Entry]:
        """Entries of this title, on whatever page."""
        return self._listed.get(title_key(draft.text), [])


def has_heading_tag(draft: BlockDraft) -> bool:
    """Whether the structure tree calls it a heading or the title."""
    return bool(_HEADING_ROLE.match(draft.role))


def _reads_as_known(draft: BlockDraft) -> bool:
    """Whether a title begins or ends as those of the genre do (``headings.jsonl``).

    Over a table only a judgement heads the text; "Section 2" names a part of the table.
    """
    text = draft.text
    for match in grammar("headings", model=Pattern).find(text):
        opens = match.pattern.label == "HEADING_START" and draft.kind != "caption"
        starts = opens and match.start == 0
        ends = match.pattern.label == "HEADING_END" and match.end == len(text.rstrip(" ."))
        if starts or ends:
            return True
    return False


def opens_appendix(text: str) -> bool:
    """Whether it begins as the heading of an appendix does."""
    found = grammar("headings", model=Pattern).find(text[: OUTLINE.number_letters])
    return any(match.pattern.id == "heading.appendix" and match.start == 0 for match in found)
