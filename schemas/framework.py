"""A scoring framework: one family of reports as data."""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError, model_validator

from schemas.document import Model
from schemas.errors import FrameworkInvalid

_SPACES = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Lower case, everything but letters and digits as one space."""
    return _SPACES.sub(" ", text.lower()).strip()


class Phrase(Model):
    """A phrase that identifies the family, the weight of finding it, and where to look."""

    text: str
    weight: float = Field(default=1.0, gt=0)
    within_pages: int | None = Field(default=None, description="only in the first so many pages")


class Identify(Model):
    """How reports of the family are known: share of the phrases' weight that must be found."""

    phrases: list[Phrase] = Field(min_length=1)
    none_of: list[str] = []
    enough: float = Field(default=0.6, gt=0, le=1)


class Outcome(Model):
    """What is scored or graded."""

    id: str
    title: str
    short_title: str | None = Field(default=None, description="as printed in the table of scores")
    aliases: list[str] = []
    score_words: list[str] = Field(
        default=[], description="what a score sentence says of the work: 'to assist sentencing'"
    )


class Process(Model):
    """A stage of the work that cuts across the outcomes."""

    id: str
    title: str


class Criterion(Model):
    """What is inspected for one outcome at one stage."""

    id: str
    outcome: str
    process: str | None = None
    title: str
    aliases: list[str] = []


class Scale(Model):
    """What scores mean, or the grades from the best to the worst."""

    kind: Literal["percent", "grades"]
    unit: str | None = None
    meaning: str | None = None
    grades: list[str] = []


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
    headings: list[str]
    prefixes: list[str] = Field(default=[], description="words that open the heading of this part")
    outcome: str | None = None


class SourceNote(Model):
    """Where the framework's wording was taken from."""

    document: str
    where: str
    licence: str


class Framework(Model):
    """One family of reports: how it is known, what it scores, what its parts are called."""

    id: str
    title: str
    inspectorate: str
    inspectorate_aliases: list[str] = []
    valid_from: str
    valid_to: str | None = None
    source: SourceNote
    identify: Identify
    title_pattern: str | None = Field(
        default=None, description="regular expression of the report's title; group 'area'"
    )
    body_patterns: list[str] = Field(
        default=[], description="names of the inspected body; {area} stands for the area"
    )
    scale: Scale
    scoring: Scoring | None = None
    outcomes: list[Outcome]
    processes: list[Process] = []
    criteria: list[Criterion]
    parts: list[Part]

    @model_validator(mode="after")
    def _references(self) -> Framework:
        outcomes = {outcome.id for outcome in self.outcomes}
        processes = {process.id for process in self.processes}
        for criterion in self.criteria:
            if criterion.outcome not in outcomes:
                raise ValueError(f"criterion {criterion.id} names no outcome of this framework")
            if criterion.process and criterion.process not in processes:
                raise ValueError(f"criterion {criterion.id} names no process of this framework")
        for part in self.parts:
            if part.outcome and part.outcome not in outcomes:
                raise ValueError(f"part {part.id} names no outcome of this framework")
        _unique("part", [name for part in self.parts for name in (*part.headings, *part.prefixes)])
        _unique("outcome", [o.id for o in self.outcomes])
        _unique("criterion", [c.id for c in self.criteria])
        return self

    @cached_property
    def _parts_by_heading(self) -> dict[str, str]:
        return {plain_words(name): part.id for part in self.parts for name in part.headings}

    def part_of(self, title: str) -> str | None:
        """Id of the part that a heading opens, None where it opens none."""
        plain = plain_words(title)
        known = self._parts_by_heading.get(plain)
        if known:
            return known
        for part in self.parts:
            if any(f"{plain} ".startswith(f"{plain_words(one)} ") for one in part.prefixes):
                return part.id
        return None

    def outcome_of_part(self, part: str | None) -> str | None:
        """The outcome that a part reports."""
        return next((one.outcome for one in self.parts if one.id == part), None)

    def outcome(self, outcome_id: str) -> Outcome:
        """The outcome of that id.

        Raises:
            KeyError: the framework has no such outcome.
        """
        for outcome in self.outcomes:
            if outcome.id == outcome_id:
                return outcome
        raise KeyError(outcome_id)


def _unique(what: str, names: list[str]) -> None:
    plain = [plain_words(name) for name in names]
    twice = {name for name in plain if plain.count(name) > 1}
    if twice:
        raise ValueError(f"{what}: more than one is called {', '.join(sorted(twice))}")


def load_framework(source: Path | Traversable) -> Framework:
    """Read one framework's YAML strictly.

    Raises:
        FrameworkInvalid: the file is no YAML or does not follow the format.
    """
    try:
        data: Any = yaml.safe_load(source.read_text(encoding="utf-8"))
        return Framework.model_validate(data)
    except (yaml.YAMLError, ValidationError) as error:
        raise FrameworkInvalid(f"{source.name}: {error}") from error


@cache
def _own_frameworks() -> tuple[Framework, ...]:
    own = files("schemas") / "frameworks"
    sources = (one for one in own.iterdir() if one.name.endswith(".yaml"))
    return tuple(map(load_framework, sorted(sources, key=lambda one: one.name)))


def load_frameworks(folder: Path | None = None) -> list[Framework]:
    """The frameworks that come with the package, then those of ``folder``, by file name."""
    others = sorted(folder.glob("*.yaml")) if folder is not None else []
    return [*_own_frameworks(), *map(load_framework, others)]
