"""What is made of a claim, step by step: never changed, each step gives a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractor.assembly.sentences import Sentence
from extractor.statements.claim import Claim, Phrase
from schemas.document import Block
from schemas.family import FiguresAre
from schemas.finding import Context, Polarity, Quantity


@dataclass(frozen=True, slots=True)
class Interpreted:
    """A claim with what the rules of interpretation have decided so far.

    ``population`` and ``predicate`` are the claim's, but for figures of others that a figure is
    held against. ``population_context`` and ``predicate_context`` are what the sentence leaves out.
    ``names_group``: a bare count that only names whom something else is said of.
    """

    claim: Claim
    population: Phrase | None
    predicate: Phrase | None
    population_context: Phrase | None = None
    predicate_context: Phrase | None = None
    names_group: bool = False
    context: Context | None = None
    polarity: Polarity | None = None
    compared_with: str | None = None
    compared_value: float | None = None

    @property
    def quantity(self) -> Quantity:
        return self.claim.quantity

    @property
    def sentence(self) -> Sentence:
        return self.claim.sentence

    @property
    def population_text(self) -> str:
        """Who is counted, in lower case; empty where the sentence leaves it out."""
        return self.population.text.lower() if self.population else ""

    @property
    def predicate_text(self) -> str:
        """What is said of them, in lower case; empty where the sentence leaves it out."""
        return self.predicate.text.lower() if self.predicate else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The block whose claims are interpreted together, and what a rule may ask about it."""

    block: Block
    sentences: tuple[Sentence, ...]
    section_title: str | None
    figures_are: FiguresAre

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence right before another one of the block."""
        before = [one for one in self.sentences if one.start < sentence.start]
        return before[-1] if before else None

    @property
    def is_row(self) -> bool:
        return self.block.kind == "row"

    @property
    def in_appendix(self) -> bool:
        return (self.block.part or "").startswith("appendix")


# From the claims of a passage, in reading order, to the same with more decided.
Rule = Callable[[list[Interpreted], Passage], list[Interpreted]]
