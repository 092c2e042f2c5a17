"""``findings frameworks``: the report families that are known, and a file for one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import DebugOption, FormatOption, FrameworksOption
from cli.terminal import (
    FAILED,
    errors_in_one_line,
    print_rows,
    print_table,
    remark,
    stdout,
)

if TYPE_CHECKING:
    from extractor.trial import Trial
    from schemas.framework import Framework

app = typer.Typer(
    help="Report families as data: list them, show one, check and try a file of your own.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

FileArgument = Annotated[
    Path, typer.Argument(help="The framework's YAML file.", exists=True, dir_okay=False)
]


@app.command("list")
def list_frameworks(
    frameworks: FrameworksOption = None, form: FormatOption = "table", debug: DebugOption = False
) -> None:
    """List the frameworks."""
    with errors_in_one_line(debug):
        from schemas.framework import load_frameworks

        print_rows(
            ["id", "inspectorate", "from", "to", "outcomes"],
            [
                (
                    one.id,
                    one.inspectorate,
                    one.valid_from,
                    one.valid_to,
                    len(one.outcomes),
                )
                for one in load_frameworks(frameworks)
            ],
            form,
        )


@app.command()
def show(
    framework: Annotated[str, typer.Argument(help="Id of the framework.")],
    frameworks: FrameworksOption = None,
    debug: DebugOption = False,
) -> None:
    """Print the file of a framework: a start for one of your own."""
    with errors_in_one_line(debug):
        from schemas.framework import framework_text

        sys.stdout.write(framework_text(framework, frameworks))


@app.command()
def validate(file: FileArgument, debug: DebugOption = False) -> None:
    """Check a framework's file: its format, its examples and its traps."""
    with errors_in_one_line(debug):
        from extractor.trial import example_faults
        from schemas.errors import FrameworkInvalid
        from schemas.framework import load_framework

        try:
            framework = load_framework(file)
        except FrameworkInvalid as error:
            for mistake in error.mistakes:
                stdout().print(f"- {mistake}", soft_wrap=True)
            raise
        faults = example_faults(framework)
        for fault in faults:
            stdout().print(f"- {fault}", soft_wrap=True)
        if faults:
            raise typer.Exit(FAILED)
        stdout().print(
            f"{framework.id}: {len(framework.outcomes)} outcomes, {len(framework.criteria)} "
            f"criteria, {len(framework.parts)} parts, {len(framework.examples)} examples: sound"
        )


@app.command("try")
def try_file(
    file: FileArgument,
    pdfs: Annotated[list[str], typer.Argument(metavar="PDF...", help="Reports to read with it.")],
    debug: DebugOption = False,
) -> None:
    """Read reports with a framework's file, and say what it makes of them."""
    with errors_in_one_line(debug, FAILED):
        from extractor.trial import example_faults
        from schemas.framework import load_framework

        framework = load_framework(file)
        for fault in example_faults(framework):
            remark(fault)
        paths = _inputs(pdfs)
        taken = sum(_tried(path, framework) for path in paths)
        stdout().print(f"{taken} of {len(paths)} are of {framework.id}")
    if taken < len(paths):
        raise typer.Exit(FAILED)


def _inputs(pdfs: list[str]) -> list[Path]:
    from corpora.conversion.inputs import expand

    found = expand(pdfs)
    for missing in found.missing:
        remark(f"no PDF found in {missing}")
    return found.paths


def _tried(pdf: Path, framework: Framework) -> bool:
    """Print what the framework makes of a file; whether the report is of the family."""
    from extractor import read_report
    from extractor.trial import try_framework
    from schemas.errors import UnreadableFile
    from schemas.framework import load_frameworks

    others = [one for one in load_frameworks() if one.id != framework.id]
    try:
        report = read_report(pdf, file=pdf.as_posix(), frameworks=[*others, framework])
    except UnreadableFile as error:
        remark(f"{pdf}: {error}")
        return False
    trial = try_framework(report, framework)
    print_trial(trial)
    return trial.taken


def print_trial(trial: Trial) -> None:
    """One report: whether it is of the family, its results, and what to look at."""
    console = stdout()
    verdict = "is of the family" if trial.taken else "is not of the family"
    share = f"{trial.candidate.score:.0%} of the weight"
    console.print(f"{Path(trial.file).name}: {verdict} ({share})", soft_wrap=True)
    if trial.ratings:
        print_table(
            ["outcome", "title", "result", "printed", "page", "restated"],
            [
                (
                    one.criterion,
                    one.title,
                    one.grade if one.score is None else one.score,
                    one.text,
                    one.page,
                    len(one.restated),
                )
                for one in trial.ratings
            ],
            right=["page", "restated"],
        )
    for sentence in trial.remarks:
        console.print(f"- {sentence}", soft_wrap=True)
    console.print()
