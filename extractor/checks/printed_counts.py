"""Small numbers in words and in digits."""

from __future__ import annotations

import re

_WORDS = re.findall(
    r"\w+",
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
    """,
)
_VALUES = {word: value for value, word in enumerate(_WORDS)}

# As a piece of a regular expression.
NUMBER = r"\d{1,3}(?:,\d{3})+|\d+|" + "|".join(sorted(_WORDS[1:], key=len, reverse=True))


def number(text: str) -> int | None:
    """The number that a text is; None where it is none."""
    plain = text.lower().replace(",", "")
    return int(plain) if plain.isdecimal() else _VALUES.get(plain)
