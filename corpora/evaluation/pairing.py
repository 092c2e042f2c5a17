"""Which finding is which statement of a hand-coded sample: pairs, one to one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpora.evaluation.gold import GoldRow
from corpora.evaluation.texts import plain_words
from extractor.language.similarity import likeness, likeness_within

Found = Mapping[str, Any]  # a row of the table ``findings``
_ALIKE = 80.0  # of a sentence and the piece of the other that is most like it
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Pair:
    """A row of the sample and the finding that tells it, by their places in their lists."""

    gold: int
    found: int
    exact: bool  # whether their texts are the same


@dataclass(frozen=True, order=True)
class _Likeness:
    """How well a pair fits; the greatest is taken first."""

    exact: bool
    within: int
    whole: int
    on_page: bool  # whether the coder names its page
    nearness: float  # of their places in the document, 0 at best
    gold: int
    found: int


@dataclass(frozen=True)
class _Texts:
    text: str
    sentence: str
    pages: frozenset[int | None] = frozenset()


def pair(gold: Sequence[GoldRow], found: Sequence[Found]) -> list[Pair]:
    """Pair statements of one report with its findings, both in document order.

    The text of one must be in the other's, and their sentences alike. The best fits are paired
    first, and each row once.
    """
    coded = [_coded(row) for row in gold]
    printed = [_printed(row) for row in found]
    pairs: list[Pair] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for fit in sorted(_fits(coded, printed), reverse=True):
        if fit.gold not in taken_gold and fit.found not in taken_found:
            taken_gold.add(fit.gold)
            taken_found.add(fit.found)
            pairs.append(Pair(fit.gold, fit.found, fit.exact))
    return _in_document_order(pairs, coded)


def _coded(row: GoldRow) -> _Texts:
    pages = frozenset() if row.page is None else frozenset([row.page])
    return _Texts(plain_words(row.text), plain_words(row.sentence), pages)


def _printed(row: Found) -> _Texts:
    pages = frozenset([row.get("sentence_page"), row.get("page")])
    return _Texts(plain_words(row["text"]), plain_words(row["sentence"]), pages)


def _fits(coded: list[_Texts], printed: list[_Texts]) -> Iterator[_Likeness]:
    for i, one in enumerate(coded):
        for j, other in enumerate(printed):
            if not _WORD.search(other.text):
                continue
            if other.text not in one.text and one.text not in other.text:
                continue
            within = likeness_within(one.sentence, other.sentence)
            if within >= _ALIKE:
                yield _Likeness(
                    one.text == other.text,
                    round(within),
                    round(likeness(one.sentence, other.sentence)),
                    not one.pages.isdisjoint(other.pages),
                    -abs(i / len(coded) - j / len(printed)),
                    i,
                    j,
                )


def _in_document_order(pairs: list[Pair], coded: list[_Texts]) -> list[Pair]:
    """Where a sentence has the same text twice, the first goes with the first."""
    groups: defaultdict[tuple[_Texts, bool], list[Pair]] = defaultdict(list)
    for one in pairs:
        groups[coded[one.gold], one.exact].append(one)
    ordered = [
        Pair(gold, found, exact)
        for (_, exact), group in groups.items()
        for gold, found in zip(
            sorted(one.gold for one in group), sorted(one.found for one in group), strict=True
        )
    ]
    return sorted(ordered, key=lambda one: one.gold)
