from __future__ import annotations

import json
from pathlib import Path


def test_table_and_page(findings, corpus: Path, tmp_path: Path) -> None:
    page = tmp_path / "scores.html"
    result = findings("aggregate", corpus, "--html", page)
    assert "74%" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    text = page.read_text(encoding="utf-8")
    assert "westmarch.pdf#page=" in text
    assert f'href="{corpus.parent}' not in text


def test_csv(findings, corpus: Path) -> None:
    lines = findings("aggregate", corpus, "--format", "csv").stdout.splitlines()
    assert lines[0] == "framework,criterion,title,bodies,lowest,median,highest,grades"
    assert lines[1] == "hmip-adult-offending-2013,1,Assisting sentencing,1,74,74,74,"


def test_matrix(findings, corpus: Path) -> None:
    result = findings("aggregate", corpus, "--matrix", "--format", "json")
    assert [one["criterion"] for one in json.loads(result.stdout)] == ["1", "2", "3", "4", "5"]
