from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpora.check import COLUMNS, Checked, check, table_rows
from corpora.conversion.convert import convert
from corpora.conversion.inputs import NothingToConvert
from corpora.conversion.outcome import Failure
from corpora.samples import PDFS


def test_a_corpus_says_what_its_files_say(tmp_path: Path) -> None:
    file = PDFS / "westmarch.pdf"
    convert([file], tmp_path / "corpus")
    (of_corpus,) = check([tmp_path / "corpus"])
    (of_file,) = check([file])
    assert isinstance(of_corpus, Checked)
    assert isinstance(of_file, Checked)
    assert of_corpus.body == "Westmarch Probation Trust"
    assert of_file.file == file.as_posix()
    assert of_corpus.file == Path(os.path.relpath(file, tmp_path / "corpus")).as_posix()
    assert table_rows(replace(of_corpus, file=of_file.file)) == table_rows(of_file)
    first = dict(zip(COLUMNS, table_rows(of_file)[0], strict=True))
    assert (first["code"], first["severity"]) == ("score_repeated", "error")
    assert first["pages"] == [4, 15]
    assert len(first["quotes"]) == 2


def test_what_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"no PDF")
    outcomes = list(check([tmp_path / "broken.pdf", PDFS / "harrowick.pdf", "nowhere.pdf"]))
    failures = {one.code for one in outcomes if isinstance(one, Failure)}
    assert failures == {"not_a_pdf", "not_found"}
    assert len(outcomes) == 3


def test_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(NothingToConvert):
        list(check([tmp_path]))
