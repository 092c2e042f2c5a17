"""The door to PyStemmer: what the forms of an English word have in common.

Snowball's English stemmer (M. F. Porter, Snowball: a language for stemming algorithms, 2001), in C:
its version in Python takes twenty times as long and gives the same stems. It cuts endings off and
knows no irregular forms ("children", "taken"): whoever needs those lists them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import Stemmer

_WORDS = 20_000  # different words of a few long reports


@lru_cache(maxsize=_WORDS)
def stem(word: str) -> str:
    """The stem of a word in lower case: "assessments" and "assessing" are "assess"."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    return Stemmer.Stemmer("english", 0)  # no cache of its own
