"""Which framework a report belongs to: one, or none with the candidates named."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.framework import Framework, plain_words
from schemas.report import Candidate

_CLEAR = 0.1  # the best must lead by this share of its phrases' weight


def identify(pages: dict[int, str], frameworks: Sequence[Framework]) -> list[Candidate]:
    """Every framework with the share of its phrases found, the best first.

    Args:
        pages: physical page to its text.
        frameworks: the frameworks to consider.
    """
    plain = {page: f" {plain_words(text)} " for page, text in pages.items()}
    candidates = [_candidate(framework, plain) for framework in frameworks]
    return sorted(candidates, key=lambda one: (-one.score, one.framework))


def chosen(candidates: list[Candidate], frameworks: Sequence[Framework]) -> Framework | None:
    """The framework of the best candidate, if it is good enough and clearly ahead."""
    by_id = {framework.id: framework for framework in frameworks}
    good = [one for one in candidates if one.score >= by_id[one.framework].identify.enough]
    if not good:
        return None
    if len(good) > 1 and good[0].score - good[1].score < _CLEAR:
        return None
    return by_id[good[0].framework]


def _candidate(framework: Framework, pages: dict[int, str]) -> Candidate:
    total = found = 0.0
    missing = []
    for phrase in framework.identify.phrases:
        total += phrase.weight
        if _holds(pages, phrase.text, phrase.within_pages):
            found += phrase.weight
        else:
            missing.append(f"not found: {phrase.text}")
    for text in framework.identify.none_of:
        if _holds(pages, text, None):
            found = 0.0
            missing.append(f"excluded by: {text}")
    return Candidate(framework=framework.id, score=round(found / total, 3), missing=missing)


def _holds(pages: dict[int, str], phrase: str, within: int | None) -> bool:
    wanted = f" {plain_words(phrase)} "
    return any(wanted in text for page, text in pages.items() if not within or page <= within)
