"""What can be held against a report of a family: bounds, and rules between its grades."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, model_validator

from schemas.document import Model


class Range(Model):
    """How many there are in every report of the family: both ends included."""

    least: int = Field(default=0, ge=0)
    most: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Range:
        if self.most is not None and self.most < self.least:
            raise ValueError("most is less than least")
        return self

    def __contains__(self, count: int) -> bool:
        return count >= self.least and (self.most is None or count <= self.most)

    def __str__(self) -> str:
        if self.least == self.most:
            return str(self.least)
        return f"{self.least} to {self.most}" if self.most is not None else f"{self.least} or more"


class Bounds(Model):
    """Counts that a report of the family keeps to; one that does not was read or printed badly."""

    findings: Range | None = Field(default=None, description="percentages, ratios, fractions")
    ratings: Range | None = None
    paragraphs: Range | None = Field(default=None, description="numbered paragraphs")

    def broken(self, counts: Mapping[str, int]) -> list[str]:
        """One sentence for each count (by field name) that is out of its bounds."""
        broken = []
        for name, count in counts.items():
            bound: Range | None = getattr(self, name)
            if bound is not None and count not in bound:
                broken.append(f"{count} {name}, where reports of the family have {bound}")
        return broken


class GradeRule(Model):
    """What the grades of a report have to do with each other.

    ``between``: the grade of ``of`` is no better than the best and no worse than the worst of
    ``parts``. ``any``: where one of ``parts`` has ``grade``, so has ``of``.
    """

    kind: Literal["between", "any"]
    of: str
    parts: list[str] = Field(min_length=1)
    grade: str | None = None
    says: str = Field(description="the rule as one plain sentence")

    @model_validator(mode="after")
    def _complete(self) -> GradeRule:
        if (self.kind == "any") != (self.grade is not None):
            raise ValueError("a rule of kind any names a grade, one of kind between names none")
        return self

    def holds(self, grades: Mapping[str, str], scale: list[str]) -> bool | None:
        """Whether a report's grades (by outcome) keep the rule; None where one is missing.

        Args:
            grades: outcome to grade.
            scale: the grades, the best first.
        """
        parts = [scale.index(grades[one]) for one in self.parts if one in grades]
        if self.of not in grades or len(parts) < len(self.parts):
            return None
        if self.kind == "between":
            return min(parts) <= scale.index(grades[self.of]) <= max(parts)
        return scale.index(self.grade or "") not in parts or grades[self.of] == self.grade
