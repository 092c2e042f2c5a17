from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest


def test_table(findings, corpus: Path) -> None:
    result = findings("query", corpus, "--words", "sentence", "--min", 70)
    assert "sentence" in result.stdout
    assert result.stderr.strip().endswith("findings")
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_csv_and_json_agree(findings, corpus: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(findings("query", corpus, "--format", "csv").stdout)))
    objects = json.loads(findings("query", corpus, "--format", "json").stdout)
    assert [row["finding_id"] for row in rows] == [one["finding_id"] for one in objects]
    assert list(rows[0]) == list(objects[0])


def test_sql(findings, corpus: Path) -> None:
    sql = "SELECT report_id, pages FROM reports"
    result = findings("query", corpus, "--sql", sql, "--format", "csv")
    assert result.stdout.startswith("report_id,pages\nwestmarch-")
    assert "westmarch-" in findings("query", corpus, "--sql", sql).stdout
    assert "sha256" in findings("query", corpus, "--sql", "FROM reports").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--sql", "SELEC 1"),
        ("--sql", "COPY findings TO 'x.csv'"),
        ("--kind", "number"),
    ],
)
def test_a_question_that_is_wrong(findings, corpus: Path, arguments: tuple[str, ...]) -> None:
    result = findings("query", corpus, *arguments, code=2)
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout


def test_no_corpus(findings, tmp_path: Path) -> None:
    result = findings("query", tmp_path, code=2)
    assert "is no corpus" in result.stderr


def test_debug_shows_the_trace(findings, tmp_path: Path) -> None:
    result = findings("query", tmp_path, "--debug", code=1)
    assert result.exc_info is not None
    assert result.exc_info[0].__name__ == "CorpusError"
