"""Captions: short lines directly above a table or chart that are not set as headings are."""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.layout.blocks import Typography
from extractor.layout.model import Draft

_FAR = 40.0  # points between a caption and what it names
_LONGEST = 25  # words
_HEADING_ROLE = re.compile(r"^H[1-6]?$")
_LARGER = 1.12  # times the running text: a heading's size


def mark_captions(drafts: list[Draft], usual: Typography) -> None:
    """Turn paragraphs that stand directly above a table or chart into captions."""
    for draft, after in pairwise(drafts):
        beside = after.kind in ("chart", "row") and draft.kind == "paragraph" and draft.lines
        if beside and (draft.role == "Caption" or _captions(draft, after, usual)):
            draft.kind = "caption"


def _captions(draft: Draft, after: Draft, usual: Typography) -> bool:
    if _HEADING_ROLE.match(draft.role) or len(draft.words) > _LONGEST:
        return False
    gap = min(word.top for word in after.words) - draft.lines[-1].bottom
    emphatic = all(word.style.bold or word.style.italic for word in draft.words)
    small = draft.style.size <= _LARGER * usual.body_size
    ends = draft.text.endswith((".", ":", ";", ","))
    return emphatic and small and not ends and -2 <= gap <= _FAR
