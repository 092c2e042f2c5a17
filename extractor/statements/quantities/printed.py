"""A quantity as it is printed, from which the whole is built once."""

from __future__ import annotations

from typing import NamedTuple

from extractor.statements.quantities.denominators import YEARS
from extractor.statements.quantities.intervals import of_ratio
from extractor.statements.quantities.modifiers import Modifier
from extractor.statements.quantities.quantity_patterns import Bound
from schemas.finding import Kind, Quantity
from schemas.interval import Interval


class Printed(NamedTuple):
    """Where a quantity stands in a text, and what stands right before it.

    ``first``: where it begins without its modifier; ``rule``: what found it.
    """

    text: str
    first: int
    end: int
    rule: str
    modifier: Modifier | None

    @property
    def start(self) -> int:
        """Where it begins with its modifier."""
        return self.modifier.start if self.modifier else self.first

    @property
    def bound(self) -> Bound | None:
        """What the modifier does to the interval."""
        return self.modifier.bound if self.modifier else None

    def quantity(
        self,
        kind: Kind,
        *,
        value: float | None = None,
        interval: Interval | None = None,
        change: bool = False,
        numerator: int | None = None,
        denominator: int | None = None,
        own_modifier: str | None = None,
    ) -> Quantity:
        """The quantity, with its numbers (shares in percent).

        ``own_modifier``: words of the match itself that modify it, behind those before it.
        """
        modifiers = filter(None, (self.modifier and self.modifier.text, own_modifier))
        return Quantity(
            start=self.start,
            end=self.end,
            text=self.text[self.start : self.end],
            kind=kind,
            rule=self.rule,
            value=value,
            interval=interval,
            change=change,
            modifier=" ".join(modifiers) or None,
            numerator=numerator,
            denominator=denominator,
        )

    def ratio(
        self, numerator: int | None, denominator: int | None, kind: Kind = "ratio"
    ) -> Quantity | None:
        """The quantity as n of d; None where that is no share: more than all, or of a year.

        A modifier moves the bounds of a ratio, and not those of what is left of an exception.
        """
        if numerator is None or not denominator:
            return None
        if numerator > denominator or denominator in YEARS:
            return None
        value = 100 * numerator / denominator
        return self.quantity(
            kind,
            value=value,
            interval=of_ratio(value, self.bound if kind == "ratio" else None),
            numerator=numerator,
            denominator=denominator,
        )
