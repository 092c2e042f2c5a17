"""The command ``findings``."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer

from cli.aggregate import aggregate
from cli.check import check
from cli.convert import convert
from cli.demo import demo
from cli.diff import diff
from cli.evaluate import evaluate
from cli.explain import explain
from cli.frameworks import app as frameworks
from cli.outline import outline
from cli.query import query
from cli.schema import schema
from cli.show import show

app = typer.Typer(
    name="findings",
    help="Read published inspection reports: their figures, scores and structure as tables.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

for command in (
    *(convert, show, outline, check, query, explain, aggregate, diff, evaluate, schema, demo),
):
    app.command()(command)


app.add_typer(frameworks, name="frameworks")


def main() -> None:
    """Run the command. What is piped is UTF-8 with plain line ends, on every system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    app()


if __name__ == "__main__":
    main()
