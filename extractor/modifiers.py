"""Modifiers: words right before a quantity that belong to it ("more than", "only just over")."""

from __future__ import annotations

from typing import NamedTuple

from extractor.language.nlp import Doc, grammar
from extractor.language.patterns import Bound


class Modifier(NamedTuple):
    """A run of modifiers: where it begins, as printed, and what it does to the interval."""

    start: int
    text: str
    bound: Bound | None
    nearly: bool


def modifiers_of(text: str, doc: Doc) -> dict[int, Modifier]:
    """Runs of neighbouring modifiers by the offset where each ends."""
    runs: dict[int, Modifier] = {}
    for match in grammar("modifiers").find(doc):
        before = runs.get(len(text[: match.start].rstrip()))
        start = before.start if before else match.start
        bound = match.pattern.bound
        if bound == "exact" and before:
            bound = before.bound
        nearly = match.pattern.id == "modifier.nearly"
        runs[match.end] = Modifier(start, text[start : match.end], bound, nearly)
    return runs


def before(text: str, start: int, modifiers: dict[int, Modifier]) -> Modifier | None:
    """The modifier that ends right before an offset."""
    return modifiers.get(len(text[:start].rstrip()))
