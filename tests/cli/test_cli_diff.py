from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest


@pytest.fixture
def changed(corpus: Path, tmp_path: Path) -> Path:
    """The corpus with other populations, and a rule less in the first finding."""
    new = tmp_path / "new"
    shutil.copytree(corpus, new)
    (file,) = (new / "parquet" / "findings").iterdir()
    rows = pq.read_table(file)
    texts = [value and f"{value} each" for value in rows["population"].to_pylist()]
    at = rows.schema.get_field_index("population")
    rows = rows.set_column(at, "population", pa.array(texts, pa.string()))
    pq.write_table(rows.slice(1).drop_columns(["rule"]), file)
    return new


def test_equal_corpora(findings, corpus: Path) -> None:
    result = findings("diff", corpus, corpus)
    assert result.stdout.startswith("equal: reports, sections, blocks, findings, ")
    assert not result.stderr


def test_differences_fit_the_terminal(findings, corpus: Path, changed: Path, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = findings("diff", corpus, changed, "--examples", 1, code=1)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("findings: ")
    assert any(line.startswith("  lost 1") for line in lines)
    assert any(line.startswith("  changed population in ") for line in lines)
    old, new = (
        next(line for line in lines if line.startswith(f"        {sign} ")) for sign in "-+"
    )
    assert new.replace("+", "-") == f"{old} each"
    assert max(map(len, lines)) <= 80
    assert lines == [line.rstrip() for line in lines]
    assert "only in the old findings, left out: column rule" in result.stderr


def test_differences_as_json(findings, corpus: Path, changed: Path) -> None:
    found = json.loads(findings("diff", corpus, changed, "--format", "json", code=1).stdout)
    assert found["equal"] is False
    of_findings = next(one for one in found["tables"] if one["table"] == "findings")
    assert of_findings["lost"]["rows"] == 1
    assert [one["column"] for one in of_findings["columns"]] == ["population"]


def test_a_column_to_ignore_that_is_not_there(findings, corpus: Path) -> None:
    result = findings("diff", corpus, corpus, "--ignore", "nothing", code=2)
    assert len(result.stderr.splitlines()) == 1
