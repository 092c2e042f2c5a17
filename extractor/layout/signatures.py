"""Signatures and block quotes, known by how their text is built."""

from __future__ import annotations

import re

from extractor.language.expressions import Expressions
from extractor.layout.model import BlockDraft, main_style
from extractor.layout.settings import LAYOUT

_FORMS = Expressions("people")
_QUOTE = re.compile(r"^[‘“'\"].+[’”'\"](?:\s*[–—-]\s*[^.]{3,80})?$")
_OPENING = ("‘", "“", "'", '"')
_DASHES = ("–", "—")


def mark_signatures(drafts: list[BlockDraft]) -> list[BlockDraft]:
    """Signatures, one draft for each line, and quotes; the other drafts stay as they are."""
    out: list[BlockDraft] = []
    running = False
    for draft in drafts:
        if out and out[-1].kind == "quote" and _attributes(draft):
            out[-1].words = out[-1].words + [word for line in draft.lines for word in line.words]
            continue
        running = running or len(draft.words) >= LAYOUT.running_words
        parts = (
            _signature_lines(draft) if running else None
        )  # a date above all text is a letter's own
        if draft.kind == "paragraph" and not draft.label and _is_quoted(draft):
            draft.kind = "quote"
        if parts is None:
            out.append(draft)
            continue
        _sign_before(out, parts[0])
        out += parts
    return out


def _is_quoted(draft: BlockDraft) -> bool:
    return draft.words[0].text[:1] in _OPENING and bool(_QUOTE.match(draft.text))


def _attributes(draft: BlockDraft) -> bool:
    """A line of its own under a quote that says who spoke, after a dash."""
    if not draft.lines or draft.lines[0].words[0].text not in _DASHES:
        return False
    return len(draft.words) <= LAYOUT.attribution_words and not draft.text.endswith(".")


def _signature_lines(draft: BlockDraft) -> list[BlockDraft] | None:
    """The lines of a signature: short ones, the last of them a date alone."""
    lines = draft.lines
    if draft.kind != "paragraph" or draft.label or not 0 < len(lines) <= LAYOUT.signature_lines:
        return None
    dated = _FORMS.signed_date.match(lines[-1].text)
    if not dated or any(len(line.words) > LAYOUT.signature_words for line in lines):
        return None
    return [
        BlockDraft("signature", line.words, main_style(line.words), lines=[line], role=draft.role)
        for line in lines
    ]


def _sign_before(out: list[BlockDraft], first: BlockDraft) -> None:
    """Short unpunctuated paragraphs right above a signature's date belong to it."""
    for draft in reversed(out[-LAYOUT.signature_lines :]):
        short = (
            draft.kind == "paragraph"
            and not draft.label
            and len(draft.words) <= LAYOUT.signature_words
        )
        if not short or draft.page != first.page or draft.text.endswith((".", ":", ";")):
            return
        draft.kind = "signature"
