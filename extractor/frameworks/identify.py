"""Which framework a report belongs to: one, or none with the candidates named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from extractor.frameworks.settings import FRAMEWORKS
from schemas.family import Sign
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.report import Candidate

_LABEL = re.compile(r"^(?:\d{1,2} )*")  # the number of a label: "2 1 adoption performance"


class _Page:
    """The text of one page, in plain words only where it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._low = text.lower()

    @cached_property
    def _plain(self) -> str:
        return f" {plain_words(self._text)} "

    def has(self, words: Sequence[str]) -> bool:
        """Whether all words are somewhere on the page: a quick no for nearly all pages."""
        return all(map(self._low.__contains__, words))

    def holds(self, sign: Sign) -> bool:
        """Whether the words stand on the page together."""
        return f" {sign.plain} " in self._plain

    def labels(self, sign: Sign, grades: Sequence[str]) -> bool:
        """Whether the words are a line of their own, or with nothing but a grade beside them."""
        lines = [one for one in self._low.splitlines() if all(map(one.__contains__, sign.words))]
        labels = {_LABEL.sub("", plain_words(line)) for line in lines}
        return sign.plain in labels or any(f"{sign.plain} {one}" in labels for one in grades)


def identify(pages: dict[int, str], frameworks: Sequence[Framework]) -> list[Candidate]:
    """Every framework with the share of its phrases found, the best first, and why it lost.

    Args:
        pages: physical page to its text, a line for each block.
        frameworks: the frameworks to consider.
    """
    read = {number: _Page(text) for number, text in pages.items()}
    candidates = [_candidate(framework, read) for framework in frameworks]
    candidates.sort(key=lambda one: (-one.score, one.framework))
    _note_losses(candidates, {framework.id: framework for framework in frameworks})
    return candidates


def chosen(candidates: list[Candidate], frameworks: Sequence[Framework]) -> Framework | None:
    """The framework of the best candidate, if it is good enough and clearly ahead."""
    by_id = {framework.id: framework for framework in frameworks}
    good = _good(candidates, by_id)
    if not good or (len(good) > 1 and good[0].score - good[1].score < FRAMEWORKS.lead):
        return None
    return by_id[good[0].framework]


def _good(candidates: list[Candidate], frameworks: dict[str, Framework]) -> list[Candidate]:
    return [one for one in candidates if one.score >= frameworks[one.framework].identify.enough]


def _note_losses(candidates: list[Candidate], frameworks: dict[str, Framework]) -> None:
    """Note on each candidate, but the one that is clearly ahead, why the report is not its."""
    good = _good(candidates, frameworks)
    for one in candidates:
        if one not in good and one.lost is None:
            enough = frameworks[one.framework].identify.enough
            one.lost = f"phrases found have {one.score:.0%} of the weight, {enough:.0%} is enough"
    if not good:
        return
    first, *others = good
    for one in others:
        one.lost = f"{first.framework} fits better or as well ({first.score:.0%})"
    if others and first.score - others[0].score < FRAMEWORKS.lead:
        first.lost = f"{others[0].framework} fits nearly as well ({others[0].score:.0%})"


def _candidate(framework: Framework, pages: dict[int, _Page]) -> Candidate:
    grades = framework.scale.wordings
    total = found = 0.0
    missing = []
    for phrase in framework.identify.phrases:
        total += phrase.weight
        if _holds(pages, phrase, grades):
            found += phrase.weight
        else:
            missing.append(f"not found: {phrase.text}")
    lost = None
    for sign in framework.identify.none_of:
        if _holds(pages, sign, grades):
            found, lost = 0.0, f"excluded by: {sign.text}"
            missing.append(lost)
    share = round(found / total, 3)
    return Candidate(framework=framework.id, score=share, missing=missing, lost=lost)


def _holds(pages: dict[int, _Page], sign: Sign, grades: Sequence[str]) -> bool:
    words, last = sign.words, sign.within_pages
    within = (page for number, page in pages.items() if last is None or number <= last)
    likely = (page for page in within if page.has(words))
    if sign.label:
        return any(page.labels(sign, grades) for page in likely)
    return any(page.holds(sign) for page in likely)
