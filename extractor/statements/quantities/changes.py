"""Figures that are rises, falls or gaps, and no shares: by the words around them, as data."""

from __future__ import annotations

from extractor.language.expressions import Expressions

_FORMS = Expressions("changes")
_REACH = 140  # characters of the words before a figure that can say that it is a change


def is_change(text: str, start: int, end: int) -> bool:
    """Whether the words around a figure say that it is a rise, a fall or a gap, and no share."""
    if _FORMS.after.match(text[end:]):
        return True
    before = text[max(0, start - _REACH) : start]
    return _FORMS.before.search(before) is not None
