"""What a check says of a report."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.document import Model
from schemas.finding import Provenance

Severity = Literal["error", "warning", "note"]


class Problem(Model):
    """One inconsistency, in one plain sentence, with every place it speaks of."""

    code: str
    severity: Severity
    verdict_changing: bool = False
    message: str
    criterion: str | None = None
    pages: list[int] = []
    finding_ids: list[str] = []
    places: list[Provenance] = []
    quotes: list[str] = Field(default=[], description="what is printed at the places, each once")
