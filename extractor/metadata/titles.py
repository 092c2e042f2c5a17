"""The title of a report: the largest type on its first page, with what the type below it says.

Covers set either the title largest, or the name of the place with what the report is below it.
A letter has no cover: its first heading is its title.
"""

from __future__ import annotations

import re

from extractor.language.expressions import Expressions
from extractor.layout.model import BlockDraft
from extractor.metadata.settings import METADATA

_FORMS = Expressions("titles")
_RAISED = re.compile(r"\s*[⁰¹²³⁴-⁹]+")


def largest_text(drafts: list[BlockDraft]) -> str | None:
    """What is set largest on the first page that has text, lines of one size together."""
    on_page = _first_page(drafts)
    if not on_page:
        return None
    size = max(draft.style.size for draft in on_page)
    parts = [draft.text for draft in on_page if size - draft.style.size < METADATA.title_size]
    title = _plain(" ".join(parts))
    if METADATA.title_shortest <= len(title) <= METADATA.title_longest:
        return title
    headings = (_plain(draft.text) for draft in on_page if draft.kind == "heading")
    return next(headings, None)


def full_title(title: str | None, drafts: list[BlockDraft]) -> str | None:
    """A title that names a place alone, with the lines below it that say what the report is."""
    if title is None or _FORMS.report.search(title):
        return title
    below: list[str] = []
    for draft in _first_page(drafts):
        text = _plain(draft.text)
        form = _FORMS.goes_on if below else _FORMS.kind_of_report
        if form.match(text) and len(text) <= METADATA.title_longest:
            below.append(text)
        elif below:
            break
    return f"{title}: {' '.join(below)}" if below else title


def _first_page(drafts: list[BlockDraft]) -> list[BlockDraft]:
    first = min((draft.page for draft in drafts), default=0)
    return [d for d in drafts if d.page == first and d.kind not in ("row", "chart")]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _RAISED.sub("", text)).strip()
