"""``findings explain``: everything about one finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.options import CorpusArgument, DebugOption
from cli.terminal import errors_in_one_line, print_facts, print_json, stdout

if TYPE_CHECKING:
    from corpora.explain import Explanation, Restated

_WIDTH = 12  # of the labels
_FIELDS = (
    "kind", "value", "change", "modifier", "numerator", "denominator", "population", "predicate",
    "population_context", "predicate_context", "polarity", "context", "compared_with",
    "compared_value", "part", "paragraph", "criterion", "same_as",
)  # fmt: skip
_POLARITY = {"+": "+ more is better", "-": "- more is worse", "0": "0 neither better nor worse"}


def explain(
    finding_id: Annotated[str, typer.Argument(help="Id of a finding, or its beginning.")],
    corpus: CorpusArgument,
    form: Annotated[
        Literal["table", "json"], typer.Option("--format", help="How to print the answer.")
    ] = "table",
    debug: DebugOption = False,
) -> None:
    """Show a finding's sentence, rule, fields, place, restatements, problems and ledger entry."""
    with errors_in_one_line(debug):
        from corpora.corpus import Corpus
        from corpora.explain import as_object
        from corpora.explain import explain as explain_finding

        opened = Corpus.open(corpus)
        explained = explain_finding(opened, finding_id)
        if form == "json":
            print_json(as_object(explained))
        else:
            print_explanation(explained, opened.pdfs().get(explained.finding.report_id))


def print_explanation(one: Explanation, pdf: Path | None) -> None:
    """A finding as a person reads it: the sentence, then what is known of it.

    ``pdf`` is where its report lies, for a link that opens from the working directory.
    """
    console = stdout()
    console.print(one.marked_sentence.replace("\t", " | "))
    for title, facts in (
        ("Where", _place(one, pdf)),
        ("Rule", _rule(one)),
        ("Fields", _fields(one)),
    ):
        console.print(f"\n{title}")
        print_facts(facts, _WIDTH)
    console.print("\nElsewhere")
    print_facts(_elsewhere(one), _WIDTH)


def _place(one: Explanation, pdf: Path | None) -> Iterator[tuple[str, object]]:
    finding = one.finding
    yield "  report", " – ".join(filter(None, (one.body, finding.report_id)))
    label = f" (printed {finding.page_label})" if finding.page_label else ""
    yield "  page", f"{finding.page}{label}"
    if finding.sentence_page != finding.page:
        yield "  begins on", f"page {finding.sentence_page}"
    yield "  link", one.link if pdf is None else f"{_from_here(pdf)}#page={finding.page}"
    titles = (" ".join(filter(None, (top.number, top.title))) for top in one.headings)
    yield "  under", " › ".join(titles) or None
    yield "  panel", one.block.panel
    yield "  list of", one.block.lead_in
    if one.cell is not None:
        yield "  table", one.cell.caption
        yield "  row", one.cell.row_header
        yield "  column", one.cell.column_header
    yield "  finding", finding.finding_id


def _from_here(path: Path) -> str:
    """A path as a person would type it: from the working directory where it is below that."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


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
    first = next((it for it in one.restated if it.finding.finding_id == finding.same_as), None)
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
        pages = ", ".join(str(place.page) for place in one.rating.restated)
        again = f", again on pages {pages}" if pages else ""
        title = f"{one.rating.criterion} {one.rating.title}"
        yield "  headline", f"{title}, first on page {one.rating.page}{again}"
    for mention in one.restated:
        yield f"  p. {mention.finding.page}", _restated(mention)
    if not one.restated:
        yield "  restated", "nowhere"
    for problem in one.problems:
        yield f"  {problem.severity}", f"{problem.message} [{problem.code}]"
    for entry in one.ledger:
        yield "  ledger", f"{entry.kind}, page {entry.page}: … {entry.text} …"
    if not one.ledger:
        yield "  ledger", "no entry: it lists percent signs, fractions in words and n of m"


def _restated(mention: Restated) -> str:
    verdict = ["the same" if mention.counted else "agrees"] if mention.agrees else []
    if mention.differs:
        verdict.append(f"another {' and '.join(mention.differs)}")
    sure = "" if mention.score is None else f" ({mention.score:.2f} sure)"
    return f"{', '.join(verdict)}{sure}: {mention.finding.text} – {mention.finding.sentence}"
