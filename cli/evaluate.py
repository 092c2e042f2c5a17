"""``findings evaluate``: a corpus against a sample that somebody coded by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CorpusArgument, DebugOption, FormatOption
from cli.terminal import (
    errors_in_one_line,
    print_facts,
    print_json,
    print_rows,
    print_table,
    remark,
    stdout,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpora.evaluation.result import Agreement, Detection, Disagreement, Evaluation
    from corpora.evaluation.statistics import Share

_GROUPS = {"hard", "soft", "all"}


def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="The sample: JSON Lines or CSV.", exists=True, dir_okay=False)
    ],
    corpus: CorpusArgument,
    report: Annotated[
        str | None, typer.Option(help="Report of the sample: id, its beginning, or file name.")
    ] = None,
    pages: Annotated[
        str | None, typer.Option(help="Physical pages that were coded: 3-20 or 3-20,25.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Kind that was coded, or hard or soft; may be given again."),
    ] = None,
    show: Annotated[
        int, typer.Option(min=0, help="List so many misses, false finds and wrong fields.")
    ] = 0,
    form: FormatOption = "table",
    debug: DebugOption = False,
) -> None:
    """Precision, recall and agreement by field against your own hand-coded sample."""
    with errors_in_one_line(debug):
        from corpora.corpus import Corpus
        from corpora.evaluation import evaluate as scoring
        from corpora.evaluation.gold import read_gold
        from corpora.evaluation.result_tables import COLUMNS, as_object, measure_rows

        opened, sample = Corpus.open(corpus), read_gold(gold)
        result = scoring.evaluate(opened, sample, report=report, pages=pages, kinds=kind)
        if form == "json":
            print_json(as_object(result))
        elif form == "csv":
            print_rows(COLUMNS, measure_rows(result), form)
        else:
            print_evaluation(result, show)
        if form != "json":
            for line in result.remarks:
                remark(line)


def print_evaluation(result: Evaluation, show: int) -> None:
    """Detection by kind, agreement by field, and the first ``show`` of each sort of mistake."""
    console = stdout()
    for report, rows in result.reports.items():
        console.print(f"{report}: {rows} statements coded by hand")
    console.print()
    print_table(
        ["kind", "coded", "found", "precision", "recall", "F1", "exact text"],
        [_detection(one) for one in result.detection],
        right=["coded", "found", "F1", "exact text"],
    )
    for group in dict.fromkeys(one.group for one in result.agreement):
        console.print()
        print_table(
            [f"field ({group})", "compared", "agreement", "kappa"],
            [_agreement(one) for one in result.agreement if one.group == group],
            right=["compared", "kappa"],
        )
    if result.not_compared:
        console.print(f"\nNot in the sample: {', '.join(result.not_compared)}")
    if show:
        _print_mistakes(result, show)


def _detection(one: Detection) -> tuple[object, ...]:
    return (
        one.name if one.name in _GROUPS else f"  {one.name}",
        one.recall.of,
        one.precision.of,
        _with_interval(one.precision),
        _with_interval(one.recall),
        _decimals(one.f1),
        _decimals(one.exact_text.share),
    )


def _agreement(one: Agreement) -> tuple[object, ...]:
    return one.field, one.share.of, _with_interval(one.share), _decimals(one.kappa)


def _with_interval(share: Share) -> str:
    """A share with its 95% interval: 0.97 (0.92-0.99)."""
    if share.interval is None:
        return ""
    low, high = map(_decimals, share.interval)
    return f"{_decimals(share.share)} ({low}-{high})"


def _decimals(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _print_mistakes(result: Evaluation, show: int) -> None:
    missed = [(row.page, row.kind, row.text, row.sentence) for _, row in result.missed]
    _print_list("Missed", missed, show)
    false = [(one["page"], one["kind"], one["text"], one["sentence"]) for one in result.false_finds]
    _print_list("Found, not in the sample", false, show)
    for field in dict.fromkeys(one.field for one in result.disagreements):
        wrong = [one for one in result.disagreements if one.field == field]
        stdout().print(f"\nOther {field}: {len(wrong)}")
        for one in wrong[:show]:
            _print_wrong(one)


def _print_list(title: str, rows: Sequence[tuple[object, ...]], most: int) -> None:
    if rows:
        stdout().print(f"\n{title}: {len(rows)}")
        columns = ["page", "kind", "text", "sentence"]
        print_table(columns, rows[:most], right=["page"], prose="sentence")


def _print_wrong(one: Disagreement) -> None:
    coded, found = ("none" if value is None else value for value in (one.coded, one.extracted))
    print_facts(
        [
            (f"p. {one.found['page']}", f"{one.row.text} – {one.row.sentence}"),
            ("  coded", coded),
            ("  found", found),
        ]
    )
