from __future__ import annotations

from pathlib import Path

import pytest

from corpora.storage.atomic import AtomicWrite, write_text


def test_files_appear_together(tmp_path: Path) -> None:
    with AtomicWrite() as staged:
        staged.write(tmp_path / "one", "1")
        staged.write(tmp_path / "deep" / "two", "2")
        assert not (tmp_path / "one").exists()
    assert (tmp_path / "one").read_text() == "1"
    assert (tmp_path / "deep" / "two").read_text() == "2"


def _fail_while_writing(path: Path, error: type[BaseException]) -> None:
    with AtomicWrite() as staged:
        staged.open(path).write(b"half of the ne")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path, error) -> None:
    write_text(tmp_path / "one", "old")
    with pytest.raises(error):
        _fail_while_writing(tmp_path / "one", error)
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
    assert (tmp_path / "one").read_text() == "old"


def test_others_may_read_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("x")
    write_text(tmp_path / "ours", "x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode
