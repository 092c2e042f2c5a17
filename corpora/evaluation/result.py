"""What comes of comparing a corpus with a hand-coded sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpora.evaluation.gold import GoldRow
from corpora.evaluation.pairing import Found
from corpora.evaluation.statistics import Share, f1

HARD = ("percentage", "fraction", "ratio", "complement", "rate")
SOFT = ("count", "vague")


@dataclass(frozen=True)
class Detection:
    """How well statements of some kinds were found; ``name`` is hard, soft, all or a kind."""

    name: str
    precision: Share
    recall: Share
    exact_text: Share

    @property
    def f1(self) -> float | None:
        return f1(self.precision.share, self.recall.share)


@dataclass(frozen=True)
class Agreement:
    """How often a field says what the coder says, over the statements that were found."""

    group: str
    field: str
    share: Share
    kappa: float | None  # of categories


@dataclass(frozen=True)
class Disagreement:
    """A field of a finding that says something else than the coder."""

    field: str
    coded: Any
    extracted: Any
    report_id: str
    row: GoldRow
    found: Found


@dataclass(frozen=True)
class Evaluation:
    """What came of comparing a corpus with a hand-coded sample."""

    reports: dict[str, int]  # rows of the sample by report
    pages: str | None
    detection: list[Detection]
    agreement: list[Agreement]
    missed: list[tuple[str, GoldRow]]
    false_finds: list[Found]
    disagreements: list[Disagreement]
    not_compared: list[str]
    remarks: list[str]
