from __future__ import annotations

from pathlib import Path

import pytest

import corpora
from corpora.corpus import Corpus
from schemas.errors import CorpusError


def test_the_package_offers_it() -> None:
    assert corpora.Corpus is Corpus


def test_reports_and_tables(corpus: Corpus) -> None:
    ids = [report.report_id for report in corpus.reports()]
    assert ids == [row["report_id"] for row in corpus.table("reports")]
    assert corpus.report(ids[0]).report_id == ids[0]
    assert corpus.arrow("findings").num_rows == len(corpus.table("findings")) == 3
    assert corpus.table("failures") == []


@pytest.mark.parametrize("name", ["north", "../reports/north", "", "none-00000000"])
def test_a_report_that_is_not_there(corpus: Corpus, name: str) -> None:
    with pytest.raises(CorpusError, match="has no report"):
        corpus.report(name)


def test_a_table_that_is_not_there(corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match="no table is called"):
        corpus.table("numbers")


@pytest.mark.parametrize("text", [None, "[]", "{", '{"findings_format": 2}'])
def test_a_folder_that_is_no_corpus(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "datapackage.json").write_text(text)
    with pytest.raises(CorpusError):
        Corpus.open(tmp_path)


def test_a_report_of_another_version_is_named(corpus: Corpus) -> None:
    path = next((corpus.root / "reports").iterdir())
    path.write_text('{"report_id": "x"}')
    with pytest.raises(CorpusError, match=f"{path.name} is damaged"):
        list(corpus.reports())


def test_sources_are_known(corpus: Corpus, pdfs: Path) -> None:
    assert {path.name for path in corpus.sources().values()} == {
        "north.pdf",
        "south.PDF",
        "west.pdf",
    }
    assert all(path.is_absolute() and path.exists() for path in corpus.sources().values())
