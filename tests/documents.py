"""The project's documents, and what stands in them that programs write.

``python -m tests.documents`` runs the examples anew and writes their output into the documents. A
block ``console`` is a command and what it prints. They are run in a folder that has the sample
reports in ``reports``, the statements coded by hand in ``coded.csv``, and the corpus of both in
``corpus``. Figures of benches and scorers stand between two marks: see :func:`put`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from cli.main import app
from corpora.samples import CODED, PDFS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MEASUREMENTS = DOCS / "measurements.md"
PATHS = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md"))]
_DIALOGUE = re.compile(r"^```console\n\$ findings (.+)\n[^`]*^```$", re.M)
_MARKED = re.compile(r"(<!-- (?P<name>[\w ]+): written by [^>]+ -->\n).*?(<!-- end -->)", re.S)


def stand_among_samples(folder: Path) -> None:
    """Put the samples where the documents have them, and convert them."""
    (folder / "reports").mkdir()
    for path in PDFS.glob("*.pdf"):
        shutil.copy(path, folder / "reports")
    shutil.copy(CODED / "westmarch.csv", folder / "coded.csv")
    before = Path.cwd()
    os.chdir(folder)  # the tables have the names of the files as they are given
    printed(["convert", "reports", "--out", "corpus"])
    os.chdir(before)


def printed(arguments: list[str]) -> str:
    """What a command prints, without spaces at the ends of its lines."""
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.splitlines())


def renewed(text: str) -> str:
    """A document with what its examples print now; run in a folder with the samples."""

    def again(match: re.Match[str]) -> str:
        command = match[1]
        return f"```console\n$ findings {command}\n{printed(shlex.split(command))}\n```"

    return _DIALOGUE.sub(again, text)


def marked(text: str) -> list[str]:
    """Names of the blocks of a document that programs write."""
    return [match["name"] for match in _MARKED.finditer(text)]


def put(text: str, name: str, block: str) -> str:
    """A document with a new block between its marks ``<!-- name: written by … -->``.

    Raises:
        ValueError: there is no such mark, or more than one.
    """
    if marked(text).count(name) != 1:
        raise ValueError(f"no one mark of {name!r}")

    def again(match: re.Match[str]) -> str:
        return f"{match[1]}{block.strip()}\n{match[3]}" if match["name"] == name else match[0]

    return _MARKED.sub(again, text)


def write_measurement(name: str, block: str, path: Path = MEASUREMENTS) -> None:
    """Put figures between their marks in a document."""
    path.write_text(put(path.read_text("utf-8"), name, block), "utf-8")


def main() -> None:
    """Write the outputs of all examples anew."""
    os.environ["COLUMNS"] = "80"
    with tempfile.TemporaryDirectory() as folder:
        stand_among_samples(Path(folder))
        os.chdir(folder)
        for path in PATHS:
            path.write_text(renewed(path.read_text("utf-8")), "utf-8")
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
