"""Modifiers: words right before a quantity that belong to it ("more than", "only just over")."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.language.expressions import Expressions
from extractor.language.nlp import find_near, grammar
from extractor.language.patterns import Bound, bare_word, load_patterns, run_before

_FORMS = Expressions("noun_phrases")


class Modifier(NamedTuple):
    """A run of modifiers: where it begins, as printed but for an article, and what it does."""

    start: int
    text: str
    bound: Bound | None
    nearly: bool


class Modifiers:
    """The runs of modifiers of a text, looked for only where one can stand."""

    def __init__(self, text: str) -> None:
        self._text = text

    def before(self, start: int) -> Modifier | None:
        """The modifier that ends right before an offset."""
        text = self._text[:start].rstrip()
        if bare_word(text[text.rfind(" ") + 1 :]) not in _last_words():
            return None
        return _runs(text).get(len(text))


def _runs(text: str) -> dict[int, Modifier]:
    """Runs of neighbouring modifiers at the end of a text, by where each ends."""
    runs: dict[int, Modifier] = {}
    window = run_before(text, len(text), "modifiers"), len(text)
    for match in find_near(grammar("modifiers"), text, [window]):
        before = runs.get(len(text[: match.start].rstrip()))
        start = before.start if before else match.start
        bound = match.pattern.bound
        if bound == "exact" and before:
            bound = before.bound
        nearly = match.pattern.id == "modifier.nearly"
        printed = _FORMS.article.sub("", text[start : match.end])
        runs[match.end] = Modifier(start, printed, bound, nearly)
    return runs


@cache
def _last_words() -> frozenset[str]:
    """The words that a modifier can end with, from the patterns themselves."""
    ends = (pattern.pattern[-1]["LOWER"] for pattern in load_patterns("modifiers"))
    return frozenset(
        word for end in ends for word in ([end] if isinstance(end, str) else end["IN"])
    )
