"""A quantity with who it counts and what it says of them, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.assembly.sentences import Sentence
from schemas.finding import Quantity
from schemas.span import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the report as printed, and where they stand.

    ``span`` is None where no one run of text holds them: a heading put together from several rows.
    """

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence or a table's row states of one quantity.

    ``quantity`` has its offsets in the sentence's text; population and predicate are None where
    the sentence leaves them out.
    """

    sentence: Sentence
    quantity: Quantity
    population: Phrase | None
    predicate: Phrase | None

    @property
    def start(self) -> int:
        """Offset of the quantity in its block's text."""
        return self.sentence.start + self.quantity.start

    @property
    def end(self) -> int:
        """Offset behind the quantity in its block's text."""
        return self.sentence.start + self.quantity.end

    @property
    def before(self) -> str:
        """What stands before the quantity in its sentence."""
        return self.sentence.text[: self.quantity.start]

    @property
    def after(self) -> str:
        """What stands behind the quantity in its sentence."""
        return self.sentence.text[self.quantity.end :]
