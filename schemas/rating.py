"""An outcome's headline: a score in percent, or a grade of the framework's scale."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from schemas.document import Model
from schemas.finding import Provenance
from schemas.geometry import Box


class Restatement(Model):
    """Another place that states the same headline: half-open offsets of the score or grade there.

    ``text`` is the words that give it.
    """

    block_id: str
    start: int
    end: int
    page: int
    text: str
    score: float | None = None
    grade: str | None = None
    boxes: list[Box]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that states an outcome's score (percent) or grade, before places are compared.

    ``text`` is the score or grade as printed, ``whole`` the words that give it.
    """

    outcome: str
    block_id: str
    start: int
    end: int
    text: str
    whole: str
    boxes: list[Box]
    score: float | None = None
    grade: str | None = None


class Rating(Provenance):
    """The headline score (percent) or grade of one outcome; its first mention and all others."""

    criterion: str
    title: str
    score: float | None = None
    grade: str | None = None
    text: str
    restated: list[Restatement] = []
    contradicted: bool = Field(
        default=False, description="another place gives another score or grade"
    )


class Recommendation(Model):
    """A recommendation, a key strength or a key area for improvement."""

    kind: str
    criterion: str | None = None
    number: str | None = None
    text: str
    page: int
    block_id: str
    section_id: str
