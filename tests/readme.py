"""The examples of the README, with what they print: ``python -m tests.readme`` writes it anew.

A block ``console`` is a command and its output. They are run in order, in a folder that has the
sample reports in ``reports`` and the statements coded by hand in ``coded.csv``.
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
README = ROOT / "README.md"
_DIALOGUE = re.compile(r"^```console\n\$ findings (.+)\n[^`]*^```$", re.M)


def stand_among_samples(folder: Path) -> None:
    """Put the samples where the README has them."""
    (folder / "reports").mkdir()
    for path in PDFS.glob("*.pdf"):
        shutil.copy(path, folder / "reports")
    shutil.copy(CODED / "westmarch.csv", folder / "coded.csv")


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


def main() -> None:
    """Write the README anew."""
    with tempfile.TemporaryDirectory() as folder:
        stand_among_samples(Path(folder))
        os.environ["COLUMNS"] = "80"
        os.chdir(folder)
        README.write_text(renewed(README.read_text("utf-8")), "utf-8")
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
