"""Words without case, punctuation and layout: how printed names are compared."""

from __future__ import annotations

import re
from collections import Counter

_SPACES = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Lower case, everything but letters and digits as one space."""
    return _SPACES.sub(" ", text.lower()).strip()


def more_than_once(names: list[str]) -> list[str]:
    """The names, in plain words, that are there more than once."""
    counts = Counter(map(plain_words, names))
    return sorted(name for name, count in counts.items() if count > 1)
