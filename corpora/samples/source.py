"""The format of a sample report's source, one YAML file a report, read strictly."""

from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    field_validator,
    model_validator,
)

from corpora.samples.prose import parse_prose

FICTION = (
    "This is a fictional report, written to test software. "
    "It describes no real place, service or person."
)
PART_ORDER = (
    "foreword",
    "summary",
    "recommendations",
    *(f"outcome{n}" for n in range(1, 6)),
    *(f"appendix{n}" for n in range(1, 9)),
)
OUTCOMES = ("1", "2", "3", "4", "5")


def _readable(text: str) -> str:
    """Refuse text whose footnotes cannot be distinguished from it."""
    parse_prose(text)
    return text


Cell = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_readable)]
Text = Annotated[Cell, StringConstraints(min_length=1)]


class Strict(BaseModel):
    """A model that takes nothing it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Heading(Strict):
    """A heading below the title of its part; its level is 2 or deeper."""

    h: Annotated[int, Field(ge=2, le=4)]
    text: Text
    number: Annotated[str, StringConstraints(pattern=r"^\d+\.$")] | None = None
    criterion: Annotated[str, StringConstraints(pattern=r"^[1-5]\.[1-5]$")] | None = None


class Paragraph(Strict):
    """A paragraph, with the report's own number where it has one."""

    p: Text
    n: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.$")] | None = None


class Items(Strict):
    """A list with an optional paragraph that leads into it."""

    items: Annotated[list[Text], Field(min_length=1)]
    style: Literal["bullet", "number"] = "bullet"
    lead: Text | None = None


class Quote(Strict):
    """Words of a person, printed apart; quotation marks are the layout's."""

    quote: Text
    by: Text | None = None


class TableBody(Strict):
    """One header row, and rows of the same width."""

    columns: Annotated[list[Cell], Field(min_length=1)]
    rows: Annotated[list[list[Cell]], Field(min_length=1)]
    caption: Text | None = None

    @model_validator(mode="after")
    def _rectangular(self) -> Self:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"row {row} has not {len(self.columns)} cells")
        return self


class Table(Strict):
    """A table block."""

    table: TableBody


class Series(Strict):
    """One colour of a chart."""

    name: Text
    values: Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=1)]


class ChartBody(Strict):
    """A bar chart, its series stacked side by side, or a pie of the one series."""

    title: Text
    kind: Literal["bar", "pie"]
    unit: Literal["%", ""] = ""
    series: Annotated[list[Series], Field(min_length=1)]
    labels: Annotated[list[Text], Field(min_length=1)]
    axis: Text | None = None

    @model_validator(mode="after")
    def _one_value_a_label(self) -> Self:
        for series in self.series:
            if len(series.values) != len(self.labels):
                raise ValueError(f"chart '{self.title}': {series.name} needs one value a label")
        if self.kind == "pie" and len(self.series) != 1:
            raise ValueError(f"chart '{self.title}': a pie has one series")
        return self


class Chart(Strict):
    """A chart block."""

    chart: ChartBody


class Signature(Strict):
    """The lines under a foreword."""

    signature: Annotated[list[Text], Field(min_length=1)]


KINDS = ("h", "items", "panel", "quote", "table", "chart", "signature", "p")


def _kind(block: object) -> str | None:
    """Name the block by the key that only its kind has."""
    if isinstance(block, BaseModel):
        block = block.__class__.model_fields
    keys = block if isinstance(block, dict) else ()
    return next((kind for kind in KINDS if kind in keys), None)


Plain: TypeAlias = Annotated[
    Annotated[Heading, Tag("h")]
    | Annotated[Paragraph, Tag("p")]
    | Annotated[Items, Tag("items")]
    | Annotated[Quote, Tag("quote")]
    | Annotated[Table, Tag("table")]
    | Annotated[Chart, Tag("chart")]
    | Annotated[Signature, Tag("signature")],
    Discriminator(_kind),
]


class Panel(Strict):
    """A box with its own title, such as a practice illustration; it holds no second box."""

    panel: Text
    blocks: Annotated[list[Plain], Field(min_length=1)]


Block: TypeAlias = Annotated[
    Annotated[Heading, Tag("h")]
    | Annotated[Paragraph, Tag("p")]
    | Annotated[Items, Tag("items")]
    | Annotated[Panel, Tag("panel")]
    | Annotated[Quote, Tag("quote")]
    | Annotated[Table, Tag("table")]
    | Annotated[Chart, Tag("chart")]
    | Annotated[Signature, Tag("signature")],
    Discriminator(_kind),
]


class Part(Strict):
    """A chapter of the report; its title is a heading of level 1."""

    part: str
    title: Text
    divider: Text | None = None
    columns: Literal[1, 2] = 1
    blocks: Annotated[list[Block], Field(min_length=1)]

    @field_validator("part")
    @classmethod
    def _known(cls, part: str) -> str:
        if part not in PART_ORDER:
            raise ValueError(f"no such part: {part}")
        return part

    @property
    def heading(self) -> str:
        """The title as the contents page prints it."""
        if self.part.startswith("appendix"):
            return f"Appendix {self.part.removeprefix('appendix')} {self.title}"
        return self.title


class Contradiction(Strict):
    """A place where the report was made to disagree with itself."""

    kind: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    says: Text
    against: Text
    note: Text


class FigureMention(Strict):
    """A figure that the report states, and the sentence that states it."""

    part: Text
    figure: Text
    says: Text


class Report(Strict):
    """One sample report."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    layout: Literal["word", "designed"]
    title: Text
    subtitle: Text
    body: Text
    area: Text
    published: Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
    isbn: Annotated[str, StringConstraints(pattern=r"^[\d-]{17}$")]
    chief_inspector: Text
    lead_inspector: Text
    sample_size: Annotated[int, Field(gt=0)]
    scores: dict[str, Annotated[int, Field(ge=0, le=100)]]
    contradictions: list[Contradiction] = []
    restated: list[Annotated[list[FigureMention], Field(min_length=2)]] = []
    parts: Annotated[list[Part], Field(min_length=1)]

    @model_validator(mode="after")
    def _scores_of_all_outcomes(self) -> Self:
        if tuple(sorted(self.scores)) != OUTCOMES:
            raise ValueError("scores must be given for the outcomes 1 to 5 and no other")
        return self

    @model_validator(mode="after")
    def _parts_in_order(self) -> Self:
        places = [PART_ORDER.index(part.part) for part in self.parts]
        if places != sorted(set(places)):
            raise ValueError("parts must come once each, in the order of the genre")
        return self

    @model_validator(mode="after")
    def _owns_up_to_fiction(self) -> Self:
        if FICTION not in self.parts[0].model_dump_json():
            raise ValueError(f"the first part must say: {FICTION}")
        return self


def read_source(path: Path) -> Report:
    """Read and validate one source; its id must be the name of the file."""
    report = Report.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    if report.id != path.stem:
        raise ValueError(f"{path.name}: id is {report.id}")
    return report
