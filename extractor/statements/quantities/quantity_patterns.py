"""The patterns of quantities: each carries its kind, and its value or the captures that give it."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from extractor.language.nlp import Grammar, Match, grammar
from extractor.language.numerals import figure, fraction_in_words, whole_numbers
from extractor.language.patterns import CAPTURE, Pattern, load_patterns
from schemas.document import Model
from schemas.finding import Kind

Bound = Literal["above", "below", "nearly", "at_least", "at_most", "about", "exact"]
Capture = Literal[
    "figure",
    "low",
    "high",
    "fraction",
    "numerator",
    "denominator",
    "excepted",
    "modifier",
]
# Files whose patterns tell quantities, those that are read together in the order of precedence.
SHARE_FILES = ("fractions", "ratios", "complements", "rates")
QUANTITY_FILES = ("percentages", *SHARE_FILES, "quantifiers", "counts")
PATTERN_FILES = (*QUANTITY_FILES, "modifiers")


class StatedValue(Model):
    """What a pattern's words are worth where no number is printed: "every second" is 1 of 2.

    ``share`` is in percent. ``all`` as numerator is the denominator, whatever that is.
    """

    share: float | None = None
    numerator: int | Literal["all"] | None = None
    denominator: int | None = None


class QuantityPattern(Pattern):
    """A statement form, or a modifier of one.

    ``kind``: of the quantity; ``modifier``; or ``none`` for what looks like a quantity and is none
    ("half-term"). ``value``: what it is worth, if that is not captured by tokens that carry ``AS``.
    ``change``: a rise, a fall or a gap. ``over_population``: it must be of what inspections count.
    ``denial``: of a quantifier in a sentence that denies it: its value is lost, or comes only then.
    ``of_one``: of a quantifier behind which its noun is in the singular ("each plan").
    ``bound``: what a modifier does to the interval of the value behind it.
    """

    kind: Kind | Literal["modifier", "none"]
    value: StatedValue | None = None
    change: bool = False
    over_population: bool = False
    denial: Literal["loses_value", "gives_value"] | None = None
    of_one: bool = False
    bound: Bound | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> QuantityPattern:
        captures = {one[CAPTURE] for one in self.pattern if CAPTURE in one}
        if other := captures - set(Capture.__args__):  # type: ignore[attr-defined]
            raise ValueError(f"{self.id}: nothing is captured as {min(other)!r}")
        if (self.kind == "modifier") != (self.bound is not None):
            raise ValueError(f"{self.id}: a modifier has a bound, and nothing else has")
        return self


QuantityMatch = Match[QuantityPattern]


def quantity_grammar(*names: str) -> Grammar[QuantityPattern]:
    """The grammar of some pattern files of quantities together."""
    return grammar(*names, model=QuantityPattern)


def quantity_patterns(name: str) -> tuple[QuantityPattern, ...]:
    """The patterns of one file."""
    return load_patterns(name, QuantityPattern)


class Numbers:
    """The numbers of a match, as its pattern states or its tokens print them."""

    def __init__(self, text: str, match: QuantityMatch) -> None:
        self._text, self._captures = text, match.captures
        self._stated = match.pattern.value or StatedValue()

    def printed(self, *names: Capture) -> str | None:
        """The text that is captured under the first of some names that captures any."""
        spans = (self._captures[name] for name in names if name in self._captures)
        return next((self._text[start:end] for start, end in spans), None)

    def figure(self, *names: Capture) -> str | None:
        """A captured number as digits, one in words too: "1,250" is "1250"."""
        printed = self.printed(*names)
        return figure(printed) if printed else None

    @property
    def share(self) -> float | None:
        """The share in percent: stated, or of a fraction in words that is no more than all."""
        printed = self.printed("fraction")
        fraction = fraction_in_words(printed) if printed else None
        if fraction is None or fraction > 1:
            return self._stated.share
        return 100 * fraction.numerator / fraction.denominator

    @property
    def denominator(self) -> int | None:
        """How many there are in all."""
        return self._whole("denominator") or self._stated.denominator

    @property
    def numerator(self) -> int | None:
        """How many the share is."""
        stated = self._stated.numerator
        if stated is None:
            return self._whole("numerator")
        return self.denominator if stated == "all" else stated

    @property
    def excepted(self) -> int | None:
        """How many are left out: "all but two"."""
        return self._whole("excepted")

    def _whole(self, name: Capture) -> int | None:
        printed = self.printed(name)
        return next(iter(whole_numbers(printed)), None) if printed else None
