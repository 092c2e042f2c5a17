"""What a plan records of a report, for the truth to be made from."""

from dataclasses import dataclass, field
from typing import Any

from corpora.samples.prose import Span
from corpora.samples.source import ChartBody

Drawn = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where in the report's outline something stands."""

    part: str
    section: str
    criterion: str | None = None
    panel: str | None = None
    number: str | None = None


@dataclass(frozen=True)
class Leaf:
    """One printed text: a paragraph, an item, a row and so on."""

    id: str
    kind: str
    text: str
    place: Place
    number: str | None
    sentences: list[Span]
    percentages: list[Span]


@dataclass(frozen=True)
class Head:
    """One printed heading."""

    id: str
    level: int
    number: str | None
    title: str
    place: Place


@dataclass(frozen=True)
class TableRecord:
    """A table, and the id of the leaf that is its header row."""

    id: str
    caption: str | None
    columns: list[str]
    rows: list[list[str]]
    place: Place


@dataclass(frozen=True)
class ChartRecord:
    """A chart, and the id of the leaf that is its title."""

    id: str
    chart: ChartBody
    place: Place


@dataclass
class Plan:
    """What is drawn and what is recorded."""

    drawn: Drawn = field(default_factory=dict)
    leaves: list[Leaf] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    tables: list[TableRecord] = field(default_factory=list)
    charts: list[ChartRecord] = field(default_factory=list)
