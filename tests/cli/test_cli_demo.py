from __future__ import annotations

from pathlib import Path

import pytest

from cli import demo as module


@pytest.fixture
def one_sample(monkeypatch: pytest.MonkeyPatch, sample: Path) -> None:
    monkeypatch.setattr(module, "_samples", lambda: sample)


def test_the_whole_way(findings, one_sample: None, tmp_path: Path, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(module.webbrowser, "open", opened.append)
    result = findings("demo", "--out", tmp_path / "demo")
    assert "1 converted, 0 failed" in result.stdout
    assert "Westmarch Probation Trust" in result.stdout
    assert str(tmp_path / "demo" / "scores.html") in result.stdout
    assert (tmp_path / "demo" / "scores.html").exists()
    assert opened == []  # no terminal, no browser
