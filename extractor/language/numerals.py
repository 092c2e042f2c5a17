"""Numbers in words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.language.patterns import pattern_file

_WORD = re.compile(r"[a-z]+")


@cache
def _values() -> dict[str, int]:
    groups: dict[str, dict[str, int]] = pattern_file("numerals")
    return {word: value for group in groups.values() for word, value in group.items()}


@lru_cache(maxsize=20_000)
def number_in_words(text: str) -> int | None:
    """The value of "Seventy-seven", "forty two" or "one hundred"; None for other words."""
    values = [_values().get(word) for word in _WORD.findall(text.lower())]
    if not values or None in values:
        return None
    known = [value for value in values if value is not None]
    if len(known) == 1:
        return known[0]
    first, second = known[0], known[1]
    if len(known) == 2 and first >= 20 and first < 100 and second < 10:
        return first + second
    return first * second if len(known) == 2 and second == 100 else None
