"""The shares that words without a number allow: "the vast majority" is 75 to 100 percent."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field

from extractor.language.data_files import pattern_file
from extractor.language.word_lists import any_of
from schemas.document import Model
from schemas.interval import Interval


class QuantifierInterval(Model):
    """Words of ``quantifier_intervals.yaml`` that allow the same shares (percent), and why."""

    words: list[str] = Field(min_length=1)
    low: float = Field(ge=0, le=100)
    high: float = Field(ge=0, le=100)
    open: list[Literal["low", "high"]] = []
    by: Literal["definition", "custom"]
    why: str

    def interval(self) -> Interval:
        """The shares."""
        return Interval(self.low, self.high, "low" not in self.open, "high" not in self.open)


class Allowed(NamedTuple):
    """The shares that some words allow, and whether they mean them by definition."""

    interval: Interval
    defined: bool


def allowed_by(text: str) -> Allowed | None:
    """The shares that the words in a text allow; None where they allow any, or there are none."""
    match = _known().search(text)
    return _table()[match.group().lower()] if match else None


def meant_by(text: str) -> Interval | None:
    """The shares that the last word of a text means by definition: "the vast majority" is above 50.

    None for other words.
    """
    word = text.rpartition(" ")[2].lower()
    allowed = _table().get(word)
    return allowed.interval if allowed and allowed.defined else None


@cache
def _table() -> dict[str, Allowed | None]:
    file = pattern_file("quantifier_intervals")
    found: dict[str, Allowed | None] = dict.fromkeys(file["none"])
    for entry in map(QuantifierInterval.model_validate, file["intervals"]):
        allowed = Allowed(entry.interval(), entry.by == "definition")
        found.update(dict.fromkeys(entry.words, allowed))
    return found


@cache
def _known() -> re.Pattern[str]:
    longest = sorted(_table(), key=len, reverse=True)
    return re.compile(rf"\b{any_of(longest)}\b", re.I)
