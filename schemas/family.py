"""The pieces of a framework file: signs, outcomes, criteria, parts, lookups, examples."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from schemas.document import Model
from schemas.plain import plain_words

DateText = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
FiguresAre = Literal["inspectors_own", "reported"]


class Sign(Model):
    """Words that tell whether a report is of the family, and where to look for them."""

    text: str
    within_pages: int | None = Field(
        default=None, ge=1, description="only in the first so many pages"
    )
    label: bool = Field(
        default=False,
        description="only where they stand alone in a cell, line or heading, or beside a grade",
    )

    @cached_property
    def plain(self) -> str:
        """The words without case and punctuation."""
        return plain_words(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Each of them, the longest first: a page seldom has that by chance."""
        return sorted(self.plain.split(), key=len, reverse=True)


class Phrase(Sign):
    """Words that reports of the family have, and the weight of finding them."""

    weight: float = Field(default=1.0, gt=0)


class Identify(Model):
    """How reports of the family are known: share of the phrases' weight that must be found."""

    phrases: list[Phrase] = Field(min_length=1)
    none_of: list[Sign] = Field(default=[], description="one of these, and it is not the family")
    enough: float = Field(default=0.6, gt=0, le=1)


class Outcome(Model):
    """What is scored or graded: an outcome, a judgement."""

    id: str
    title: str
    short_title: str | None = Field(default=None, description="as printed in the table of scores")
    aliases: list[str] = Field(default=[], description="other wordings of the title")
    under: str | None = Field(default=None, description="the outcome that this one is a part of")
    subjects: list[str] = Field(
        default=[],
        description="what a sentence calls it that gives its grade; {area} stands for a place, "
        "{initials} for capital letters",
    )
    score_words: list[str] = Field(
        default=[], description="what a score sentence says of the work: 'to assist sentencing'"
    )

    @property
    def names(self) -> list[str]:
        """The title, the short title and the aliases."""
        return [*filter(None, (self.title, self.short_title)), *self.aliases]


class Process(Model):
    """A stage of the work that cuts across the outcomes."""

    id: str
    title: str


class Criterion(Model):
    """What is inspected: for one outcome, at one stage, where the framework has these."""

    id: str
    outcome: str | None = None
    process: str | None = None
    title: str
    aliases: list[str] = []


class Scoring(Model):
    """How a score is made, as the framework says it."""

    method: str
    shared_questions: list[list[str]] = Field(
        default=[], description="groups of outcomes that share questions"
    )
    statements: list[str] = Field(
        default=[], description="sentences that state a score: {score}, {work} stand for the parts"
    )
    table_headers: list[str] = Field(default=[], description="heading of a score table's column")


class Part(Model):
    """A part of the report: the headings that open it, and the outcome that it reports."""

    id: str
    headings: list[str] = []
    prefixes: list[str] = Field(default=[], description="words that open the heading of this part")
    outcome: str | None = None
    closed: bool = Field(default=False, description="nothing under its heading opens another part")


class Lookups(Model):
    """Wordings that no rule covers: as printed, and the id that is meant; null for none."""

    outcomes: dict[str, str | None] = {}
    criteria: dict[str, str | None] = {}
    parts: dict[str, str | None] = {}


class Example(Model):
    """Words as printed, the outcome that they speak of, and its score or grade."""

    text: str
    outcome: str
    score: float | None = None
    grade: str | None = None


class SourceNote(Model):
    """Where the framework's wording was taken from."""

    document: str
    where: str
    licence: str
