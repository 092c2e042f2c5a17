"""The figures against those of an independent scorer that lies beside the gold standards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpora.conversion.convert import convert
from corpora.corpus import Corpus
from corpora.evaluation.evaluate import evaluate
from corpora.evaluation.gold import read_gold
from corpora.evaluation.result import HARD, Evaluation
from tests.readings import published_pdfs

PAGES = {"northamptonshire-word": "1-35"}


@pytest.fixture(scope="session")
def scorer(gold_folder: Path) -> Path:
    script = gold_folder.parent / "score.py"
    if not script.exists():
        pytest.skip("no scorer beside the gold standards")
    return script


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory, gold_folder: Path) -> Corpus:
    """The published reports that have a gold standard."""
    names = {path.name.split(".")[0] for path in gold_folder.glob("*.jsonl")}
    values = [one.values[0] for one in published_pdfs()]
    reports = [path for path in values if path.stem in names]
    if not reports:
        pytest.skip("no published report has a gold standard")
    out = tmp_path_factory.mktemp("scored") / "corpus"
    convert(reports, out)
    return Corpus.open(out)


def theirs(scorer: Path, gold: Path, corpus: Corpus, report: str) -> dict[str, float]:
    table = corpus.root / "tables" / "findings.csv"
    pages = PAGES.get(gold.stem)
    command = [sys.executable, scorer, "findings", gold, table, "--report", report]
    limit = ["--pages", pages] if pages else []
    done = subprocess.run([*command, *limit], capture_output=True, text=True, check=True)
    lines = (line.split() for line in done.stdout.splitlines())
    return {name: float(value) for name, value, *_ in lines}


def ours(result: Evaluation) -> dict[str, float]:
    figures: dict[str, float] = {}
    for one in result.detection:
        if one.name in ("hard", "soft"):
            figures |= {
                f"{one.name}.gold": one.recall.of,
                f"{one.name}.found": one.precision.of,
                f"{one.name}.precision": one.precision.share or 0,
                f"{one.name}.recall": one.recall.share or 0,
                f"{one.name}.f1": one.f1 or 0,
                f"{one.name}.exact_text": one.exact_text.share or 0,
            }
        elif one.recall.of:
            name = "hard" if one.name in HARD else "soft"
            figures[f"{name}.recall.{one.name}"] = one.recall.share or 0
    for field in result.agreement:
        if field.group == "hard" and field.field != "page":  # which the scorer does not look at
            figures[f"attribute.{field.field}"] = field.share.share or 0
    return figures


def test_the_same_figures(scorer: Path, gold_folder: Path, corpus: Corpus) -> None:
    reports = [row["report_id"] for row in corpus.rows("reports")]
    compared = 0
    for gold in sorted(gold_folder.glob("*.jsonl")):
        report = next((one for one in reports if one.startswith(gold.stem)), None)
        if report is None:
            continue
        result = evaluate(corpus, read_gold(gold), pages=PAGES.get(gold.stem))
        assert list(result.reports) == [report]  # found by its sentences
        assert ours(result) == pytest.approx(theirs(scorer, gold, corpus, report), abs=6e-5)
        compared += 1
    assert compared
