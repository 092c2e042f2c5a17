"""``findings convert``: PDFs into a corpus."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import DebugOption, FrameworksOption, InputsArgument, OutOption, PasswordOption
from cli.terminal import (
    FAILED,
    endings_in_order,
    errors_in_one_line,
    one_line,
    print_table,
    remark,
    stdout,
)

if TYPE_CHECKING:
    from corpora.conversion.convert import Options
    from corpora.conversion.outcome import ConversionSummary, Converted

_LISTED = 40


def convert(  # noqa: PLR0913, one parameter an option
    inputs: InputsArgument,
    out: OutOption,
    password: PasswordOption = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Files to read at once.")] = 1,
    timeout: Annotated[
        float, typer.Option("--timeout", min=1, help="Seconds that one file may take.")
    ] = 120,
    memory: Annotated[
        float, typer.Option("--memory", min=0.3, help="GB of memory that one file may take.")
    ] = 2,
    inline: Annotated[
        bool, typer.Option("--inline", help="Read in this process, without limits.")
    ] = False,
    frameworks: FrameworksOption = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Skip files whose report is in the corpus.")
    ] = False,
    strip_paths: Annotated[
        bool, typer.Option("--strip-paths", help="Tables hold file names without folders.")
    ] = False,
    debug_pages: Annotated[
        Path | None,
        typer.Option("--debug-pages", help="Folder for page images with the blocks drawn."),
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Read PDFs and write their figures, scores and structure as tables."""
    with errors_in_one_line(debug):
        from corpora.conversion.convert import Options
        from corpora.conversion.executors.limits import GB, Limits

        limits = Limits(timeout, int(memory * GB))
        options = Options(
            password, frameworks, jobs, resume, strip_paths, debug_pages, limits, inline
        )
        summary = run_conversion(inputs, out, options, debug)
        print_summary(summary)
    if summary.failures:
        raise typer.Exit(FAILED)


def run_conversion(
    inputs: list[str], out: Path, options: Options | None = None, debug: bool = False
) -> ConversionSummary:
    """Convert with progress on stderr."""
    from cli.progress import ConversionProgress
    from corpora.conversion.convert import Options
    from corpora.conversion.convert import convert as convert_files

    with endings_in_order(), ConversionProgress(debug) as progress:
        return convert_files(inputs, out, options or Options(), progress.observe)


def print_summary(summary: ConversionSummary) -> None:
    """What was converted, file by file or, when there are many, by framework."""
    for file, first in summary.duplicates.items():
        remark(f"{file}: same bytes as {first}, converted once")
    if summary.skipped:
        count = len(summary.skipped)
        remark(f"{count} file{'' if count == 1 else 's'} skipped: read before")
    if len(summary.converted) > _LISTED:
        _print_by_framework(summary.converted)
    elif summary.converted:
        _print_by_report(summary.converted)
    read, failed = len(summary.converted), len(summary.failures)
    stdout().print(f"{read} converted, {failed} failed")


def _print_by_report(converted: list[Converted]) -> None:
    print_table(
        ["file", "framework", "pages", "findings", "scores", "% signs"],
        [
            (
                one_line(PurePath(one.path).name),
                one.framework,
                one.pages,
                one.findings,
                one.ratings,
                _accounted([one]),
            )
            for one in converted
        ],
        right=["pages", "findings", "scores", "% signs"],
    )


def _print_by_framework(converted: list[Converted]) -> None:
    groups: dict[str, list[Converted]] = {}
    for one in converted:
        groups.setdefault(one.framework or "none", []).append(one)
    print_table(
        ["framework", "reports", "pages", "findings", "scores", "% signs"],
        [
            (
                name,
                len(group),
                sum(one.pages for one in group),
                sum(one.findings for one in group),
                sum(one.ratings for one in group),
                _accounted(group),
            )
            for name, group in sorted(groups.items())
        ],
        right=["reports", "pages", "findings", "scores", "% signs"],
    )


def _accounted(converted: list[Converted]) -> str:
    """How many of the printed percent signs are a finding or have a reason."""
    accounted = sum(one.percent_signs_accounted for one in converted)
    return f"{accounted}/{sum(one.percent_signs for one in converted)}"
