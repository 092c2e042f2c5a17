"""How the code is written, where no linter says it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("schemas", "extractor", "corpora", "cli")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
DRAWERS = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py"}

WRITTEN = {".py", ".md", ".yaml", ".yml", ".toml", ".jsonl", ".typ", ".txt", ".json", ".cfg", ""}
NOT_OURS = {".git", ".venv", "build", "dist", "demo-corpus", "__pycache__", "htmlcov"}
# Folders of a person's or a machine's own; put together here, so that this file has none.
OWN_PLACES = re.compile(
    r"(?<![\w.*/])/(?:" + "|".join(["work", "home", "root", "Users"]) + r")/|\b[A-Z]:\\" + "Users"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") and part != ".ci" for part in parts)
    made = any(part in NOT_OURS or part.endswith(".egg-info") for part in parts)
    return path.is_file() and not hidden and not made


def written_files() -> list[Path]:
    """Documents and code, with what git ignores left out."""
    return sorted(one for one in ROOT.rglob("*") if one.suffix in WRITTEN and is_ours(one))


def test_there_are_no_drawers() -> None:
    assert [name_of(path) for path in MODULES if path.name in DRAWERS] == []


def test_texts_are_read_in_a_stated_encoding() -> None:
    bare = [name_of(path) for path in MODULES if ".read_text()" in path.read_text("utf-8")]
    assert bare == []


def test_import_contracts_are_kept() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def test_no_file_tells_where_somebody_works() -> None:
    found = []
    for path in written_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if OWN_PLACES.search(line):
                found.append(f"{name_of(path)}:{number}")
    assert found == []
