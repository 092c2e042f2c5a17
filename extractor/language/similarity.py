"""The door to rapidfuzz: titles to criteria of the framework, how alike texts and words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process, utils

from extractor.language.resolved import Resolved
from schemas.document import Match
from schemas.framework import Framework

_ALIKE = 88.0
_SAME_WORD = 84.0
_CLEAR = 3.0  # the best must be better than the next by this much
_KEPT = 60.0  # what is less alike is no candidate


def criterion_of(title: str, part: str | None, framework: Framework) -> Resolved:
    """The criterion whose title or alias this is; None where none or more than one is alike.

    Criteria of the outcome that the part reports are considered: the same words can stand for
    different criteria under different outcomes. The framework's lookups come first.
    """
    outcome = framework.outcome_of_part(part)
    if outcome is None:
        return Resolved(None, [])
    known, meant = framework.looked_up("criterion", title)
    if known:
        return Resolved(meant, [])
    names = {
        name: criterion.id
        for criterion in framework.criteria
        if criterion.outcome == outcome
        for name in (criterion.title, *criterion.aliases)
    }
    return best_match(title, names)


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
        score_cutoff=_KEPT,
    )
    best: dict[str, float] = {}
    for name, score, _ in scored:
        best.setdefault(names[name], round(score, 1))
    candidates = [Match(id=one, score=score) for one, score in best.items()]
    return Resolved(_the_one(candidates), candidates)


def _the_one(candidates: list[Match]) -> str | None:
    if not candidates or candidates[0].score < _ALIKE:
        return None
    first, *others = candidates
    clear = not others or first.score - others[0].score >= _CLEAR
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
