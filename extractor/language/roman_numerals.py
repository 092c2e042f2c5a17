"""Roman numerals, as page numbers and list labels use them."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman_value(text: str) -> int | None:
    """Value of a lower-case Roman numeral up to 399, None where it is none."""
    if not _ROMAN.match(text):
        return None
    values = [_VALUES[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))
