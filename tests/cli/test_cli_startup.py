from __future__ import annotations

import subprocess
import sys

HEAVY = ("spacy", "pypdfium2", "pdfplumber", "duckdb", "pyarrow", "rapidfuzz", "pydantic", "rich")


def test_the_command_starts_without_heavy_libraries() -> None:
    code = f"import cli.main, sys; print([one for one in {HEAVY} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_no_heavy_library() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "cli.main", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & set(HEAVY)
    assert "convert" in done.stdout


def test_the_packages_are_light() -> None:
    code = f"import corpora, extractor, sys; print([one for one in {HEAVY} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
