"""The short forms that a report explains: "Risk of Serious Harm (RoSH)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.language.word_lists import words as listed

_SHORT = re.compile(r"\(([A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]{0,6}?)s?\)")
_PARTS = re.compile(r"[\w’']+")
_MOST_CHARACTERS = 120  # that the words in full can take


def short_forms(texts: Iterable[str]) -> dict[str, str]:
    """What each short form stands for, in lower case, as far as its letters begin the words."""
    found: dict[str, str] = {}
    for text in texts:
        if "(" in text:
            for match in _SHORT.finditer(text):
                short = match.group(1).lower()
                before = text[max(0, match.start() - _MOST_CHARACTERS) : match.start()]
                words = _spelled(_PARTS.findall(before.lower()), short)
                if words:
                    found.setdefault(short, " ".join(words))
    return found


def _spelled(words: list[str], short: str) -> list[str] | None:
    """The last words that begin with the letters of the short form; small words may be left out."""
    small, left = listed("small_words"), len(words)
    for letter in reversed(short):
        left -= 1
        while left >= 0 and words[left][0] != letter and words[left] in small:
            left -= 1
        if left < 0 or words[left][0] != letter:
            return None
    return words[left:]
