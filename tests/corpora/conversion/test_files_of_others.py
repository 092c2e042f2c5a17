"""Folders of files of others in one run: each file is a report or a failure with a reason."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from corpora.corpus import Corpus
from corpora.samples import PDFS

GOOD = PDFS / "dunmere.pdf"
# What becomes of a file when it reaches a limit.
LIMITED = {"timeout", "out_of_memory"}


def converted(inputs: list[Path], out: Path, *options: str) -> Corpus:
    """A corpus of the inputs, made in a process of its own with a limit of time."""
    command = [sys.executable, "-m", "cli.main", "convert", *inputs, "--out", out, *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return Corpus.open(out)


def outcomes(corpus: Corpus) -> dict[str, str | None]:
    """The name of each file and the code of its failure, None for a report."""
    files = {Path(row["file"]).name: None for row in corpus.rows("reports")}
    return files | {Path(row["file"]).name: row["code"] for row in corpus.rows("failures")}


def test_tables_of_any_kind_end_no_run(wild_folder: Path, tmp_path: Path) -> None:
    found = outcomes(converted([wild_folder, GOOD], tmp_path / "corpus"))
    assert set(found) == {path.name for path in [*wild_folder.rglob("*.pdf"), GOOD]}
    assert set(found.values()) <= {None, "unwritable"}


def test_a_harmful_file_costs_itself_alone(hostile_folder: Path, tmp_path: Path) -> None:
    inputs = [hostile_folder, GOOD]
    found = outcomes(converted(inputs, tmp_path / "corpus", "--timeout", "20", "--jobs", "2"))
    assert set(found) == {path.name for path in [*hostile_folder.glob("*.pdf"), GOOD]}
    assert found[GOOD.name] is None
    assert found["forms-in-forms.pdf"] in LIMITED
    assert "crashed" not in found.values()
