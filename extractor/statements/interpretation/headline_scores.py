"""The scores that a family's reports state of their outcomes: the inspectors' own results."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.frameworks.scores import ScoreReader
from extractor.statements.interpretation.interpreted import Interpreted, Passage


@dataclass(frozen=True)
class HeadlineScores:
    """A rule of interpretation: an outcome's score is one, and more of it is better."""

    reader: ScoreReader | None

    def __call__(self, claims: list[Interpreted], passage: Passage) -> list[Interpreted]:
        reader = self.reader
        if reader is None:
            return claims
        return [
            replace(one, context="score", polarity="+")
            if reader.outcome(one.quantity.kind, one.sentence.text, passage.block)
            else one
            for one in claims
        ]
