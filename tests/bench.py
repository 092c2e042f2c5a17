"""Speed of the whole conversion against pdfplumber extracting words alone: ``make bench``.

Both run in one process over the same pages, in turn, and CPU seconds are compared, start-up apart:
so the ratio holds where single times do not. What is measured is converted for the first time, and
start-up is over before: other files have been converted. Uses the reports of FINDINGS_REPORTS, or
the samples.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from corpora.conversion.convert import convert
from corpora.samples import PDFS
from extractor import read_report

BATCH = 4  # files converted to one corpus, so that its tables are written once for them
FIRST = 2  # files for start-up: imports, patterns and caches


Work = Callable[[list[Path]], int]  # gives the pages that it did


def sources(most: int) -> list[Path]:
    """An even selection of the reports at hand, those for start-up first."""
    folder = os.environ.get("FINDINGS_REPORTS")
    listed = Path(folder).rglob("*.pdf") if folder else PDFS.glob("*.pdf")
    found = [*filter(_opens, sorted(listed))]
    wanted = min(most + FIRST, len(found))
    return [found[at * len(found) // wanted] for at in range(wanted)]


def _opens(path: Path) -> bool:
    """Whether pdfplumber can open a file, or there is nothing to compare."""
    try:
        with pdfplumber.open(path) as pdf:
            return len(pdf.pages) > 0
    except Exception:  # whatever its parser comes upon
        return False


def cpu_seconds(work: Work, paths: list[Path]) -> tuple[float, int]:
    """CPU seconds that some work took, and the pages it says it did."""
    start = time.process_time()
    pages = work(paths)
    return time.process_time() - start, pages


def pdfplumber_words(paths: list[Path]) -> int:
    """Extract the words of the files' pages with pdfplumber's own parser."""
    count = 0
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_words()
                page.close()
                count += 1
    return count


def whole_conversion(root: Path) -> Work:
    """Convert the files to a new corpus within a folder: findings, tables and files written."""

    def work(paths: list[Path]) -> int:
        out = Path(tempfile.mkdtemp(dir=root)) / "corpus"
        return sum(one.pages for one in convert(map(str, paths), out).converted)

    return work


def reading_only(paths: list[Path]) -> int:
    """Read the files to reports, and write nothing."""
    return sum(len(read_report(path).pages) for path in paths)


def measured(paths: list[Path], kinds: dict[str, Work]) -> dict[str, tuple[float, int]]:
    """CPU seconds and pages of each kind of work, done in turn on a few files at a time."""
    totals = dict.fromkeys(kinds, (0.0, 0))
    for start in range(0, len(paths), BATCH):
        for name, work in kinds.items():
            seconds, pages = cpu_seconds(work, paths[start : start + BATCH])
            totals[name] = (totals[name][0] + seconds, totals[name][1] + pages)
    return totals


def main() -> None:
    """Print pages a CPU second and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=12, help="files to measure (default 12)")
    paths = sources(parser.parse_args().most)
    # Removed at the end only: files are made more slowly where others have just been removed.
    with tempfile.TemporaryDirectory() as root:
        kinds: dict[str, Work] = {
            "pdfplumber, words alone": pdfplumber_words,
            "this project, whole conversion": whole_conversion(Path(root)),
            "this project, reading to findings": reading_only,  # the last: it has seen the files
        }
        measured(paths[:FIRST], kinds)
        totals = measured(paths[FIRST:], kinds)
    base = totals["pdfplumber, words alone"]
    print(f"{len(paths) - FIRST} files, {base[1]} pages")
    for name, (seconds, pages) in totals.items():
        ratio = (pages / seconds) / (base[1] / base[0])
        print(f"{name:35} {pages / seconds:7.1f} pages a CPU second   {ratio:5.2f} times")


if __name__ == "__main__":
    main()
