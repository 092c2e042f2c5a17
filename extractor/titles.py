"""The title of a report: the largest type on its first page, with what the type below it says.

Covers set either the title largest, or the name of the place with what the report is below it.
A letter has no cover: its first heading is its title.
"""

from __future__ import annotations

import re

from extractor.layout.model import Draft

_SAME_SIZE = 1.0  # points
_SHORTEST, _LONGEST = 4, 300  # characters
_REPORT = re.compile(
    r"\b(?:inspections?|reviews?|reports?|visits?|surveys?|audits?|evaluations?)\b", re.I
)
_SAYS_WHAT = re.compile(
    r"^(?:[\w’'-]+ ){0,3}?(?:re-?)?(?:inspection|review|report|visit|survey|audit|evaluation)s? "
    r"(?:of|on|into|to|by)\b",
    re.I,
)
_GOES_ON = re.compile(r"^(?:and\b|review of\b)", re.I)
_RAISED = re.compile(r"\s*[⁰¹²³⁴-⁹]+")


def largest_text(drafts: list[Draft]) -> str | None:
    """What is set largest on the first page that has text, lines of one size together."""
    on_page = _first_page(drafts)
    if not on_page:
        return None
    size = max(draft.style.size for draft in on_page)
    parts = [draft.text for draft in on_page if size - draft.style.size < _SAME_SIZE]
    title = _plain(" ".join(parts))
    if _SHORTEST <= len(title) <= _LONGEST:
        return title
    headings = (_plain(draft.text) for draft in on_page if draft.kind == "heading")
    return next(headings, None)


def full_title(title: str | None, drafts: list[Draft]) -> str | None:
    """A title that names a place alone, with the lines below it that say what the report is."""
    if title is None or _REPORT.search(title):
        return title
    said: list[str] = []
    for draft in _first_page(drafts):
        text = _plain(draft.text)
        if (_GOES_ON if said else _SAYS_WHAT).match(text) and len(text) <= _LONGEST:
            said.append(text)
        elif said:
            break
    return f"{title}: {' '.join(said)}" if said else title


def _first_page(drafts: list[Draft]) -> list[Draft]:
    first = min((draft.page for draft in drafts), default=0)
    return [d for d in drafts if d.page == first and d.kind not in ("row", "chart")]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _RAISED.sub("", text)).strip()
