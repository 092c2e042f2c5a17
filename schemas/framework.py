"""A scoring framework: one family of reports as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from schemas.document import Model
from schemas.errors import FrameworkInvalid
from schemas.family import (
    Criterion,
    DateText,
    Example,
    FiguresAre,
    Identify,
    Lookups,
    Outcome,
    Part,
    Process,
    Scoring,
    SourceNote,
)
from schemas.grading import Bounds, GradeRule
from schemas.plain import more_than_once, plain_words
from schemas.scale import ScaleField


class Framework(Model):
    """One family of reports: how it is known, what it scores, what its parts are called."""

    id: str
    title: str
    inspectorate: str
    inspectorate_aliases: list[str] = []
    valid_from: DateText = Field(description="the first inspections, as precise as is known")
    valid_to: DateText | None = None
    source: SourceNote
    identify: Identify
    title_pattern: str | None = Field(
        default=None, description="regular expression of the report's title; group 'area'"
    )
    body_patterns: list[str] = Field(
        default=[], description="names of the inspected body; {area} stands for the area"
    )
    figures_are: FiguresAre = Field(
        default="reported",
        description="whose figures the reports hold: the inspectors_own, of the cases that they "
        "read, or those reported by the inspected body and by national statistics",
    )
    scale: ScaleField
    scoring: Scoring | None = None
    outcomes: list[Outcome] = Field(
        default=[], description="at least one, unless the scale is none"
    )
    processes: list[Process] = []
    criteria: list[Criterion] = []
    parts: list[Part] = []
    lookups: Lookups = Lookups()
    bounds: Bounds = Bounds()
    rules: list[GradeRule] = []
    examples: list[Example] = Field(default=[], description="wordings that state a result")
    traps: list[str] = Field(default=[], description="wordings that state none")

    @model_validator(mode="after")
    def _results(self) -> Framework:
        """Results have outcomes to be about; without results there is nothing to say of them."""
        if self.gives_results:
            if not self.outcomes:
                raise ValueError("there are no outcomes: only a family of scale: none has none")
            return self
        of_results = {
            "scoring": self.scoring,
            "rules": self.rules,
            "examples": self.examples,
            "traps": self.traps,
            "bounds.ratings": self.bounds.ratings,
        }
        given = ", ".join(key for key, value in of_results.items() if value)
        if given:
            raise ValueError(f"{given}: a family of scale: none has no results to speak of")
        return self

    @property
    def gives_results(self) -> bool:
        """Whether reports of the family give scores or grades."""
        return self.scale.kind != "none"

    @model_validator(mode="after")
    def _references(self) -> Framework:
        _unique("outcome", [o.id for o in self.outcomes])
        _unique("outcome", [n for o in self.outcomes for n in {*map(plain_words, o.names)}])
        _unique("subject", [name for o in self.outcomes for name in o.subjects])
        _unique("criterion", [c.id for c in self.criteria])
        _unique("part", [part.id for part in self.parts])
        _unique("part", [name for part in self.parts for name in (*part.headings, *part.prefixes)])
        for where, name, known in self._named():
            if name is not None and name not in known:
                raise ValueError(f"{where} names no {known.what} of this framework: {name}")
        return self

    def _named(self) -> Iterator[tuple[str, str | None, _Known]]:
        """Every place that names an outcome, process, part, criterion or grade."""
        outcomes = _Known("outcome", (one.id for one in self.outcomes))
        processes = _Known("process", (one.id for one in self.processes))
        grades = _Known("grade", self.scale.names)
        for criterion in self.criteria:
            yield f"criterion {criterion.id}", criterion.outcome, outcomes
            yield f"criterion {criterion.id}", criterion.process, processes
        for part in self.parts:
            yield f"part {part.id}", part.outcome, outcomes
        for outcome in self.outcomes:
            yield f"outcome {outcome.id}", outcome.under, outcomes
        for rule in self.rules:
            yield "rule", rule.grade, grades
            yield from (("rule", one, outcomes) for one in (rule.of, *rule.parts))
        for example in self.examples:
            yield "example", example.outcome, outcomes
            yield "example", example.grade, grades
        yield from self._looked_up(outcomes)

    def _looked_up(self, outcomes: _Known) -> Iterator[tuple[str, str | None, _Known]]:
        criteria = _Known("criterion", (one.id for one in self.criteria))
        parts = _Known("part", (one.id for one in self.parts))
        for known in (outcomes, criteria, parts):
            for name in self._lookups[known.what].values():
                yield "lookup", name, known

    @cached_property
    def _lookups(self) -> dict[str, dict[str, str | None]]:
        """Kind of thing to printed words to id."""
        kinds = {
            "outcome": self.lookups.outcomes,
            "criterion": self.lookups.criteria,
            "part": self.lookups.parts,
        }
        return {
            kind: {plain_words(printed): meant for printed, meant in of_kind.items()}
            for kind, of_kind in kinds.items()
        }

    def looked_up(self, kind: str, printed: str) -> tuple[bool, str | None]:
        """Whether the lookups know these words as a ``kind``, and the id that is meant."""
        plain = plain_words(printed)
        return plain in self._lookups[kind], self._lookups[kind].get(plain)

    @cached_property
    def _parts_by_heading(self) -> dict[str, str | None]:
        return {
            **{plain_words(name): part.id for part in self.parts for name in part.headings},
            **self._lookups["part"],
        }

    def part_of(self, title: str) -> str | None:
        """Id of the part that a heading opens, None where it opens none."""
        plain = plain_words(title)
        if plain in self._parts_by_heading:
            return self._parts_by_heading[plain]
        for part in self.parts:
            if any(f"{plain} ".startswith(f"{plain_words(one)} ") for one in part.prefixes):
                return part.id
        return None

    @cached_property
    def closed_parts(self) -> frozenset[str]:
        """Parts under whose heading no other part begins."""
        return frozenset(part.id for part in self.parts if part.closed)

    @cached_property
    def _outcomes_by_part(self) -> dict[str, str]:
        return {part.id: part.outcome for part in self.parts if part.outcome}

    def outcome_of_part(self, part: str | None) -> str | None:
        """The outcome that a part reports."""
        return self._outcomes_by_part.get(part or "")

    def part_of_outcome(self, outcome: str | None) -> str | None:
        """The part that reports an outcome."""
        return next((one.id for one in self.parts if outcome and one.outcome == outcome), None)

    def outcome(self, outcome_id: str) -> Outcome:
        """The outcome of that id.

        Raises:
            KeyError: the framework has no such outcome.
        """
        for outcome in self.outcomes:
            if outcome.id == outcome_id:
                return outcome
        raise KeyError(outcome_id)


class _Known(frozenset[str]):
    """Ids of one kind of thing."""

    what: str

    def __new__(cls, what: str, names: Iterable[str]) -> _Known:
        known = super().__new__(cls, names)
        known.what = what
        return known


def _unique(what: str, names: list[str]) -> None:
    twice = more_than_once(names)
    if twice:
        raise ValueError(f"{what}: more than one is called {', '.join(twice)}")


def load_framework(source: Path | Traversable) -> Framework:
    """Read one framework's YAML strictly: unknown keys and keys given twice are errors.

    Raises:
        FrameworkInvalid: the file is no YAML or does not follow the format.
    """
    try:
        data: Any = yaml.load(source.read_text(encoding="utf-8"), _StrictLoader)
        return Framework.model_validate(data)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FrameworkInvalid(f"{source.name}: {error}") from error
    except ValidationError as error:
        mistakes = tuple(_in_words(one) for one in error.errors())
        first = mistakes[0] if len(mistakes) == 1 else f"{len(mistakes)} mistakes: {mistakes[0]}; …"
        raise FrameworkInvalid(f"{source.name}: {first}", mistakes) from error


class _StrictLoader(yaml.SafeLoader):
    """Plain data, as the safe loader reads it; a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key} is given twice", node.start_mark
                )
        return super().construct_mapping(node, deep)


def _in_words(error: ErrorDetails) -> str:
    """One mistake: the path of keys that leads to it, and what is wrong."""
    where = ".".join(map(str, error["loc"]))
    what = error["msg"].removeprefix("Value error, ")
    if error["type"] == "extra_forbidden":
        what = "no such key"
    return f"{where}: {what}" if where else what


@cache
def _own_frameworks() -> tuple[Framework, ...]:
    return tuple(map(load_framework, _own_files()))


def _own_files() -> list[Traversable]:
    own = files("schemas") / "frameworks"
    found = (one for one in own.iterdir() if one.name.endswith(".yaml"))
    return sorted(found, key=lambda one: one.name)


def _files_of(folder: Path | None) -> list[Path]:
    return sorted(folder.glob("*.yaml")) if folder is not None else []


def load_frameworks(folder: Path | None = None) -> list[Framework]:
    """The frameworks that come with the package, then those of ``folder``, by file name.

    Raises:
        FrameworkInvalid: a file does not follow the format, or two have the same id.
    """
    every = [*_own_frameworks(), *map(load_framework, _files_of(folder))]
    counts = Counter(one.id for one in every)
    twice = sorted(name for name, count in counts.items() if count > 1)
    if twice:
        raise FrameworkInvalid(f"more than one framework is called {', '.join(twice)}")
    return every


def framework_text(framework_id: str, folder: Path | None = None) -> str:
    """The file of a framework as it is written.

    Raises:
        FrameworkInvalid: no framework has that id, or a file does not follow the format.
    """
    for source in (*_own_files(), *_files_of(folder)):
        if load_framework(source).id == framework_id:
            return source.read_text(encoding="utf-8")
    known = ", ".join(one.id for one in load_frameworks(folder))
    raise FrameworkInvalid(f"no framework is called {framework_id!r}; there are {known}")
