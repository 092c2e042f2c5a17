from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpora.corpus import Corpus
from corpora.query import Filters, find
from corpora.storage.duck import QueryError
from corpora.storage.report_files import write_report
from corpora.storage.store import Store
from schemas.document import Metadata


@pytest.fixture
def shelf(tmp_path: Path, make_report, make_finding) -> Corpus:
    """Two reports with findings that differ in one thing each."""
    store = Store(tmp_path / "c")
    varied: dict[str, dict[str, Any]] = {
        "base": {},
        "low": {"value": 10.0},
        "none": {"value": None, "kind": "vague"},
        "minus": {"polarity": "-"},
        "other": {"criterion": "11.1"},
        "part": {"part": "summary"},
        "words": {"sentence": "Assessments of men were 41% good."},
    }
    findings = [make_finding("x", name, **fields) for name, fields in varied.items()]
    write_report(store.root, make_report("north", b"north", findings=findings))
    south = {"framework": "other-2020", "metadata": Metadata(body="South Council")}
    write_report(store.root, make_report("south", b"south", **south))
    store.finish()
    return Corpus.open(store.root)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(), "base low minus none other part south-f1 words"),
        (Filters(framework="OTHER-2020"), "south-f1"),
        (Filters(body="north"), "base low minus none other part words"),
        (Filters(criterion="1.2", report="north"), "base low minus none part words"),
        (Filters(criterion="1", report="north"), "base low minus none part words"),
        (Filters(criterion="11"), "other"),
        (Filters(part="summary"), "part"),
        (Filters(kind="vague"), "none"),
        (Filters(max=20), "low"),
        (Filters(min=41, max=41, report="south-"), "south-f1"),
        (Filters(polarity="-"), "minus"),
        (Filters(words="MEN 41%"), "words"),
        (Filters(words="assess*"), "words"),
        (Filters(words="assess"), ""),
        (Filters(words="women enough", report="south"), "south-f1"),
        (Filters(words="' OR true --"), ""),
    ],
)
def test_filters(shelf: Corpus, filters: Filters, names: str) -> None:
    assert sorted(row["finding_id"] for row in find(shelf, filters).dicts()) == names.split()


def test_findings_come_as_they_are_read(shelf: Corpus) -> None:
    rows = find(shelf, Filters(report="north")).dicts()
    assert [row["finding_id"] for row in rows] == [
        "base",
        "low",
        "none",
        "minus",
        "other",
        "part",
        "words",
    ]


def test_each_fact_once_among_those_that_pass(tmp_path: Path, make_report, make_finding) -> None:
    store = Store(tmp_path / "c")
    varied: dict[str, dict[str, Any]] = {
        "first": {"part": "summary"},
        "again": {"same_as": "first", "page": 4},
        "third": {"same_as": "first", "page": 3},
        "apart": {},
    }
    for stem in ("north", "south"):
        findings = [make_finding("x", name, **fields) for name, fields in varied.items()]
        write_report(store.root, make_report(stem, stem.encode(), findings=findings))
    store.finish()
    corpus = Corpus.open(store.root)

    def found(**filters: Any) -> list[str]:
        rows = find(corpus, Filters(report="north", **filters)).dicts()
        return sorted(row["finding_id"] for row in rows)

    assert found() == ["again", "apart", "first", "third"]
    assert found(distinct=True) == ["apart", "first"]
    assert found(distinct=True, part="outcome1") == ["apart", "third"]
    assert len(find(corpus, Filters(distinct=True)).rows) == 4


@pytest.mark.parametrize("filters", [Filters(kind="number"), Filters(polarity="good")])
def test_a_value_that_does_not_exist(shelf: Corpus, filters: Filters) -> None:
    with pytest.raises(QueryError, match="there are"):
        find(shelf, filters)


def test_sql(shelf: Corpus) -> None:
    result = shelf.sql("SELECT kind, count(*) AS n FROM findings GROUP BY kind ORDER BY kind")
    assert result.dicts() == [{"kind": "percentage", "n": 7}, {"kind": "vague", "n": 1}]


def test_every_table_can_be_asked(shelf: Corpus) -> None:
    assert len(shelf.sql("SHOW TABLES").rows) == 11
    assert shelf.sql("SELECT * FROM failures").rows == []


@pytest.mark.parametrize(
    "sql",
    [
        "COPY findings TO '{out}'",
        "COPY (SELECT 1) TO '{out}'",
        "EXPORT DATABASE '{out}'",
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM '{secret}'",
        "SELECT * FROM glob('/*')",
        "ATTACH '{out}'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "PRAGMA enable_profiling",
        "DELETE FROM findings",
        "DROP TABLE findings",
        "SELECT 1; COPY findings TO '{out}'",
        "SELECT * FROM columns",
        "SELEC 1",
        "",
    ],
)
def test_the_sandbox_holds(shelf: Corpus, tmp_path: Path, sql: str) -> None:
    secret, out = tmp_path / "secret.csv", tmp_path / "out"
    secret.write_text("a,b\n1,2\n")
    with pytest.raises(QueryError) as caught:
        shelf.sql(sql.format(secret=secret, out=out))
    assert "\n" not in str(caught.value)
    assert not out.exists()
    assert len(shelf.table("findings")) == 8
