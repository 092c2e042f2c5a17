"""Weak headings: set in the size and weight of running text, and apart by one thing only.

Slope, another face, capitals, colour or a line drawn under them show them. These also set
quotations, names and links, so a look counts only where nearly all that is set in it are short
titles, each alone above running text.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from extractor.layout.model import BlockDraft
from extractor.layout.settings import LAYOUT
from extractor.layout.typography import Typography
from extractor.outline.settings import OUTLINE

_PUNCTUATION = (".", ",", ";", ":", "”", "’", "?!")

WeakLook = tuple[str, bool, bool, bool, int | None, float]


def weak_headings(drafts: list[BlockDraft], typography: Typography) -> list[BlockDraft]:
    """The drafts that are headings by slope, face, capitals, colour or a line alone."""
    body = [draft for draft in drafts if draft.kind != "footnote"]
    found: dict[WeakLook, list[BlockDraft]] = defaultdict(list)
    seen: dict[WeakLook, int] = defaultdict(int)
    before: WeakLook | None = None
    for draft, after in pairwise(body):
        its = _weak_look(draft, typography)
        if its is not None:
            seen[its] += 1
            alone = before != its and _weak_look(after, typography) != its
            if alone and _is_title(draft) and runs_on(draft, after):
                found[its].append(draft)
        before = its
    return [
        draft
        for its, titles in found.items()
        if len(titles) >= OUTLINE.weak_alike and len(titles) >= OUTLINE.titles_share * seen[its]
        for draft in titles
    ]


def _weak_look(draft: BlockDraft, typography: Typography) -> WeakLook | None:
    """How a draft is apart from running text; None where it is not, or is bold or large."""
    style = draft.style
    if draft.kind != "paragraph" or not draft.lines or draft.label or style.bold:
        return None
    if (
        not OUTLINE.weak_size * typography.body_size
        <= style.size
        <= LAYOUT.larger * typography.body_size
    ):
        return None
    italic = style.italic and all(word.style.italic for word in draft.words)
    capitals = _in_capitals(draft)
    colour = style.colour if style.colour != typography.colour else None
    underlined = all(line.underlined for line in draft.lines)
    face = style.font != typography.font and bool(typography.font)
    if not (italic or capitals or underlined or face or colour is not None):
        return None
    return style.font, italic, capitals, underlined, colour, round(style.size)


def _in_capitals(draft: BlockDraft) -> bool:
    first = draft.words[0].text
    if first.upper() != first or len(draft.words) > OUTLINE.lone_words:
        return False
    letters = sum(char.isalpha() for word in draft.words for char in word.text)
    return letters >= OUTLINE.weak_letters and all(
        word.text.upper() == word.text for word in draft.words
    )


def _is_title(draft: BlockDraft) -> bool:
    if (
        len(draft.words) > OUTLINE.lone_words
        or len(draft.lines) > OUTLINE.weak_lines
        or draft.beside
    ):
        return False
    first = next((char for char in draft.text if char.isalnum()), "")
    return first.isupper() and not draft.text.endswith(_PUNCTUATION)


def runs_on(draft: BlockDraft, after: BlockDraft) -> bool:
    """Whether running text follows, or a list."""
    if after.kind not in ("paragraph", "item") or after.page not in (draft.page, draft.page + 1):
        return False
    return (
        after.label is not None
        or len(after.words) >= OUTLINE.text_words
        or after.text.endswith(":")
    )
