"""Which drafts are headings: witnesses are heard together, and typography must not object."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from extractor.language.nlp import grammar, tokens
from extractor.layout.blocks import Typography
from extractor.layout.model import LARGER, BlockDraft
from extractor.outline.contents import Entry
from extractor.outline.graded_titles import judged_titles
from extractor.outline.short_texts import is_caption, is_grade
from extractor.outline.title_keys import key
from extractor.outline.weak_headings import quiet_titles, runs_on
from extractor.reading.model import Bookmark, Style

_HEADING_ROLE = re.compile(r"^(?:H[1-6]?|Title)$")
_CANDIDATES = {"paragraph", "item", "caption"}
_LONGEST = 30  # words
_TOLD = 0.4  # of the titles of one look: so many must have a witness
_MORE_OFTEN = 3
_MIN_ALIKE = 2  # titles of one look that need no witness
_TITLES = 0.8  # of all that looks so must read as a title, then
_ENDS_LIKE_TEXT = re.compile(r"[.;,][’”'\")]?$")
_QUOTED = re.compile(r"^(?:‘[^’]*(?:’(?=\w)[^’]*)*’|“[^”]+”|\"[^\"]+\"|'.+')$")
_LONE = 12  # words
_SPOKEN = 6  # words: fewer in quotation marks may be a title
_SCORED = re.compile(r":\s*\d[\d.,]*\s*%$")
_LETTERED = re.compile(r"^\(?(?:[a-z]|[ivx]{2,4})[.)]\s+")
_WORD = re.compile(r"[^\W\d_]{2}")

Look = tuple[float, bool, bool, int]


class HeadingEvidence:
    """What the document says of its headings besides their looks."""

    def __init__(
        self,
        bookmarks: list[Bookmark],
        contents: list[Entry],
        labels: dict[int, str],
        usual: Typography,
    ) -> None:
        self.usual, self._labels = usual, labels
        self._marked: dict[str, set[int | None]] = {}
        for mark in bookmarks:
            self._marked.setdefault(key(mark.title), set()).add(mark.page)
        self._listed: dict[str, list[Entry]] = {}
        for entry in contents:
            self._listed.setdefault(entry.key, []).append(entry)

    def of(self, draft: BlockDraft) -> tuple[str, ...]:
        """Names of the witnesses, besides type, that call this draft a heading."""
        title = key(draft.text)
        pages = self._marked.get(title, set())
        found = []
        if _HEADING_ROLE.match(draft.role):
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
        title = key(draft.text)
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
        return self._listed.get(key(draft.text), [])


def find_headings(drafts: list[BlockDraft], witnesses: HeadingEvidence) -> None:
    """Turn the drafts that are headings into such, in place."""
    for draft in drafts:
        if draft.kind == "paragraph" and len(draft.words) <= _LONGEST and is_caption(draft.text):
            draft.kind = "caption"
    judged = judged_titles(drafts)
    candidates = [d for d in drafts if _possible(d) and _stands_out(d, witnesses)]
    said = {id(draft): witnesses.of(draft) for draft in candidates}
    looks = _heading_looks(candidates, said, witnesses.usual)
    over_tables = _looks_over_tables(candidates)
    openers = _panel_openers(drafts) | _lone_titles(drafts, candidates)
    for draft in candidates:
        voices = said[id(draft)]
        captions = draft.kind == "caption" and look(draft.style) not in over_tables
        if (captions or _is_spoken(draft)) and not set(voices) - {"tag"}:
            continue
        typical = _typical(draft, looks, witnesses.usual, opens=id(draft) in openers)
        if typical or _told(draft, voices, witnesses.usual):
            draft.kind = "heading"
            draft.source = (*voices, "type") if typical else voices
    for draft in judged:
        voices = draft.source if draft.kind == "heading" else witnesses.of(draft)
        draft.kind, draft.source = "heading", (*voices, "grade")
    for draft in quiet_titles(drafts, witnesses.usual):
        draft.kind, draft.source = "heading", (*witnesses.of(draft), "type")
    for before, draft in pairwise(drafts):
        if before.kind == draft.kind == "heading" and key(before.text) == key(draft.text):
            draft.kind, draft.source = "paragraph", ()  # the head of a list repeats its heading


def look(style: Style) -> Look:
    """What makes two headings look alike: size to half a point, weight, slope, colour."""
    return round(style.size * 2) / 2, style.bold, style.italic, style.colour


def _reads_as_known(draft: BlockDraft) -> bool:
    """Whether a title begins or ends as those of the genre do (``headings.jsonl``).

    Over a table only a judgement heads the text; "Section 2" names a part of the table.
    """
    text = draft.text
    for match in grammar("headings").find(tokens(text)):
        opens = match.pattern.label == "HEADING_START" and draft.kind != "caption"
        starts = opens and match.start == 0
        ends = match.pattern.label == "HEADING_END" and match.end == len(text.rstrip(" ."))
        if starts or ends:
            return True
    return False


def opens_appendix(text: str) -> bool:
    """Whether it begins as the heading of an appendix does."""
    found = grammar("headings").find(tokens(text[:40]))
    return any(one.pattern.id == "heading.appendix" and one.start == 0 for one in found)


def _possible(draft: BlockDraft) -> bool:
    if draft.kind not in _CANDIDATES or not draft.lines or len(draft.words) > _LONGEST:
        return False
    if draft.beside:
        return False
    text = draft.text
    if not _WORD.search(text) or draft.words[0].page != draft.words[-1].page:
        return False
    if is_caption(text) or is_grade(text):
        return False
    return not draft.label or _heads(draft.label)


def _heads(label: str) -> bool:
    """Whether headings have such labels: "1.2", "A.", "IV.", "(a)", and no marks or "a."."""
    return label[0].isdigit() or label[0].isupper() or label[0] == "("


def _stands_out(draft: BlockDraft, witnesses: HeadingEvidence) -> bool:
    """A cheap look before the witnesses are heard: set or tagged as a heading, or named as one."""
    named = draft.kind != "item" and witnesses.names(draft)
    return named or bool(_HEADING_ROLE.match(draft.role)) or is_emphatic(draft, witnesses.usual)


def is_emphatic(draft: BlockDraft, usual: Typography) -> bool:
    """Set larger than running text, or bold throughout."""
    bold = all(w.style.bold or not any(map(str.isalnum, w.text)) for w in draft.words)
    return bold or draft.style.size > LARGER * usual.body_size


def reads_as_title(draft: BlockDraft) -> bool:
    """Whether it begins and ends as a title does, and not as a sentence."""
    text = _LETTERED.sub("", draft.text)
    first = next((char for char in text if char.isalnum()), "")
    stops = _ENDS_LIKE_TEXT.search(draft.text) or _SCORED.search(draft.text)
    return not first.islower() and not stops


def _looks_over_tables(candidates: list[BlockDraft]) -> set[Look]:
    """Looks of lines that head tables now and then, and far more often text: those of headings."""
    over: Counter[Look] = Counter()
    elsewhere: Counter[Look] = Counter()
    for draft in candidates:
        if reads_as_title(draft):
            (over if draft.kind == "caption" else elsewhere)[look(draft.style)] += 1
    return {one for one, count in over.items() if elsewhere[one] >= _MORE_OFTEN * count}


def _is_spoken(draft: BlockDraft) -> bool:
    """Whether it stands in quotation marks from end to end: a quotation set large."""
    return len(draft.words) >= _SPOKEN and bool(_QUOTED.match(draft.text))


def _heading_looks(
    candidates: list[BlockDraft], said: dict[int, tuple[str, ...]], usual: Typography
) -> set[Look]:
    """Looks that are those of headings: witnesses confirm them, or nearly all read as titles."""
    told: Counter[Look] = Counter()
    titles: Counter[Look] = Counter()
    seen: Counter[Look] = Counter()
    for draft in candidates:
        if not is_emphatic(draft, usual):
            continue
        one = look(draft.style)
        seen[one] += 1
        if reads_as_title(draft):
            titles[one] += 1
            told[one] += bool(said[id(draft)])
    confirmed = {one for one in titles if told[one] >= _TOLD * titles[one] and told[one] > 0}
    alike = {
        one for one in titles if titles[one] >= _MIN_ALIKE and titles[one] >= _TITLES * seen[one]
    }
    return confirmed | alike


def _panel_openers(drafts: list[BlockDraft]) -> set[int]:
    """Drafts that come first in a panel and have text of it below them."""
    return {
        id(draft)
        for before, draft, after in zip([None, *drafts], drafts, drafts[1:], strict=False)
        if draft.panel is not None and draft.panel == after.panel and not after.beside
        if (before is None or before.panel != draft.panel) and not draft.beside
    }


def _lone_titles(drafts: list[BlockDraft], candidates: list[BlockDraft]) -> set[int]:
    """Short bold titles above running text whose look no other line of the document has."""
    seen = Counter(look(draft.style) for draft in candidates)
    return {
        id(draft)
        for draft, after in pairwise(drafts)
        if seen[look(draft.style)] == 1 and draft.kind == "paragraph" and draft.style.bold
        if len(draft.words) <= _LONE and not draft.text.endswith(":") and runs_on(draft, after)
        if not any(map(str.isdecimal, draft.text))
    }


def _typical(draft: BlockDraft, looks: set[Look], usual: Typography, *, opens: bool) -> bool:
    if not is_emphatic(draft, usual) or not reads_as_title(draft):
        return False
    large = draft.style.size > LARGER * usual.body_size
    return large or opens or look(draft.style) in looks or not looks


def _told(draft: BlockDraft, voices: tuple[str, ...], usual: Typography) -> bool:
    """Whether witnesses alone are enough: two of them, or one for a line that reads as a title.

    A word processor makes tag and bookmark from one style: both err where an author set a sentence
    of the text in it. A judgement set larger than text may end in a full stop.
    """
    if "pattern" in voices and draft.style.size > LARGER * usual.body_size:
        return True
    title, emphatic = reads_as_title(draft), is_emphatic(draft, usual)
    if len(voices) >= 2:
        return title or emphatic or set(voices) != {"tag", "bookmark"}
    return bool(voices) and title and (emphatic or voices[0] in ("bookmark", "contents"))
