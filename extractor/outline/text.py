"""Titles made comparable."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[ivxlc]+\.|\([a-z]\))\s+", re.I)
_NOT_WORD = re.compile(r"[\W_]+")


def key(title: str) -> str:
    """Lower case, without a leading number, words parted by one space."""
    return _NOT_WORD.sub(" ", _NUMBER.sub("", title.strip().lower())).strip()
