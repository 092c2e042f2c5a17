"""Typeset the sample reports and write down what is true of them.

    python -m corpora.samples.typeset [ID ...] [--check] [--fonts DIR]

Every source in reports/ becomes pdf/<id>.pdf and truth/<id>.json; with --check nothing is written,
and the command fails where a committed file is not what would be written.

Two development dependencies: `typst` (Apache-2.0), the compiler with its serif fonts, and
`font-roboto` (Apache-2.0), the sans font of the layout `word`. The same versions of
both give the same bytes. With --fonts DIR another folder is searched for Roboto.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst
from pydantic import ValidationError

from corpora.samples import PDFS, SOURCES, TEMPLATES, TRUTH
from corpora.samples.ground_truth import Pages, ground_truth
from corpora.samples.plan import Planner
from corpora.samples.source import Report, read_source

SANS = "Roboto"
FALLBACK = "Libertinus Serif"


@dataclass(frozen=True)
class Typeset:
    """The two files of one sample."""

    pdf: bytes
    truth: bytes


def find_fonts(folder: Path | None) -> list[Path]:
    """Say where the sans font is: in the folder given, or in the package that carries it."""
    if folder:
        return [folder]
    package = find_spec("font_roboto")
    return [Path(package.origin).parent / "files"] if package and package.origin else []


def typeset(report: Report, fonts: typst.Fonts) -> Typeset:
    """Typeset one report and tell the truth about it."""
    plan = Planner(report).run()
    compiler = typst.Compiler(
        TEMPLATES / f"{report.layout}.typ",
        root=TEMPLATES,
        font_paths=fonts,
        sys_inputs={
            "report": json.dumps(plan.drawn),
            "sans": SANS if SANS in fonts.families() else FALLBACK,
        },
    )
    pdf = compiler.compile(format="pdf", timestamp=_date(report), pdf_tags=report.layout == "word")
    truth = ground_truth(report, plan, read_pages(compiler))
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    assert isinstance(pdf, bytes)
    return Typeset(pdf, text.encode())


def _date(report: Report) -> datetime:
    """A PDF says when it was made; that must not be today."""
    return datetime.strptime(report.published, "%Y-%m").replace(tzinfo=UTC)


def read_pages(compiler: typst.Compiler) -> Pages:
    """Ask the typesetting where the marks, the headings and the printed page numbers stand.

    A table that goes on over a page repeats its header and so its marks: the first one counts.
    """
    of_mark: dict[str, int] = {}
    for mark in _ask(compiler, "<mark>"):
        of_mark.setdefault(mark["id"], mark["page"])
    positions = _ask(compiler, "<positions>")[0]
    for heading in positions["headings"]:
        of_mark[heading["id"]] = heading["page"]
    printed = {folio["page"]: folio["printed"] for folio in _ask(compiler, "<folio>")}
    return Pages(positions["pages"], of_mark, printed)


def _ask(compiler: typst.Compiler, selector: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(compiler.query(selector, field="value"))
    return found


def stale(sample_id: str, made: Typeset) -> list[Path]:
    """Name the committed files that differ from what was made."""
    files = {PDFS / f"{sample_id}.pdf": made.pdf, TRUTH / f"{sample_id}.json": made.truth}
    return [path for path, data in files.items() if not path.is_file() or path.read_bytes() != data]


def write(sample_id: str, made: Typeset) -> None:
    """Write both files of a sample."""
    for folder, name, data in (
        (PDFS, f"{sample_id}.pdf", made.pdf),
        (TRUTH, f"{sample_id}.json", made.truth),
    ):
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def main() -> int:
    """Typeset what was asked for; 1 where a file is stale or a source is not valid.

    2 where nothing can be checked, because the fonts that the committed files have are missing.
    """
    parser = argparse.ArgumentParser(prog="python -m corpora.samples.typeset")
    parser.add_argument("ids", nargs="*", metavar="ID")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--fonts", type=Path)
    options = parser.parse_args()
    fonts = typst.Fonts(include_system_fonts=False, font_paths=find_fonts(options.fonts))
    if SANS not in fonts.families():
        print(f"font {SANS} not found (pip install font-roboto)", file=sys.stderr)
        if options.check:
            return 2
        print(f"{FALLBACK} takes its place", file=sys.stderr)
    failed = False
    for path in sorted(SOURCES.glob("*.yaml")):
        if not options.ids or path.stem in options.ids:
            failed |= not _do(path, fonts, check=options.check)
    return int(failed)


def _do(path: Path, fonts: typst.Fonts, *, check: bool) -> bool:
    """Typeset one source, and write it or check it; say whether that went well."""
    try:
        made = typeset(read_source(path), fonts)
    except (ValidationError, ValueError, typst.TypstError) as problem:
        print(f"{path.name}: {problem}", file=sys.stderr)
        return False
    if not check:
        write(path.stem, made)
        print(f"{path.stem}: {len(made.pdf) // 1024} KB")
        return True
    old = stale(path.stem, made)
    for file in old:
        print(f"stale: {file}", file=sys.stderr)
    return not old


if __name__ == "__main__":
    sys.exit(main())
