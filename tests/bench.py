"""Speed of the whole conversion against pdfplumber extracting words alone: ``make bench``.

Both run in one process over the same files, in turn, and CPU seconds are compared, start-up apart:
so the ratio holds where single times do not. Uses the reports of FINDINGS_REPORTS, or the samples.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from corpora.convert import convert
from corpora.samples import PDFS
from extractor import read_report

PAGES_EACH = 40  # of a file that pdfplumber reads: its time a page does not depend on how many
BATCH = 4  # files converted to one corpus, so that its tables are written once for them


def sources(most: int) -> list[Path]:
    """An even selection of the reports at hand."""
    folder = os.environ.get("FINDINGS_REPORTS")
    found = sorted(Path(folder, "ofsted").glob("*.pdf")) if folder else sorted(PDFS.glob("*.pdf"))
    return found[:: max(1, len(found) // most)][:most]


def cpu_seconds(work: Callable[[list[Path]], int], paths: list[Path]) -> tuple[float, int]:
    """CPU seconds that some work took, and the pages it says it did."""
    start = time.process_time()
    pages = work(paths)
    return time.process_time() - start, pages


def pdfplumber_words(paths: list[Path]) -> int:
    """Extract the words of the files' first pages with pdfplumber's own parser."""
    count = 0
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages[:PAGES_EACH]:
                page.extract_words()
                page.close()
                count += 1
    return count


def reading_only(paths: list[Path]) -> int:
    """Read the files to reports, and write nothing."""
    return sum(len(read_report(path).pages) for path in paths)


def whole_conversion(paths: list[Path]) -> int:
    """Convert the files to a new corpus: findings, tables and files written."""
    with tempfile.TemporaryDirectory() as folder:
        summary = convert([str(path) for path in paths], Path(folder) / "corpus")
    return sum(one.pages for one in summary.converted)


def main() -> None:
    """Print pages a CPU second and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=12, help="files to measure (default 12)")
    paths = sources(parser.parse_args().most)
    kinds = {
        "pdfplumber, words alone": pdfplumber_words,
        "this project, reading to findings": reading_only,
        "this project, whole conversion": whole_conversion,
    }
    for work in kinds.values():
        work(paths[:BATCH])  # start-up: imports, patterns and caches
    totals = dict.fromkeys(kinds, (0.0, 0))
    batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    for batch in batches:
        for name, work in kinds.items():
            seconds, pages = cpu_seconds(work, batch)
            totals[name] = (totals[name][0] + seconds, totals[name][1] + pages)
    base = totals["pdfplumber, words alone"]
    print(f"{len(paths)} files, {totals['this project, whole conversion'][1]} pages")
    for name, (seconds, pages) in totals.items():
        ratio = (pages / seconds) / (base[1] / base[0])
        print(f"{name:35} {pages / seconds:7.1f} pages a CPU second   {ratio:5.2f} times")


if __name__ == "__main__":
    main()
