"""The door to rapidfuzz: titles to criteria of the framework, how alike texts and words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process, utils

from schemas.framework import Framework

_ALIKE = 88.0
_SAME_WORD = 84.0
_CLEAR = 3.0  # the best must be better than the next by this much


def criterion_of(title: str, part: str | None, framework: Framework) -> str | None:
    """The criterion whose title or alias this is; None where none or more than one is alike.

    Criteria of the outcome that the part reports are considered first: the same words can stand
    for different criteria under different outcomes.
    """
    outcome = framework.outcome_of_part(part)
    if outcome is None:
        return None
    names = {
        name: criterion.id
        for criterion in framework.criteria
        if criterion.outcome == outcome
        for name in (criterion.title, *criterion.aliases)
    }
    return best_match(title, names)


def best_match(text: str, names: dict[str, str]) -> str | None:
    """Id of the one name that is alike to ``text``, None where it is none or not clear."""
    scored = process.extract(
        text, names.keys(), scorer=fuzz.token_sort_ratio, processor=utils.default_process, limit=5
    )
    good = [(names[name], score) for name, score, _ in scored if score >= _ALIKE]
    if not good:
        return None
    first, best = good[0]
    others = [score for one, score in good if one != first]
    return first if not others or best - max(others) >= _CLEAR else None


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


def alike(words: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that are one but for a letter or two: spelling, hyphen, ending.

    Each word stands in one pair at most. Numbers are alike only to themselves.
    """
    left = [word for word in others if not word[0].isdigit()]
    for word in words:
        if word[0].isdigit() or not left:
            continue
        best = process.extractOne(word, left, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
        if best is not None:
            left.remove(best[0])
            yield word, best[0]
