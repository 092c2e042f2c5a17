"""A family from a folder outside the package, as its author would use it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import yaml
from click.testing import Result
from typer.testing import CliRunner

from cli.main import app
from tests.families.typeset import typeset

FOLDER = Path(__file__).parent / "outside"
FILE = FOLDER / "area-send-2023.yaml"
GOLDEN = Path(__file__).parent.parent / "golden" / "area-send-2023.yaml"


def findings(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exit_code == code, result.output
    return result


def pdf(folder: Path, golden: Path = GOLDEN) -> Path:
    path = folder / f"{golden.stem}.pdf"
    path.write_bytes(typeset(yaml.safe_load(golden.read_text(encoding="utf-8"))["pages"]))
    return path


def test_the_file_is_checked_and_tried(tmp_path: Path) -> None:
    assert "area-send-2023: 1 outcomes" in findings("frameworks", "validate", FILE).stdout
    tried = findings("frameworks", "try", FILE, pdf(tmp_path)).stdout
    assert "1 of 1 are of area-send-2023" in tried
    assert "Systemic failings" in tried


def test_a_corpus_knows_the_family_with_its_folder_and_only_so(tmp_path: Path) -> None:
    path, corpus = pdf(tmp_path), tmp_path / "corpus"
    findings("convert", path, "--out", corpus, "--frameworks", FOLDER)
    rows = json.loads(
        findings("aggregate", corpus, "--frameworks", FOLDER, "--format", "json").stdout
    )
    assert [(row["framework"], row["criterion"], row["grades"]) for row in rows] == [
        ("area-send-2023", "outcome", "Systemic failings: 1")
    ]
    findings("convert", path, "--out", corpus)
    assert json.loads(findings("aggregate", corpus, "--format", "json").stdout) == []


def test_a_family_without_results_is_tried_converted_and_named(tmp_path: Path) -> None:
    visit = GOLDEN.with_stem("ofsted-focused-visit-2018")
    file = Path(str(files("schemas") / "frameworks" / visit.name))
    path, corpus = pdf(tmp_path, visit), tmp_path / "corpus"
    assert (
        "1 of 1 are of ofsted-focused-visit-2018"
        in findings("frameworks", "try", file, path).stdout
    )
    findings("convert", path, "--out", corpus)
    assert "1 report of a family that gives no results" in findings("aggregate", corpus).stderr
    assert json.loads(findings("aggregate", corpus, "--format", "json").stdout) == []
