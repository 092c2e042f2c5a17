"""Titles made comparable."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[ivxlc]+\.|\([a-z]\)|[a-z]\d{0,2}[.:])\s+", re.I)
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=4_096)  # headings are held against each other again and again
def title_key(title: str) -> str:
    """Lower case, without a leading number or raised marks, words parted by one space."""
    plain = _RAISED.sub("", title).strip().lower()
    return _NOT_WORD.sub(" ", _NUMBER.sub("", plain)).strip()
