"""Words without case, punctuation and layout: how printed names are compared."""

from __future__ import annotations

import re
from collections import Counter

_WORDS = re.compile(r"\w+")


def plain_words(text: str) -> str:
    """Lower case, everything but letters and digits as one space."""
    return " ".join(_WORDS.findall(text.lower().replace("_", " ")))


def lower_letters(text: str) -> str:
    """Lower case, letter for letter, so that offsets hold."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low


def holds(text: str, name: str) -> bool:
    """Whether a name stands in a text, both in plain words."""
    words = r"[\W_]+".join(map(re.escape, plain_words(name).split()))
    return re.search(rf"(?<![^\W_]){words}(?![^\W_])", text.lower()) is not None


def more_than_once(names: list[str]) -> list[str]:
    """The names, in plain words, that are there more than once."""
    counts = Counter(map(plain_words, names))
    return sorted(name for name, count in counts.items() if count > 1)
