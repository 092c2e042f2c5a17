"""``findings explain``: everything about one finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.terminal import Debug, errors_in_one_line, print_facts, print_json, stdout

if TYPE_CHECKING:
    from corpora.explain import Explanation, Retold

_WIDTH = 12  # of the labels
_FIELDS = (
    "kind", "value", "change", "modifier", "numerator", "denominator", "population", "predicate",
    "population_context", "predicate_context", "polarity", "context", "compared_with",
    "compared_value", "part", "paragraph", "criterion", "same_as",
)  # fmt: skip
_POLARITY = {"+": "+ more is better", "-": "- more is worse", "0": "0 neither better nor worse"}


def explain(
    finding_id: Annotated[str, typer.Argument(help="Id of a finding, or its beginning.")],
    corpus: Annotated[Path, typer.Argument(help="Folder of the corpus.")],
    form: Annotated[
        Literal["table", "json"], typer.Option("--format", help="How to print the answer.")
    ] = "table",
    debug: Debug = False,
) -> None:
    """Show a finding's sentence, rule, fields, place, restatements, problems and ledger entry."""
    with errors_in_one_line(debug):
        from corpora.corpus import Corpus
        from corpora.explain import as_object

        explained = Corpus.open(corpus).explain(finding_id)
        if form == "json":
            print_json(as_object(explained))
        else:
            print_explanation(explained)


def print_explanation(one: Explanation) -> None:
    """A finding as a person reads it: the sentence, then what is known of it."""
    console = stdout()
    console.print(one.marked_sentence.replace("\t", " | "))
    for title, facts in (
        ("Where", _place(one)),
        ("Rule", _rule(one)),
        ("Fields", _fields(one)),
    ):
        console.print(f"\n{title}")
        print_facts(facts, _WIDTH)
    console.print("\nElsewhere")
    print_facts(_elsewhere(one), _WIDTH)


def _place(one: Explanation) -> Iterator[tuple[str, object]]:
    finding = one.finding
    yield "  report", " – ".join(filter(None, (one.body, finding.report_id)))
    label = f" (printed {finding.page_label})" if finding.page_label else ""
    yield "  page", f"{finding.page}{label}"
    if finding.sentence_page != finding.page:
        yield "  begins on", f"page {finding.sentence_page}"
    yield "  link", one.link
    titles = (" ".join(filter(None, (top.number, top.title))) for top in one.headings)
    yield "  under", " › ".join(titles) or None
    yield "  panel", one.block.panel
    yield "  list of", one.block.lead_in
    if one.cell is not None:
        yield "  table", one.cell.caption
        yield "  row", one.cell.row_header
        yield "  column", one.cell.column_header
    yield "  finding", finding.finding_id


def _rule(one: Explanation) -> Iterator[tuple[str, object]]:
    yield "  id", one.finding.rule
    if one.pattern is None:
        yield "  ", "a rule of another version: this one has none of that name"
        return
    yield "  finds", "\n".join(one.pattern.examples)
    yield "  but not in", "\n".join(one.pattern.traps)
    yield "  note", one.pattern.note


def _fields(one: Explanation) -> Iterator[tuple[str, object]]:
    from corpora.explain import interval_in_words

    finding = one.finding
    values = {name: getattr(finding, name) for name in _FIELDS}
    values["polarity"] = _POLARITY.get(finding.polarity or "")
    values["change"] = finding.change or None
    first = next((told for told in one.retold if told.finding.finding_id == finding.same_as), None)
    if first is not None:
        values["same_as"] = f"{finding.same_as}, on page {first.finding.page}"
    for name in _FIELDS:
        yield f"  {name}", values[name]
        if name == "value":
            yield "  interval", interval_in_words(finding)
    empty = [name for name in _FIELDS if values[name] is None and name != "change"]
    yield "  (empty)", ", ".join(empty) or None


def _elsewhere(one: Explanation) -> Iterator[tuple[str, object]]:
    if one.rating is not None:
        pages = ", ".join(str(told.page) for told in one.rating.restated)
        title = f"{one.rating.criterion} {one.rating.title}"
        yield "  headline", f"{title}, first on page {one.rating.page}"
        yield "  restated", f"on pages {pages}" if pages else "nowhere"
    for told in one.retold:
        yield f"  p. {told.finding.page}", _retold(told)
    if not one.retold:
        yield "  retold", "nowhere"
    for said in one.problems:
        yield f"  {said.severity}", f"{said.message} [{said.code}]"
    for entry in one.ledger:
        yield "  ledger", f"{entry.kind}, page {entry.page}: … {entry.text} …"
    if not one.ledger:
        yield "  ledger", "no entry: it lists percent signs, fractions in words and n of m"


def _retold(told: Retold) -> str:
    verdict = ["the same" if told.counted else "agrees"] if told.agrees else []
    if told.differs:
        verdict.append(f"another {' and '.join(told.differs)}")
    sure = "" if told.score is None else f" ({told.score:.2f} sure)"
    return f"{', '.join(verdict)}{sure}: {told.finding.text} – {told.finding.sentence}"
