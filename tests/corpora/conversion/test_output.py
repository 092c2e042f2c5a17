from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpora.conversion.convert import convert
from corpora.conversion.output import CorpusBusy, corpus_lock
from schemas.errors import CorpusError

OUT = Path("corpus")


def test_one_run_at_a_time(pdfs: Path) -> None:
    with corpus_lock(OUT) as cut_short:
        assert not cut_short
        with pytest.raises(CorpusBusy, match=rf"by another run \(process {os.getpid()}\)"):
            convert([pdfs], OUT)
    assert len(convert([pdfs], OUT).converted) == 3


def test_the_next_run_knows_that_one_was_cut_short() -> None:
    with pytest.raises(ZeroDivisionError), corpus_lock(OUT):
        raise ZeroDivisionError
    for expected in (True, False):
        with corpus_lock(OUT) as cut_short:
            assert cut_short == expected


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_a_killed_run_was_writing_is_removed_and_nothing_else(pdfs: Path) -> None:
    convert([pdfs], OUT)
    (OUT / "log" / "lock").write_text("4711")
    left = [OUT / "reports" / f".north.json.zst.{'0f' * 8}.tmp"]
    left.append(OUT / "parquet" / "findings" / f".00.parquet.{'0f' * 8}.tmp")
    own = [OUT / "reports" / ".notes.tmp", OUT / f".mine.{'0f' * 8}.tmp"]
    for path in [*left, *own]:
        path.write_bytes(b"half")
    convert([pdfs], OUT)
    assert [path for path in [*left, *own] if path.exists()] == own


def test_files_of_others_are_not_written_over(pdfs: Path) -> None:
    mine = OUT / "tables" / "findings.csv"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with pytest.raises(CorpusError, match=r"no corpus and has a file tables/findings\.csv"):
        convert([pdfs], OUT)
    assert mine.read_text() == "mine"
    assert [path for path in OUT.rglob("*") if path.is_file()] == [mine]


def test_a_folder_with_other_files_can_be_a_corpus(pdfs: Path) -> None:
    assert len(convert([pdfs], Path()).converted) == 3
