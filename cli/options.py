"""Arguments and options that several commands share, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["table", "csv", "json"]

CorpusArgument = Annotated[Path, typer.Argument(help="Folder of the corpus.")]
PdfArgument = Annotated[Path, typer.Argument(help="PDF file.", exists=True, dir_okay=False)]
InputsArgument = Annotated[list[str], typer.Argument(help="PDF files, folders or patterns.")]

OutOption = Annotated[Path, typer.Option("--out", help="Folder of the corpus.")]
PasswordOption = Annotated[
    str | None, typer.Option("--password", help="Password of the files that need one.")
]
FrameworksOption = Annotated[
    Path | None,
    typer.Option("--frameworks", help="Folder with more frameworks.", exists=True, file_okay=False),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the answer.")]
DebugOption = Annotated[
    bool, typer.Option("--debug", help="Show the full trace of an unexpected error.")
]
