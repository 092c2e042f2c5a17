"""The door to rapidfuzz: which name is meant, how alike texts, words and weighed words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from extractor.language.settings import LANGUAGE
from schemas.document import Match


class Resolved(NamedTuple):
    """The one id that a name stands for, or None; and what it is alike to, the best first."""

    id: str | None
    candidates: list[Match]


def best_match(text: str, names: dict[str, str]) -> Resolved:
    """The id of the one name that is alike to ``text``, and every id that comes near.

    Args:
        text: words as printed.
        names: name to id; an id can have several names.
    """
    scored = process.extract(
        text,
        names.keys(),
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        limit=5,
        score_cutoff=LANGUAGE.near_name,
    )
    best: dict[str, float] = {}
    for name, score, _ in scored:
        best.setdefault(names[name], round(score, 1))
    candidates = [Match(id=one, score=score) for one, score in best.items()]
    return Resolved(_the_one(candidates), candidates)


def _the_one(candidates: list[Match]) -> str | None:
    if not candidates or candidates[0].score < LANGUAGE.same_name:
        return None
    first, *others = candidates
    clear = not others or first.score - others[0].score >= LANGUAGE.name_lead
    return first.id if clear else None


def likeness(one: str, other: str) -> float:
    """How alike two texts are as wholes: 0 (nothing) to 100 (the same)."""
    return fuzz.ratio(one, other)


def likeness_within(one: str, other: str) -> float:
    """How alike the shorter text is to the piece of the longer that is most like it: 0 to 100."""
    return fuzz.partial_ratio(one, other)


def likeness_in_words(one: str, other: str) -> float:
    """How alike two texts are in their words, whatever their order and repetition: 0 to 100.

    A text all of whose words are in the other is 100.
    """
    return fuzz.token_set_ratio(one, other)


def tversky(shared: float, rest: float, other_rest: float) -> float:
    """How alike two sets of weighed words are: 0 to 1 (Tversky, Features of Similarity, 1977).

    What only one of them has is detail, and counts a fifth; a rest on both sides makes them another
    fact in the same frame, and the smaller rest counts fully.

    Args:
        shared: weight of what both have.
        rest: weight of what only the one has.
        other_rest: weight of what only the other has.
    """
    less, more = sorted((rest, other_rest))
    return shared / (shared + less + LANGUAGE.detail * more) if shared > 0 else 0.0


def alike(words: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that are one but for a letter or two: spelling, hyphen, ending.

    Each word stands in one pair at most. Numbers are alike only to themselves.
    """
    left = [word for word in others if not word[0].isdigit()]
    for word in words:
        if word[0].isdigit() or not left:
            continue
        best = process.extractOne(word, left, scorer=fuzz.ratio, score_cutoff=LANGUAGE.same_word)
        if best is not None:
            left.remove(best[0])
            yield word, best[0]
