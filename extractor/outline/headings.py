"""Which drafts are headings: all evidence together, where typography does not object."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extractor.layout.model import BlockDraft
from extractor.layout.settings import LAYOUT
from extractor.layout.typography import Typography
from extractor.outline.graded_titles import titles_beside_grades
from extractor.outline.heading_evidence import HeadingEvidence, has_heading_tag
from extractor.outline.settings import OUTLINE
from extractor.outline.short_texts import is_caption, is_grade
from extractor.outline.title_keys import title_key
from extractor.outline.weak_headings import runs_on, weak_headings
from extractor.reading.model import Style

_CANDIDATES = {"paragraph", "item", "caption"}
_ENDS_LIKE_TEXT = re.compile(r"[.;,][’”'\")]?$")
_QUOTED = re.compile(r"^(?:‘[^’]*(?:’(?=\w)[^’]*)*’|“[^”]+”|\"[^\"]+\"|'.+')$")
_SCORED = re.compile(r":\s*\d[\d.,]*\s*%$")
_LETTERED = re.compile(r"^\(?(?:[a-z]|[ivx]{2,4})[.)]\s+")
_WORD = re.compile(r"[^\W\d_]{2}")

Look = tuple[float, bool, bool, int]


def find_headings(drafts: list[BlockDraft], evidence: HeadingEvidence) -> None:
    """Turn the drafts that are headings into such, in place.

    They are known by evidence and type, by the grade beside them, or by one sign of type where
    that is a habit of the document.
    """
    for draft in drafts:
        short = draft.kind == "paragraph" and len(draft.words) <= OUTLINE.heading_words
        if short and is_caption(draft.text):
            draft.kind = "caption"
    graded = titles_beside_grades(drafts)
    for draft, sources in _evident(drafts, evidence):
        draft.kind, draft.source = "heading", sources
    for draft in graded:
        sources = draft.source if draft.kind == "heading" else evidence.of(draft)
        draft.kind, draft.source = "heading", (*sources, "grade")
    for draft in weak_headings(drafts, evidence.typography):
        draft.kind, draft.source = "heading", (*evidence.of(draft), "type")
    for before, draft in pairwise(drafts):
        headings = before.kind == draft.kind == "heading"
        if headings and title_key(before.text) == title_key(draft.text):
            draft.kind, draft.source = "paragraph", ()  # the head of a list repeats its heading


def _evident(
    drafts: list[BlockDraft], evidence: HeadingEvidence
) -> Iterator[tuple[BlockDraft, tuple[str, ...]]]:
    """Headings by evidence and type, each with the names of what shows it."""
    typography = evidence.typography
    candidates = [d for d in drafts if _possible(d) and _stands_out(d, evidence)]
    sources_of = {draft: evidence.of(draft) for draft in candidates}
    looks = _heading_looks(candidates, sources_of, typography)
    over_tables = _looks_over_tables(candidates)
    openers = _panel_openers(drafts) | _lone_titles(drafts, candidates)
    for draft, sources in sources_of.items():
        captions = draft.kind == "caption" and look(draft.style) not in over_tables
        if (captions or _is_quotation(draft)) and not set(sources) - {"tag"}:
            continue
        if _is_typical(draft, looks, typography, opens=draft in openers):
            yield draft, (*sources, "type")
        elif _is_evidenced(draft, sources, typography):
            yield draft, sources


def look(style: Style) -> Look:
    """What makes two headings look alike: size to half a point, weight, slope, colour."""
    return round(style.size * 2) / 2, style.bold, style.italic, style.colour


def _possible(draft: BlockDraft) -> bool:
    if draft.kind not in _CANDIDATES or not draft.lines or len(draft.words) > OUTLINE.heading_words:
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


def _stands_out(draft: BlockDraft, evidence: HeadingEvidence) -> bool:
    """A cheap look before all evidence is asked for: set, tagged or listed as a heading."""
    named = draft.kind != "item" and evidence.names(draft)
    return named or has_heading_tag(draft) or is_emphatic(draft, evidence.typography)


def is_emphatic(draft: BlockDraft, typography: Typography) -> bool:
    """Set larger than running text, or bold throughout."""
    bold = all(w.style.bold or not any(map(str.isalnum, w.text)) for w in draft.words)
    return bold or draft.style.size > LAYOUT.larger * typography.body_size


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
    return {its for its, count in over.items() if elsewhere[its] >= OUTLINE.caption_titles * count}


def _is_quotation(draft: BlockDraft) -> bool:
    """Whether it stands in quotation marks from end to end: a quotation set large."""
    return len(draft.words) >= OUTLINE.quotation_words and bool(_QUOTED.match(draft.text))


def _heading_looks(
    candidates: list[BlockDraft],
    sources_of: dict[BlockDraft, tuple[str, ...]],
    typography: Typography,
) -> set[Look]:
    """Looks that are those of headings: evidence confirms them, or nearly all read as titles."""
    evidenced: Counter[Look] = Counter()
    titles: Counter[Look] = Counter()
    seen: Counter[Look] = Counter()
    for draft in candidates:
        if not is_emphatic(draft, typography):
            continue
        its = look(draft.style)
        seen[its] += 1
        if reads_as_title(draft):
            titles[its] += 1
            evidenced[its] += bool(sources_of[draft])
    return {
        its
        for its, count in titles.items()
        if evidenced[its] >= max(1, OUTLINE.evidenced_share * count)
        or count >= max(OUTLINE.alike, OUTLINE.titles_share * seen[its])
    }


def _panel_openers(drafts: list[BlockDraft]) -> set[BlockDraft]:
    """Drafts that come first in a panel and have text of it below them."""
    return {
        draft
        for before, draft, after in zip([None, *drafts], drafts, drafts[1:], strict=False)
        if draft.panel is not None and draft.panel == after.panel and not after.beside
        if (before is None or before.panel != draft.panel) and not draft.beside
    }


def _lone_titles(drafts: list[BlockDraft], candidates: list[BlockDraft]) -> set[BlockDraft]:
    """Short bold titles above running text whose look no other line of the document has."""
    seen = Counter(look(draft.style) for draft in candidates)
    return {
        draft
        for draft, after in pairwise(drafts)
        if seen[look(draft.style)] == 1 and draft.kind == "paragraph" and draft.style.bold
        if len(draft.words) <= OUTLINE.lone_words
        and not draft.text.endswith(":")
        and runs_on(draft, after)
        if not any(map(str.isdecimal, draft.text))
    }


def _is_typical(
    draft: BlockDraft, looks: set[Look], typography: Typography, *, opens: bool
) -> bool:
    if not is_emphatic(draft, typography) or not reads_as_title(draft):
        return False
    large = draft.style.size > LAYOUT.larger * typography.body_size
    return large or opens or look(draft.style) in looks or not looks


def _is_evidenced(draft: BlockDraft, sources: tuple[str, ...], typography: Typography) -> bool:
    """Whether it suffices without type: of two kinds, or of one for a line that reads as a title.

    A word processor makes tag and bookmark from one style: both err where an author set a sentence
    of the text in it. A judgement set larger than text may end in a full stop.
    """
    if "pattern" in sources and draft.style.size > LAYOUT.larger * typography.body_size:
        return True
    title, emphatic = reads_as_title(draft), is_emphatic(draft, typography)
    if len(sources) >= 2:
        return title or emphatic or set(sources) != {"tag", "bookmark"}
    return bool(sources) and title and (emphatic or sources[0] in ("bookmark", "contents"))
