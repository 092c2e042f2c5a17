from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from corpora.samples import CODED

GOLD = CODED / "westmarch.csv"


def test_table(findings, corpus: Path) -> None:
    result = findings("evaluate", GOLD, corpus, "--pages", "17-18", "--show", 2)
    assert "westmarch-" in result.stdout.splitlines()[0]
    for word in ("precision", "recall", "kappa", "percentage", "population", "Not in the sample"):
        assert word in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_csv_and_json_agree(findings, corpus: Path) -> None:
    arguments = ("evaluate", GOLD, corpus, "--pages", "17-18", "--format")
    rows = list(csv.DictReader(io.StringIO(findings(*arguments, "csv").stdout)))
    whole = json.loads(findings(*arguments, "json").stdout)
    assert [(row["group"], row["measure"]) for row in rows] == [
        (one["group"], one["measure"]) for one in whole["measures"]
    ]
    assert whole["pages"] == "17-18"


def test_more_than_one_kind(findings, corpus: Path) -> None:
    options = ("--kind", "ratio", "--kind", "complement", "--format", "json")
    whole = json.loads(findings("evaluate", GOLD, corpus, *options).stdout)
    assert {one["group"] for one in whole["measures"]} == {"hard", "ratio", "complement"}


def test_columns_that_mean_nothing_are_named(findings, corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "coded.csv"
    file.write_text(GOLD.read_text("utf-8").replace("polarity", "polarty"), encoding="utf-8-sig")
    result = findings("evaluate", file, corpus)
    assert "columns passed over: polarty (polarity?)" in result.stderr
    assert "polarity" in next(x for x in result.stdout.splitlines() if x.startswith("Not in"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--report", "nowhere"), "no report 'nowhere'"),
        (("--pages", "a-b"), "pages are given as 3-20"),
        (("--kind", "percent"), "no kind is called 'percent'"),
    ],
)
def test_wrong_usage(findings, corpus: Path, arguments: tuple[str, ...], message: str) -> None:
    result = findings("evaluate", GOLD, corpus, *arguments, code=2)
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_wrong_file(findings, corpus: Path, sample: Path, tmp_path: Path) -> None:
    assert "is a PDF" in findings("evaluate", sample, corpus, code=2).stderr
    assert "does not exist" in findings("evaluate", tmp_path / "none.csv", corpus, code=2).stderr
