"""One quantified statement of a report, and the account of every figure seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ConfigDict, Field

from schemas.document import Model
from schemas.geometry import Box
from schemas.interval import Interval

Kind = Literal["percentage", "fraction", "ratio", "complement", "rate", "count", "vague"]
LedgerKind = Literal["percent", "fraction", "ratio"]
Polarity = Literal["+", "-", "0"]
Context = Literal[
    "score",
    "finding",
    "staff_survey",
    "user_survey",
    "victim_survey",
    "demographic",
    "sample",
    "target",
    "comparison",
    "other",
]


class Provenance(Model):
    """Where a quantity stands: half-open offsets in its block's text, and its boxes in points."""

    report_id: str
    block_id: str
    start: int
    end: int
    page: int = Field(description="physical page of boxes[0], the quantity itself")
    page_label: str | None = None
    boxes: list[Box]


class Finding(Provenance):
    """One quantified statement. Shares are in percent. It is built once, and never changed."""

    model_config = ConfigDict(frozen=True)

    finding_id: str
    text: str
    sentence: str
    sentence_start: int = Field(default=0, description="offset of the sentence in the block's text")
    sentence_end: int = Field(default=0, description="offset behind the sentence, exclusive")
    sentence_page: int
    section_id: str | None = None
    section: str | None = None
    kind: Kind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    low_closed: bool | None = None
    high_closed: bool | None = None
    change: bool = False
    modifier: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    population: str | None = None
    predicate: str | None = None
    population_start: int | None = Field(
        default=None, description="offset of population, else of population_context, in its block"
    )
    population_end: int | None = None
    population_block: str | None = Field(
        default=None, description="its block, where it is not the quantity's"
    )
    predicate_start: int | None = Field(
        default=None, description="offset of predicate, else of predicate_context, in its block"
    )
    predicate_end: int | None = None
    predicate_block: str | None = Field(
        default=None, description="its block, where it is not the quantity's"
    )
    population_context: str | None = None
    predicate_context: str | None = None
    polarity: Polarity | None = None
    context: Context | None = None
    compared_with: str | None = None
    compared_value: float | None = None
    part: str | None = None
    paragraph: str | None = None
    criterion: str | None = None
    same_as: str | None = None
    rule: str


@dataclass(frozen=True)
class Quantity:
    """A quantity in a text, before anything is known of its report: what a rule found.

    ``start`` and ``end`` are half-open offsets in the text; ``value`` and ``interval`` are in
    percent. What is made here is never read from outside: a model would check each value anew.
    """

    start: int
    end: int
    text: str
    kind: Kind
    rule: str
    value: float | None = None
    interval: Interval | None = None
    change: bool = False
    modifier: str | None = None
    numerator: int | None = None
    denominator: int | None = None

    def as_fields(self) -> dict[str, Any]:
        """The same under the names that a finding has for it."""
        fields = {**vars(self)}
        interval = fields.pop("interval") or (None, None, None, None)
        names = ("low", "high", "low_closed", "high_closed")
        return {**fields, **dict(zip(names, interval, strict=True))}


class LedgerEntry(Model):
    """One figure seen on a page: the finding it became, or the reason why it became none."""

    kind: LedgerKind
    page: int
    text: str
    finding_id: str | None = None
    reason: str | None = None
