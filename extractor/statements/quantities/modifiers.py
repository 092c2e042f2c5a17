"""Modifiers: words right before a quantity that belong to it ("more than", "only just over")."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from extractor.language.expressions import Expressions
from extractor.statements.quantities.quantity_patterns import Bound, quantity_grammar

_FORMS = Expressions("noun_phrases")


class Modifier(NamedTuple):
    """A run of modifiers: where it begins, as printed but for an article, and what it does."""

    start: int
    text: str
    bound: Bound | None


class Modifiers:
    """The runs of modifiers of a text, looked for when one is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def before(self, start: int) -> Modifier | None:
        """The modifier that ends right before an offset."""
        return self._runs.get(len(self._text[:start].rstrip()))

    @cached_property
    def _runs(self) -> dict[int, Modifier]:
        """Runs of neighbouring modifiers, by where each ends."""
        runs: dict[int, Modifier] = {}
        for match in quantity_grammar("modifiers").find(self._text):
            before = runs.get(len(self._text[: match.start].rstrip()))
            start = before.start if before else match.start
            bound = match.pattern.bound
            if bound == "exact" and before:
                bound = before.bound
            printed = _FORMS.article.sub("", self._text[start : match.end])
            runs[match.end] = Modifier(start, printed, bound)
        return runs
