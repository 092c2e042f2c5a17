"""The words of sentences, brought to a common form and weighed by how rare they are in a report."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from extractor.language.data_files import pattern_file
from extractor.language.numerals import whole_numbers
from extractor.language.stems import stem as stemmed
from extractor.language.word_lists import shared_lists

WORD = re.compile(r"[a-z]{2,}|\d[\d,.]*\d|\d")
_SMOOTHING = 60  # sentences of other reports, as it were, so that a short one has weights too
_SELDOM = 0.005  # share of sentences that hold a word which is none of the usual
UNSEEN = math.log2(_SMOOTHING)


@cache
def rules() -> dict[str, Any]:
    """The lists and weights of ``likeness.yaml``."""
    return dict(pattern_file("likeness"))


@cache
def _stops() -> frozenset[str]:
    return frozenset((*rules()["stop"], *shared_lists()["fraction_part"]))


@cache
def contrasts() -> dict[str, list[int]]:
    """The sets of excluding words that each word belongs to."""
    found: dict[str, list[int]] = {}
    most = rules()["contrasting_numbers"]
    small = [word for word in shared_lists()["small_number"] if whole_numbers(word)[0] <= most]
    for number, words in enumerate([*rules()["contrasts"], range(1, most + 1), small]):
        for word in words:
            found.setdefault(str(word), []).append(number)
    return found


@cache
def marks() -> frozenset[str]:
    """The words that single out a part, and those that can stand for them."""
    return frozenset(rules()["marks"] + rules()["marked_too"])


@lru_cache(maxsize=8192)
def stem(word: str) -> str | None:
    """What the forms of a word have in common; None for a word that says nothing of a fact."""
    if word in _stops():
        return None
    word = rules()["denied_forms"].get(word, word)
    return rules()["forms"].get(word) or stemmed(word)


def stems(text: str) -> set[str]:
    """The stems of a text's words that say something of a fact."""
    return {one for word in WORD.findall(text.lower()) if (one := stem(word)) is not None}


def rarities(sentences: list[set[str]]) -> dict[str, float]:
    """How much each word weighs: the more, the fewer sentences hold it."""
    holds: Counter[str] = Counter()
    for words in sentences:
        holds.update(words)
    total = len(sentences) + _SMOOTHING
    usual = _usual()
    return {
        word: math.log2(total / (holders + _SMOOTHING * usual.get(word, _SELDOM)))
        for word, holders in holds.items()
    }


@cache
def _usual() -> dict[str, float]:
    """The share of sentences in which the genre's common words stand."""
    found: dict[str, float] = {}
    for word, share in rules()["usual"].items():
        found[stem(word) or word] = share / 100
    return found


def short_heading(title: str) -> bool:
    """Whether a report tells in short under that heading what it tells in full elsewhere."""
    return bool(_short_headings().search(title))


@cache
def _short_headings() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, rules()["short_headings"])), re.I)
