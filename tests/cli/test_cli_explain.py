from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpora.corpus import Corpus


@pytest.fixture(scope="session")
def ids(corpus: Path) -> dict[str, str]:
    """An id for each kind of finding, and one of a table's row."""
    rows = Corpus.open(corpus).table("findings")
    by_kind = {row["kind"]: row["finding_id"] for row in rows if "\t" not in row["sentence"]}
    return by_kind | {"row": next(r["finding_id"] for r in rows if "\t" in r["sentence"])}


@pytest.mark.parametrize("kind", ["percentage", "fraction", "ratio", "complement", "row"])
def test_a_finding_in_full(findings, corpus: Path, ids: dict[str, str], kind: str) -> None:
    text = findings("explain", ids[kind], corpus).stdout
    assert "⟦" in text.split("\n\n")[0]
    for title in ("Where", "Rule", "Fields", "Elsewhere"):
        assert title in text.splitlines()
    for word in (ids[kind], "westmarch.pdf#page=", "interval", "ledger", "(empty)"):
        assert word in text
    assert ("column" in text) == (kind == "row")
    assert max(map(len, text.splitlines())) <= 80


def test_json(findings, corpus: Path, ids: dict[str, str]) -> None:
    result = findings("explain", ids["row"][:10], corpus, "--format", "json")
    whole = json.loads(result.stdout)
    assert whole["finding"]["finding_id"] == ids["row"]
    start, end = whole["span_in_sentence"]
    assert whole["finding"]["sentence"][start:end] == whole["finding"]["text"]
    assert whole["cell"]["row_header"]
    assert whole["rule"]["examples"]


def test_ids_that_name_none_or_many(findings, corpus: Path) -> None:
    for wrong in ("xyz", "", "zz"):
        result = findings("explain", wrong, corpus, code=2)
        assert "has no finding whose id begins with" in result.stderr
        assert len(result.stderr.splitlines()) == 1
