from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from corpora.samples import PDFS

ARITHMETIC = "21 of 34 is 61.76%, not 71%. [count_and_share]"


def test_a_corpus(findings, corpus: Path) -> None:
    result = findings("check", corpus)
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert lines[0].startswith("westmarch.pdf – Westmarch Probation Trust: ")
    assert f"error      {ARITHMETIC}" in lines
    assert "verdict]" in result.stdout
    assert lines[-1].endswith("in 1 report")
    assert max(map(len, lines)) <= 80


def test_files(findings, sample: Path) -> None:
    result = findings("check", sample, PDFS / "harrowick.pdf")
    assert ARITHMETIC in result.stdout
    assert "harrowick.pdf" not in result.stdout.replace("2 reports", "")
    assert "in 2 reports" in result.stdout


def test_the_most_serious_reports_come_first(findings) -> None:
    names = ("dunmere", "kestrelshire", "westmarch")  # an error; that and a warning; a verdict
    shown = findings("check", *(PDFS / f"{name}.pdf" for name in names)).stdout
    assert sorted(names, key=shown.index) == ["westmarch", "dunmere", "kestrelshire"]


def test_notes_are_shown_if_asked_for(findings) -> None:
    file = PDFS / "westmarch.pdf"
    without, with_notes = findings("check", file), findings("check", file, "--notes")
    assert "--notes shows the notes" in without.stderr
    assert "page_without_text" not in without.stdout
    assert "page_without_text" in with_notes.stdout


def test_csv_and_json_agree(findings, corpus: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(findings("check", corpus, "--format", "csv").stdout)))
    objects = json.loads(findings("check", corpus, "--format", "json").stdout)
    assert [row["message"] for row in rows] == [one["message"] for one in objects]
    assert json.loads(rows[0]["quotes"]) == objects[0]["quotes"]
    assert objects[0]["pages"]


@pytest.mark.parametrize(
    ("name", "fail_on", "code"),
    [
        ("westmarch", "error", 1),
        ("westmarch", "note", 1),
        ("harrowick", "error", 0),
        ("harrowick", "warning", 0),
    ],
)
def test_fail_on(findings, name: str, fail_on: str, code: int) -> None:
    findings("check", PDFS / f"{name}.pdf", "--fail-on", fail_on, code=code)


def test_what_cannot_be_read(findings, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"no PDF")
    result = findings("check", tmp_path / "broken.pdf", PDFS / "harrowick.pdf", code=1)
    assert "[not_a_pdf]" in result.stderr
    assert "in 1 report" in result.stdout
    assert "no PDF found" in findings("check", tmp_path / "none.pdf", code=2).stderr
