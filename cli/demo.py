"""``findings demo``: the whole way, on the project's own fictional reports."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.aggregate import print_scores, write_page
from cli.convert import print_summary, run_conversion
from cli.options import DebugOption, OutOption
from cli.query import print_findings
from cli.terminal import FAILED, errors_in_one_line, stdout

if TYPE_CHECKING:
    from corpora.corpus import Corpus


_SHOWN = 6


def demo(
    out: OutOption = Path("demo-corpus"),
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Do not open the page in the browser.")
    ] = False,
    debug: DebugOption = False,
) -> None:
    """Convert the sample reports, ask two questions, compare the areas."""
    with errors_in_one_line(debug):
        from corpora.aggregate import aggregate
        from corpora.corpus import Corpus

        summary = run_conversion([str(_samples())], out, debug=debug)
        print_summary(summary)
        corpus, page = Corpus.open(out), out / "scores.html"
        _ask(corpus)
        scores = aggregate(corpus)
        print_scores(scores)
        write_page(corpus, scores, page)
        stdout().print()
        _say_where(out, page)
        if sys.stdout.isatty() and not no_open:
            webbrowser.open(page.resolve().as_uri())
    if summary.failures:
        raise typer.Exit(FAILED)


def _samples() -> Path:
    import corpora.samples

    return corpora.samples.PDFS


def _ask(corpus: Corpus) -> None:
    from corpora.query import Filters, find

    console = stdout()
    for question, filters in (
        ("What do the figures say of victim awareness work?", Filters(words="victim awareness")),
        ("Where is a share of 95% or more reported?", Filters(kind="percentage", min=95, max=100)),
    ):
        console.print(f"\n{question}")
        print_findings(find(corpus, filters), _SHOWN)
    console.print()


def _say_where(out: Path, page: Path) -> None:
    console = stdout()
    console.print(f"Tables: {out / 'tables'}", soft_wrap=True)
    console.print(f"Page:   {page}", soft_wrap=True)
