"""An outcome's headline: a score in percent, or a grade of the framework's scale."""

from __future__ import annotations

from schemas.document import Model
from schemas.finding import Provenance
from schemas.geometry import Box


class Restatement(Model):
    """Another place that states the same headline, as printed there."""

    page: int
    text: str
    score: float | None = None
    grade: str | None = None
    boxes: list[Box]


class Rating(Provenance):
    """The headline score (percent) or grade of one outcome; its first telling and all others."""

    criterion: str
    title: str
    score: float | None = None
    grade: str | None = None
    text: str
    restated: list[Restatement] = []


class Recommendation(Model):
    """A recommendation, a key strength or a key area for improvement."""

    kind: str
    criterion: str | None = None
    number: str | None = None
    text: str
    page: int
    block_id: str
    section_id: str | None = None
