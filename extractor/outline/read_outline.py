"""The outline of a document laid out: its headings with their levels and what shows each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.assembly.paragraph_numbers import adopt_numbers
from extractor.layout.model import BlockDraft
from extractor.layout.page_breaks import join_breaks
from extractor.layout.pages import LayoutResult
from extractor.layout.signatures import mark_signatures
from extractor.outline.asides import separate_asides
from extractor.outline.contents import read_contents
from extractor.outline.cover import mark_cover, open_dividers
from extractor.outline.heading_evidence import HeadingEvidence
from extractor.outline.headings import find_headings
from extractor.outline.levels import set_levels
from extractor.outline.signatories import mark_signatories
from extractor.reading.model import Bookmark


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's drafts in reading order, each of its final kind, and its layout.

    A draft of kind ``heading`` has its ``level``, from 1, and in ``source`` the names of what
    shows that it is one.
    """

    drafts: list[BlockDraft]
    layout: LayoutResult

    def page_texts(self) -> dict[int, str]:
        """The text of each physical page, one draft a line, in the order of its drafts."""
        texts: dict[int, list[str]] = {}
        for draft in self.drafts:
            texts.setdefault(draft.page, []).append(draft.text)
        return {page: "\n".join(parts) for page, parts in texts.items()}


def read_outline(layout: LayoutResult, bookmarks: Sequence[Bookmark]) -> Outline:
    """Find contents, cover, signatures and headings, and make broken paragraphs whole.

    The layout's drafts are changed by it: lay the document out anew to read it again.
    """
    drafts, typography = layout.drafts, layout.typography
    contents = read_contents(drafts)
    evidence = HeadingEvidence(bookmarks, contents, layout.furniture.labels, typography)
    mark_cover(drafts, evidence)
    open_dividers(drafts, layout.dividers, evidence)
    mark_signatories(drafts)
    drafts = separate_asides(drafts, typography)
    find_headings(drafts, evidence)
    set_levels(drafts, evidence)
    drafts = mark_signatures(join_breaks(drafts))
    adopt_numbers(drafts)
    return Outline(drafts, layout)
