"""``findings aggregate``: headline scores and grades of a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CorpusArgument, DebugOption, FormatOption, FrameworksOption
from cli.terminal import (
    errors_in_one_line,
    print_rows,
    print_table,
    remark,
    stdout,
)

if TYPE_CHECKING:
    from corpora.aggregate import CriterionSummary, FrameworkScores
    from corpora.corpus import Corpus


def aggregate(
    corpus: CorpusArgument,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="CSV and JSON: body by outcome, not the summary.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a web page to this file.")
    ] = None,
    frameworks: FrameworksOption = None,
    form: FormatOption = "table",
    debug: DebugOption = False,
) -> None:
    """Headline scores and grades by outcome and by body."""
    with errors_in_one_line(debug):
        from corpora import aggregate as scoring
        from corpora.corpus import Corpus

        opened = Corpus.open(corpus)
        scores = scoring.aggregate(opened, frameworks)
        if form == "table":
            print_scores(scores)
        elif matrix:
            print_rows(scoring.MATRIX_COLUMNS, scoring.matrix_rows(scores), form)
        else:
            print_rows(scoring.SUMMARY_COLUMNS, scoring.summary_rows(scores), form)
        for table in scores:
            if table.note:
                remark(table.note)
        if html is not None:
            write_page(opened, scores, html)
            remark(f"web page written to {html}")


def write_page(corpus: Corpus, scores: list[FrameworkScores], file: Path) -> None:
    """Write the web page of a corpus's headlines."""
    from corpora.storage.atomic import write_text
    from corpora.thematic.headline_page import page_links, scores_page

    write_text(file, scores_page(scores, page_links(corpus.pdfs(), file.parent)))


def print_scores(scores: list[FrameworkScores]) -> None:
    """The matrix of each framework, then its outcomes with lowest, median and highest."""
    if not scores:
        remark("no headline scores or grades in this corpus")
    for number, table in enumerate(one for one in scores if one.criteria):
        if number:
            stdout().print()
        ids = [one.criterion for one in table.criteria]
        print_table(
            ["body", *ids],
            [
                (line.body, *(line.cells[one].text if one in line.cells else "" for one in ids))
                for line in table.lines
            ],
            title=table.title,
            right=[one.criterion for one in table.criteria if one.lowest is not None],
        )
        stdout().print()
        print_table(
            ["outcome", "title", "bodies", "result"],
            [(one.criterion, one.title, one.bodies, _spread(one)) for one in table.criteria],
            right=["bodies"],
        )


def _spread(one: CriterionSummary) -> str:
    """Lowest, median and highest; or how often each grade was given."""
    from corpora.exports.csv_text import cell_text

    if one.lowest is None:
        return one.grades_text or ""
    low, middle, high = map(cell_text, (one.lowest, one.median, one.highest))
    return f"{low}% to {high}%, median {middle}%"
