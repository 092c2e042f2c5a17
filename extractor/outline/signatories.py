"""Who signs: names and offices below a letter or a foreword, which head nothing."""

from __future__ import annotations

from itertools import pairwise

from extractor.language.expressions import Expressions
from extractor.layout.model import BlockDraft
from extractor.outline.settings import OUTLINE
from extractor.outline.short_texts import closes_letter, names_role

_FORMS = Expressions("people")


def mark_signatories(drafts: list[BlockDraft]) -> None:
    """Turn the names and offices of those who sign into signatures, in place."""
    closed: int | None = None
    for draft in drafts:
        if draft.words[0].text.startswith("Yours") and closes_letter(draft.text):
            closed = draft.page
        elif closed is not None and draft.kind not in ("footnote", "row", "chart"):
            if draft.page != closed or len(draft.words) > OUTLINE.signatory_words:
                closed = None
            elif draft.kind in ("paragraph", "caption"):
                draft.kind = "signature"
    for draft, after in pairwise(drafts):
        if _is_name(draft) and _is_office(after, draft):
            draft.kind = after.kind = "signature"


def _is_name(draft: BlockDraft) -> bool:
    if draft.kind != "paragraph" or draft.label or not draft.words[-1].text[:1].isupper():
        return False  # each word of a name begins with a capital
    return bool(_FORMS.signed.match(draft.text))


def _is_office(draft: BlockDraft, name: BlockDraft) -> bool:
    """An office in type of its own below a name; of one type they are one draft, and no title."""
    if draft.kind != "paragraph" or draft.page != name.page or draft.label:
        return False
    short = len(draft.words) <= OUTLINE.office_words and not draft.text.endswith((".", ":"))
    return short and names_role(draft.text)
