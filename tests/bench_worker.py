"""One tool of ``tests/bench.py`` in a process of its own, over the files that it is given.

    python tests/bench_worker.py TOOL CHECKOUT

Each line of the input is a JSON list of files; each line of the output says how many CPU seconds
they took, those of processes begun for them included, and how many pages they have. ``CHECKOUT`` is
the version of this project that does the work. Only what every version has is used: the command,
the columns of its tables, and ``extractor.read_report``.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from inspect import signature
from pathlib import Path


def pdfium_text(paths: list[str]) -> int:
    """The plain text of every page, from PDFium: no tool that reads the pages is faster."""
    import pypdfium2

    pages = 0
    for path in paths:
        with pypdfium2.PdfDocument(path) as pdf:
            for page in pdf:
                page.get_textpage().get_text_range()
                page.close()
                pages += 1
    return pages


def pdfplumber_words(paths: list[str]) -> int:
    """The words of every page with their boxes, from pdfplumber's own parser."""
    import pdfplumber

    pages = 0
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_words()
                page.close()
                pages += 1
    return pages


def reading(paths: list[str]) -> int:
    """The files to reports, and nothing written."""
    from extractor import read_report

    return sum(len(read_report(path).pages) for path in paths)


def conversion(paths: list[str]) -> int:
    """The files to a new corpus: findings, tables and files written."""
    from typer.testing import CliRunner

    from cli.convert import convert
    from cli.main import app

    out = Path(tempfile.mkdtemp(), "corpus")
    # A process to read files is begun once for hundreds of them; here it would be for each few.
    here = ["--inline"] if "inline" in signature(convert).parameters else []
    result = CliRunner().invoke(app, ["convert", *paths, "--out", str(out), *here])
    assert result.exit_code in (0, 1), result.output
    with (out / "tables" / "reports.csv").open(encoding="utf-8", newline="") as stream:
        return sum(int(row["pages"]) for row in csv.DictReader(stream))


TOOLS: dict[str, Callable[[list[str]], int]] = {
    one.__name__: one for one in (pdfium_text, pdfplumber_words, reading, conversion)
}


def cpu_seconds() -> float:
    """CPU time of this process and of those that it has waited for."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def main() -> None:
    """Do what is asked for until nothing more is."""
    name, checkout = sys.argv[1:]
    sys.path[0] = checkout
    # Removed at the end only: files are made more slowly where others have just been removed.
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        for line in sys.stdin:
            before = cpu_seconds()
            pages = TOOLS[name](json.loads(line))
            print(json.dumps([cpu_seconds() - before, pages]), flush=True)


if __name__ == "__main__":
    main()
