"""Small files that do harm are read, or fail with one code, in a process with limits."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ADDRESSES = 3_000_000_000  # bytes; a healthy child uses a third of it
SECONDS = 40  # of processor time, of which starting takes two

CHILD = """
import json, sys
from extractor import read_report
from schemas.errors import FindingsError
outcomes = []
for path in sys.argv[1:]:
    try:
        report = read_report(path)
        text = " ".join(block.text for block in report.blocks)
        outcomes.append({"code": "", "warnings": report.warnings, "text": text})
        report.model_dump_json().encode()
    except FindingsError as error:
        outcomes.append({"code": error.code, "message": str(error)})
print(json.dumps(outcomes))
"""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def outcomes(*paths: Path) -> list[dict[str, str]]:
    """What became of files that one process reads in turn."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, paths)],
        check=True,
        capture_output=True,
        preexec_fn=limited,
        timeout=10 * SECONDS,
    )
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("name", "text", "warning"),
    [
        ("emoji", "Children told us 😀 that 81% of workers", ""),
        ("mathletter", "The share 𝑥 was 81% of cases", ""),
        ("title-lone", "Plans were good in 82% of cases", "lone halves of letters"),
        ("long-words", "a" * 400, "letters without a space"),
        ("one-long-word", "Then in 82% of cases.", "letters without a space"),
        ("many-white-paths", "Survey Manager", "drawn paths"),
        ("control2", "was found in 61% of cases.", "control and direction characters"),
        ("formula2", "=95% of cases were good.", ""),
    ],
)
def test_a_file_is_read_and_says_what_was_not(
    name: str, text: str, warning: str, hostile_folder: Path
) -> None:
    (outcome,) = outcomes(hostile_folder / f"{name}.pdf")
    assert text in outcome["text"]
    assert warning in " ".join(outcome["warnings"])
    assert bool(warning) == bool(outcome["warnings"])


@pytest.mark.parametrize("name", ["no-error-set-1", "no-error-set-2", "fuzzed"])
def test_a_damaged_file_is_damaged_after_any_other(
    name: str, hostile_folder: Path, tmp_path: Path
) -> None:
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption("owner", "user"))
    file = hostile_folder / f"{name}.pdf"
    alone, locked, after = outcomes(file, tmp_path / "locked.pdf", file)
    assert locked["code"] == "password"
    assert alone == after
    assert alone == {
        "code": "damaged",
        "message": "the file is damaged: no document can be made out in it",
    }
