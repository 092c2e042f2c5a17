from __future__ import annotations

from pathlib import Path

import pytest

import corpora
from corpora.conversion.convert import Options, convert
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


@pytest.mark.parametrize("text", [None, "[]", "{", '{"findings_format": 999}'])
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


def test_the_pdfs_of_a_corpus_are_found(corpus: Corpus, pdfs: Path) -> None:
    names = {path.name for path in corpus.pdfs().values()}
    assert names == {"north.pdf", "south.PDF", "west.pdf"}
    assert all(path.is_absolute() and path.exists() for path in corpus.pdfs().values())


def test_the_pdfs_are_found_when_all_was_moved(pdfs: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "pdfs").rename(tmp_path / "old" / "pdfs")
    convert([tmp_path / "old" / "pdfs"], tmp_path / "old" / "corpus")
    (tmp_path / "old").rename(tmp_path / "new")
    found = Corpus.open(tmp_path / "new" / "corpus").pdfs().values()
    assert {path.parent.name for path in found} == {"pdfs", "more"}
    assert all(path.is_relative_to(tmp_path / "new") for path in found)


def test_the_log_knows_where_the_pdfs_of_bare_names_lay(pdfs: Path) -> None:
    convert([pdfs], Path("corpus"), Options(strip_paths=True))
    found = Corpus.open("corpus").pdfs()
    assert {path.parent.name for path in found.values()} == {"pdfs", "more"}
    (pdfs / "north.pdf").unlink()
    assert len(Corpus.open("corpus").pdfs()) == len(found) - 1
