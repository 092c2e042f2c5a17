"""Speed of the whole conversion, in CPU time: ``make bench``.

    python -m tests.bench [--most 12] [--against CHECKOUT]

The conversion is measured against pdfplumber extracting words alone, with PDFium's plain text as
the floor; or, with ``--against``, against another version of this project. Each tool has a process
of its own, warmed on other files, and sees each file once. They take turns over a few files at a
time, so that the ratio holds where single times do not: on a machine that does other work as well.
The files are an even selection of those below ``FINDINGS_REPORTS``, or the samples. Figures over
reports are written into ``docs/measurements.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pdfplumber

from corpora.samples import PDFS
from tests.documents import ROOT, write_measurement

WORKER = ROOT / "tests" / "bench_worker.py"
BATCH = 4  # files at a turn: converted to one corpus, so that tables are written once for them
WARM_UP = 2  # files that every tool has seen before it is measured: imports, patterns, caches

THE_FLOOR, THE_BASE = "PDFium, plain text alone", "pdfplumber, words alone"
READING, CONVERSION = "this project, reading to findings", "this project, whole conversion"
THERE = "the other version, whole conversion"


@dataclass(frozen=True)
class Turn:
    """What one tool took for some files."""

    seconds: float
    pages: int


Tool = Callable[[Sequence[Path]], Turn]


class Worker:
    """A tool in a process of its own."""

    def __init__(self, tool: str, checkout: Path) -> None:
        command = [sys.executable, str(WORKER), tool, str(checkout)]
        pipe = subprocess.PIPE
        self._tool = tool
        self._process = subprocess.Popen(
            command, cwd=checkout, stdin=pipe, stdout=pipe, text=True, bufsize=1
        )

    def __enter__(self) -> Self:
        return self

    def __call__(self, paths: Sequence[Path]) -> Turn:
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps([str(path.resolve()) for path in paths]), file=self._process.stdin)
        answer = self._process.stdout.readline()
        if not answer:
            raise ChildProcessError(f"{self._tool} died over {', '.join(map(str, paths))}")
        return Turn(*json.loads(answer))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def spread(found: Sequence[Path], most: int) -> list[Path]:
    """At most so many, evenly over all."""
    wanted = min(most, len(found))
    return [found[at * len(found) // wanted] for at in range(wanted)]


def opens(path: Path) -> bool:
    """Whether pdfplumber can open a file, or there is nothing to compare."""
    try:
        with pdfplumber.open(path) as pdf:
            return len(pdf.pages) > 0
    except Exception:  # whatever its parser comes upon
        return False


def in_turn(tools: dict[str, Tool], paths: Sequence[Path]) -> dict[str, list[Turn]]:
    """Every tool over the same few files at a time, each the first as often as the last."""
    turns: dict[str, list[Turn]] = {name: [] for name in tools}
    for at in range(0, len(paths), BATCH):
        names = list(tools) if at // BATCH % 2 == 0 else [*tools][::-1]
        for name in names:
            turns[name].append(tools[name](paths[at : at + BATCH]))
    return turns


def ratio(slow: Sequence[Turn], fast: Sequence[Turn]) -> float:
    """How many times as much CPU time the one took as the other, for each page."""
    return _for_a_page(slow) / _for_a_page(fast)


def _for_a_page(turns: Sequence[Turn]) -> float:
    return sum(one.seconds for one in turns) / sum(one.pages for one in turns)


def table(turns: dict[str, list[Turn]], base: str) -> str:
    """Pages a CPU second of each tool, and how many times as fast as the base it is."""
    files = f"{sum(one.pages for one in turns[base])} pages"
    lines = [f"| {files} | pages a CPU second | times as fast | in turns |", "|---|---|---|---|"]
    for name, own in turns.items():
        single = [ratio([one], [other]) for one, other in zip(turns[base], own, strict=True)]
        lines.append(
            f"| {name} | {1 / _for_a_page(own):.1f} | {ratio(turns[base], own):.2f} | "
            f"{min(single):.2f} to {max(single):.2f} |"
        )
    return "\n".join(lines)


def in_short(turns: dict[str, list[Turn]], reports: str) -> str:
    """The one sentence for who reads no table."""
    pages = sum(one.pages for one in turns[THE_BASE])
    times = ratio(turns[THE_BASE], turns[CONVERSION])
    return (
        f"Over {reports} of {pages:,} pages the whole conversion, tables included, was {times:.1f} "
        "times as fast as pdfplumber extracting the words alone, in CPU time, each in a process of "
        "its own."
    )


def measured(kinds: dict[str, tuple[str, Path]], paths: Sequence[Path]) -> dict[str, list[Turn]]:
    """The turns of tools of this project's versions over files, the first few not counted."""
    with ExitStack() as stack:
        tools: dict[str, Tool] = {
            name: stack.enter_context(Worker(*kind)) for name, kind in kinds.items()
        }
        in_turn(tools, paths[:WARM_UP])
        return in_turn(tools, paths[WARM_UP:])


def main() -> None:
    """Print the table, and write it into the documents if it is of reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=12, help="files to measure (default 12)")
    parser.add_argument("--against", type=Path, help="checkout of another version of this project")
    options = parser.parse_args()
    folder = os.environ.get("FINDINGS_REPORTS")
    found = sorted(Path(folder).rglob("*.pdf") if folder else PDFS.glob("*.pdf"))
    paths = spread([path for path in found if opens(path)], options.most + WARM_UP)
    kinds = {CONVERSION: ("conversion", ROOT)}
    if options.against:
        kinds |= {THERE: ("conversion", options.against.resolve())}
    else:
        kinds |= {
            READING: ("reading", ROOT),
            THE_BASE: ("pdfplumber_words", ROOT),
            THE_FLOOR: ("pdfium_text", ROOT),
        }
    turns = measured(kinds, paths)
    made = table(turns, THERE if options.against else THE_BASE)
    print(made)
    if folder and not options.against:
        reports = f"{len(paths) - WARM_UP} reports"
        write_measurement("speed", f"{reports}.\n\n{made}")
        write_measurement("speed in short", in_short(turns, reports), ROOT / "README.md")


if __name__ == "__main__":
    main()
