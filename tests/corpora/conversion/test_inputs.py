from __future__ import annotations

from pathlib import Path

import pytest

from corpora.conversion.inputs import NothingToConvert, expand

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
