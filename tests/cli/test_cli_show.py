from __future__ import annotations

import json
from pathlib import Path


def test_show(findings, sample: Path) -> None:
    result = findings("show", sample)
    assert "Westmarch" in result.stdout
    assert "74%" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_show_json(findings, sample: Path) -> None:
    report = json.loads(findings("show", sample, "--json").stdout)
    assert report["report_id"].startswith("westmarch-")


def test_show_of_what_is_no_pdf(findings, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no PDF")
    result = findings("show", bad, code=1)
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout


def test_show_of_nothing(findings, tmp_path: Path) -> None:
    findings("show", tmp_path / "none.pdf", code=2)
