"""``findings query``: findings of a corpus by filters, or SQL over its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CorpusArgument, DebugOption, FormatOption
from cli.terminal import errors_in_one_line, print_rows, print_table, remark

if TYPE_CHECKING:
    from corpora.storage.duck import Result


def query(  # noqa: PLR0913, one parameter a filter
    corpus: CorpusArgument,
    framework: Annotated[str | None, typer.Option(help="Framework of the report.")] = None,
    body: Annotated[str | None, typer.Option(help="Part of the inspected body's name.")] = None,
    criterion: Annotated[
        str | None, typer.Option(help="Criterion or outcome; 1 finds 1.2 too.")
    ] = None,
    part: Annotated[str | None, typer.Option(help="Part: summary, outcome1, ...")] = None,
    kind: Annotated[str | None, typer.Option(help="percentage, fraction, ratio, ...")] = None,
    minimum: Annotated[float | None, typer.Option("--min", help="Least share in percent.")] = None,
    maximum: Annotated[
        float | None, typer.Option("--max", help="Greatest share in percent.")
    ] = None,
    polarity: Annotated[str | None, typer.Option(help="+ good practice, - bad, 0 neutral.")] = None,
    words: Annotated[
        str | None, typer.Option(help="Words that are all in the sentence; assess* is a beginning.")
    ] = None,
    report: Annotated[str | None, typer.Option(help="Report id, or its beginning.")] = None,
    distinct: Annotated[
        bool, typer.Option("--distinct", help="Each fact once, though the report restates it.")
    ] = False,
    sql: Annotated[
        str | None, typer.Option("--sql", help="One SELECT over the tables, instead of filters.")
    ] = None,
    form: FormatOption = "table",
    debug: DebugOption = False,
) -> None:
    """Find findings, or ask the tables of a corpus in SQL."""
    with errors_in_one_line(debug):
        from corpora.corpus import Corpus
        from corpora.query import Filters, find

        opened = Corpus.open(corpus)
        if sql is not None:
            result = opened.sql(sql)
            print_rows(result.columns, result.rows, form)
            return
        filters = Filters(
            framework,
            body,
            criterion,
            part,
            kind,
            minimum,
            maximum,
            polarity,
            words,
            report,
            distinct,
        )
        result = find(opened, filters)
        if form == "table":
            print_findings(result)
        else:
            print_rows(result.columns, result.rows, form)


def print_findings(result: Result, most: int | None = None) -> None:
    """Findings as a person reads them: where, the figure, its sentence; the first ``most``."""
    found, rows = len(result.rows), result.dicts()[:most]
    if rows:
        print_table(
            ["body", "page", "figure", "sentence"],
            [
                (row["body"] or row["report_id"], row["page"], row["text"], row["sentence"])
                for row in rows
            ],
            right=["page"],
            prose="sentence",
        )
    if len(rows) < found:
        remark(f"{len(rows)} of {found} findings")
    else:
        remark(f"{found} finding{'' if found == 1 else 's'}")
