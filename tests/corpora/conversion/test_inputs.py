from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpora.conversion import inputs
from corpora.conversion.inputs import NothingToConvert, expand, name_in_tables

ALL = ["pdfs/more/west.pdf", "pdfs/north.pdf", "pdfs/south.PDF"]


@pytest.mark.parametrize(
    ("inputs", "names"),
    [
        (["pdfs"], ALL),
        (["pdfs/south.PDF", "pdfs", "pdfs/north.pdf"], ALL),
        (["pdfs/*.pdf"], ["pdfs/north.pdf"]),
        (["pdfs/**/*.pdf"], ALL[:2]),
        (["pdfs/*"], ALL),
        (["./pdfs/notes.txt"], ["pdfs/notes.txt"]),
    ],
)
def test_files_folders_and_patterns(pdfs: Path, inputs: list[str], names: list[str]) -> None:
    found = expand(inputs)
    assert [path.as_posix() for path in found.paths] == names
    assert not found.missing


def test_a_name_with_brackets_is_no_pattern(pdfs: Path) -> None:
    odd = pdfs / "report [1].pdf"
    odd.write_bytes(b"odd")
    assert expand([odd]).paths == [odd]


def test_what_is_missing_is_named(pdfs: Path) -> None:
    assert expand(["pdfs/north.pdf", "nowhere.pdf", "none*.pdf"]).missing == [
        "none*.pdf",
        "nowhere.pdf",
    ]


def test_nothing_at_all(tmp_path: Path) -> None:
    with pytest.raises(NothingToConvert, match="no PDF found"):
        expand([tmp_path])


def test_a_file_named_in_two_ways_is_there_once(pdfs: Path) -> None:
    found = expand([pdfs / "north.pdf", (pdfs / "north.pdf").absolute(), pdfs.absolute()])
    assert [path.name for path in found.paths] == ["west.pdf", "north.pdf", "south.PDF"]


@pytest.mark.parametrize(
    ("path", "corpus", "name"),
    [
        ("pdfs/north.pdf", "corpus", "../pdfs/north.pdf"),
        ("pdfs/north.pdf", "deep/corpus", "../../pdfs/north.pdf"),
        ("pdfs/more/../north.pdf", "pdfs/corpus", "../north.pdf"),
        ("corpus/inside.pdf", "corpus", "inside.pdf"),
        ("none*.pdf", "corpus", "../none*.pdf"),
    ],
)
def test_tables_name_a_file_by_its_path_from_the_corpus(
    pdfs: Path, path: str, corpus: str, name: str
) -> None:
    assert name_in_tables(Path(path), Path(corpus)) == name
    assert name_in_tables(Path(path).absolute(), Path(corpus).absolute()) == name
    assert name_in_tables(Path(path), Path(corpus), strip_paths=True) == Path(path).name


def test_the_name_leads_there_through_links_to_folders(pdfs: Path, tmp_path: Path) -> None:
    (tmp_path / "far" / "corpus").mkdir(parents=True)
    Path("corpus").symlink_to(tmp_path / "far" / "corpus")
    Path("near").symlink_to(pdfs.absolute())
    name = name_in_tables(Path("near/north.pdf"), Path("corpus"))
    assert (Path("corpus") / name).samefile(pdfs / "north.pdf")


def test_a_link_to_a_file_keeps_its_own_name(pdfs: Path) -> None:
    Path("renamed.pdf").symlink_to(pdfs / "north.pdf")
    assert name_in_tables(Path("renamed.pdf"), Path("corpus")) == "../renamed.pdf"


def test_on_another_drive_the_name_is_as_given(pdfs: Path, monkeypatch) -> None:
    def other_drive(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(inputs.os.path, "relpath", other_drive)
    assert name_in_tables(Path("pdfs/north.pdf"), Path("corpus")) == "pdfs/north.pdf"


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are other things there")
def test_links_that_lead_up_end_no_pattern_and_no_folder(pdfs: Path) -> None:
    for name in ("one", "two"):
        (pdfs / "more" / name).symlink_to(pdfs.absolute())
    for given in ("pdfs", "pdfs/**/*.[pP]*"):
        assert [path.as_posix() for path in expand([given]).paths] == ALL


def test_a_pattern_leaves_out_hidden_folders(pdfs: Path) -> None:
    (pdfs / ".trash").mkdir()
    (pdfs / ".trash" / "old.pdf").write_bytes(b"old")
    assert [path.as_posix() for path in expand(["**/*.pdf"]).paths] == ALL[:2]


def test_a_name_that_is_too_long_names_nothing(pdfs: Path) -> None:
    assert expand(["pdfs", "x" * 300]).missing == ["x" * 300]
