"""What sentences have in common, word by word: stems of the words that say something."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from extractor.language.stems import stem as stemmed

_WORD = re.compile(r"[a-z]{3,}")
# Texts of other reports, as it were, so that a short one has weights too; as in restatements. 48 or
# 72 change no problem of 141 reports.
_OTHERS = 60
_WITHOUT_CONTENT = frozenset(
    _WORD.findall(
        """
        about above after again all almost along also although always among and another any
        approximately are around been before being below between both but can cases case could did
        does done during each either enough every few fewer five for found four from further
        generally good had half has have having her here his how however into its just less like
        made majority many may might more most much must nearly neither nor not now number off only
        other others our out over overall part per quarter quarters quite rather relevant remaining
        said same several she should since six some still such sufficient sufficiently than that
        the their them then there these they third thirds this those though three through too two
        under until upon usually very was well were what when where whether which while who whom
        whose why will with within without work would yet you your insufficient insufficiently
        little lack lacked failed
        """
    )
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str | None:
    """What the forms of a word have in common; None for one that says nothing of a fact."""
    if word in _WITHOUT_CONTENT:
        return None
    return stemmed(word)


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(filter(None, map(stem, set(_WORD.findall(text.lower())))))


class Rarity:
    """How much a word weighs: the more, the fewer of some texts hold it."""

    def __init__(self, texts: Iterable[str]) -> None:
        bags = [stems(text) for text in texts]
        holds = Counter(chain.from_iterable(bags))
        total = len(bags) + _OTHERS
        self._unseen = math.log2(total / 0.5)
        self._weights = {word: math.log2(total / (held + 0.5)) for word, held in holds.items()}

    def weight(self, words: Iterable[str]) -> float:
        """The weight of some words together (bits)."""
        weights, unseen = self._weights, self._unseen
        return sum([weights.get(word, unseen) for word in words])

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weight of what two texts share, by that of the lighter of them: 0 to 1."""
        lighter = min(self.weight(one), self.weight(other))
        return self.weight(one & other) / lighter if lighter > 0 else 0.0
