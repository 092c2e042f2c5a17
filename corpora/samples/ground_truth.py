"""What is true of a typeset sample: outline, texts, tables and percentages, with their pages."""

from dataclasses import dataclass
from typing import Any

from corpora.samples.prose import percent_value
from corpora.samples.records import ChartRecord, Head, Leaf, Place, Plan, TableRecord
from corpora.samples.source import FigureMention, Report

FRAMEWORK = "hmip-adult-offending-2013"
INSPECTORATE = "HMI Probation"
TITLES = {
    "1": "Assisting sentencing",
    "2": "Delivering the sentence of the court",
    "3": "Reducing the likelihood of reoffending",
    "4": "Protecting the public",
    "5": "Delivering effective work for victims",
}

Record = dict[str, Any]


@dataclass(frozen=True)
class Pages:
    """Where the typesetting put things: physical pages by mark, and printed page numbers."""

    count: int
    of_mark: dict[str, int]
    printed: dict[int, str]


def ground_truth(report: Report, plan: Plan, pages: Pages) -> Record:
    """Everything that a reader of the PDF ought to find."""
    return {
        "id": report.id,
        "layout": report.layout,
        "pages": pages.count,
        "printed_numbers": [pages.printed.get(page) for page in range(1, pages.count + 1)],
        "metadata": _metadata(report),
        "scores": [
            {"criterion": number, "title": TITLES[number], "score": score}
            for number, score in sorted(report.scores.items())
        ],
        "sections": _sections(plan, pages),
        "blocks": [_block(leaf, pages) for leaf in plan.leaves],
        "tables": [_table(table, pages) for table in plan.tables],
        "percentages": [share for leaf in plan.leaves for share in _percentages(leaf, pages)],
        "chart_percentages": [
            share for chart in plan.charts for share in _chart_percentages(chart, pages)
        ],
        "restated": [[_mention(one, plan, pages) for one in fact] for fact in report.restated],
        "contradictions": [found.model_dump() for found in report.contradictions],
    }


def _metadata(report: Report) -> Record:
    known = report.model_dump(
        include={
            "title",
            "body",
            "area",
            "published",
            "isbn",
            "lead_inspector",
            "chief_inspector",
            "sample_size",
        }
    )
    return known | {"inspectorate": INSPECTORATE, "framework": FRAMEWORK}


def _sections(plan: Plan, pages: Pages) -> list[Record]:
    """List the headings in the order of the pages: the contents page stands where it was set."""
    heads = sorted(enumerate(plan.heads), key=lambda pair: (pages.of_mark[pair[1].id], pair[0]))
    return [_section(head, pages) for _, head in heads]


def _section(head: Head, pages: Pages) -> Record:
    return {
        "level": head.level,
        "number": head.number,
        "title": head.title,
        "part": head.place.part,
        "criterion": head.place.criterion,
        "page": pages.of_mark[head.id],
    }


def _block(leaf: Leaf, pages: Pages) -> Record:
    return {
        "kind": leaf.kind,
        "part": leaf.place.part,
        "section": leaf.place.section,
        "number": leaf.number,
        "panel": leaf.place.panel,
        "text": leaf.text,
        "page": pages.of_mark[f"{leaf.id}.s0"],
        "last_page": pages.of_mark[f"{leaf.id}.end"],
    }


def _table(table: TableRecord, pages: Pages) -> Record:
    return {
        "caption": table.caption,
        "columns": table.columns,
        "rows": table.rows,
        "part": table.place.part,
        "section": table.place.section,
        "page": pages.of_mark[f"{table.id}.s0"],
    }


def _paragraph(leaf: Leaf) -> str | None:
    """The numbered paragraph a text belongs to: itself, or the one its list follows."""
    number = {"paragraph": leaf.number, "item": leaf.place.number}.get(leaf.kind)
    return number.removesuffix(".") if number else None


def _percentages(leaf: Leaf, pages: Pages) -> list[Record]:
    found: list[Record] = []
    for k, span in enumerate(leaf.percentages):
        text = leaf.text[span.start : span.end]
        nth = next(i for i, s in enumerate(leaf.sentences) if s.start <= span.start < s.end)
        sentence = leaf.sentences[nth]
        found.append(
            {
                "text": text,
                "value": percent_value(text),
                "sentence": leaf.text[sentence.start : sentence.end],
                "kind": leaf.kind,
                "paragraph": _paragraph(leaf),
                **_where(leaf.place),
                "page": pages.of_mark[f"{leaf.id}.p{k}"],
                "sentence_page": pages.of_mark[f"{leaf.id}.s{nth}"],
            }
        )
    return found


def _mention(mention: FigureMention, plan: Plan, pages: Pages) -> Record:
    """Where in its part a sentence stands that states a fact which others state too."""
    marks = [
        f"{leaf.id}.s{nth}"
        for leaf in plan.leaves
        if leaf.place.part == mention.part
        for nth, span in enumerate(leaf.sentences)
        if leaf.text[span.start : span.end] == mention.says
    ]
    if len(marks) != 1 or mention.figure not in mention.says:
        raise ValueError(f"not once in {mention.part}: {mention.says}")
    return mention.model_dump() | {"sentence_page": pages.of_mark[marks[0]]}


def _where(place: Place) -> Record:
    return {"part": place.part, "criterion": place.criterion}


def _chart_percentages(record: ChartRecord, pages: Pages) -> list[Record]:
    """The labels of a chart's values; a bar of no length has no label."""
    chart = record.chart
    if chart.unit != "%":
        return []
    return [
        {
            "text": f"{value}%",
            "value": float(value),
            "chart": chart.title,
            "label": label,
            "series": series.name,
            "part": record.place.part,
            "page": pages.of_mark[f"{record.id}.end"],
        }
        for series in chart.series
        for label, value in zip(chart.labels, series.values, strict=True)
        if value
    ]
