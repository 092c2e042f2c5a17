from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from schemas.framework import load_frameworks

GRADED = {
    "id": "lamps-2024",
    "title": "Inspection of Street Lighting",
    "inspectorate": "Office for Lamps",
    "valid_from": "2024",
    "valid_to": "2024",
    "source": {"document": "A report", "where": "page 1", "licence": "OGL"},
    "identify": {"phrases": [{"text": "Inspection of Adult Offending Work", "within_pages": 6}]},
    "scale": {"kind": "grades", "grades": [{"name": "Bright"}, {"name": "Dark"}]},
    "outcomes": [{"id": "roads", "title": "Main roads"}],
    "bounds": {"ratings": {"least": 1}},
    "examples": [{"text": "Main roads are bright.", "outcome": "roads", "grade": "Bright"}],
    "traps": ["Main roads are brighter."],
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path / "own.yaml", GRADED)


def written(path: Path, data: object) -> Path:
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    return path


def test_list_names_every_framework_and_those_of_a_folder(findings, own: Path) -> None:
    rows = json.loads(findings("frameworks", "list", "--format", "json").stdout)
    assert [row["id"] for row in rows] == [one.id for one in load_frameworks()]
    more = json.loads(
        findings("frameworks", "list", "--frameworks", own.parent, "--format", "json").stdout
    )
    assert more[-1]["id"] == "lamps-2024"


def test_show_prints_the_file(findings, own: Path) -> None:
    text = findings("frameworks", "show", "ofsted-ilacs-2023").stdout
    assert yaml.safe_load(text)["id"] == "ofsted-ilacs-2023"
    shown = findings("frameworks", "show", "lamps-2024", "--frameworks", own.parent).stdout
    assert shown == own.read_text(encoding="utf-8")
    assert "there are hmip" in findings("frameworks", "show", "nothing", code=2).stderr


def test_validate_a_sound_file(findings, own: Path) -> None:
    assert "1 outcomes" in findings("frameworks", "validate", own).stdout


def test_validate_a_family_without_results(findings, tmp_path: Path) -> None:
    of_results = ("outcomes", "bounds", "examples", "traps")
    visits = {key: value for key, value in GRADED.items() if key not in of_results}
    path = written(tmp_path / "own.yaml", {**visits, "scale": "none"})
    assert "lamps-2024: 0 outcomes" in findings("frameworks", "validate", path).stdout
    written(path, {**GRADED, "scale": "none"})
    wrong = findings("frameworks", "validate", path, code=2)
    assert "examples, traps, bounds.ratings: a family of scale: none" in wrong.stderr


def test_validate_lists_every_mistake(findings, tmp_path: Path) -> None:
    wrong = {**GRADED, "colour": "red", "valid_from": "soon"}
    result = findings("frameworks", "validate", written(tmp_path / "own.yaml", wrong), code=2)
    assert "- colour: no such key" in result.stdout
    assert "- valid_from: " in result.stdout
    assert "own.yaml: 2 mistakes" in result.stderr


def test_validate_runs_examples_and_traps(findings, tmp_path: Path) -> None:
    wrong = {
        **GRADED,
        "examples": [{"text": "Roads are dark.", "outcome": "roads", "grade": "Dark"}],
        "traps": ["Main roads: dark"],
    }
    result = findings("frameworks", "validate", written(tmp_path / "own.yaml", wrong), code=1)
    assert "example 'Roads are dark.': read nothing" in result.stdout
    assert "trap 'Main roads: dark': read [('roads', 'Dark')]" in result.stdout


def test_try_says_why_a_report_is_not_of_the_family(findings, own: Path, sample: Path) -> None:
    result = findings("frameworks", "try", own, sample, code=1)
    assert "is not of the family (100% of the weight)" in result.stdout
    assert "hmip-adult-offending-2013 fits" in result.stdout
    assert "0 of 1 are of lamps-2024" in result.stdout


def test_try_shows_results_and_what_to_look_at(findings, tmp_path: Path, sample: Path) -> None:
    text = findings("frameworks", "show", "hmip-adult-offending-2013").stdout
    known = yaml.safe_load(text)
    known["parts"] = [part for part in known["parts"] if part["id"] != "summary"]
    known["valid_from"] = "2030"
    result = findings("frameworks", "try", written(tmp_path / "own.yaml", known), sample)
    assert "westmarch.pdf: is of the family" in result.stdout
    assert "Delivering effective" in result.stdout
    assert "no part for the heading 'Summary'" in result.stdout
    assert "before the framework's first date 2030" in result.stdout


def test_try_goes_on_after_a_file_that_cannot_be_read(
    findings, own: Path, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"this is no PDF")
    result = findings("frameworks", "try", own, tmp_path / "broken.pdf", sample, code=1)
    assert "broken.pdf: " in result.stderr
    assert "0 of 2 are of" in result.stdout
