from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpora.samples import PDFS
from corpora.storage.arrow import compressed, decompressed
from corpora.storage.report_files import read_stored, report_ids, report_path, write_report
from corpora.storage.rows import rows_of
from extractor import read_report
from schemas.errors import CorpusError


@pytest.fixture
def sample() -> Path:
    return PDFS / "westmarch.pdf"


@pytest.fixture
def stored(tmp_path: Path, make_report) -> Path:
    """A report in a corpus."""
    write_report(tmp_path, make_report())
    (path,) = (tmp_path / "reports").iterdir()
    return path


def test_a_report_is_read_as_it_was_written(tmp_path: Path, make_report) -> None:
    report = make_report()
    write_report(tmp_path, report)
    assert read_stored(tmp_path, report.report_id) == report
    assert report_ids(tmp_path) == {report.sha256[:2]: [report.report_id]}


def test_a_report_read_back_gives_the_same_rows(tmp_path: Path, sample: Path) -> None:
    report = read_report(sample)
    write_report(tmp_path, report)
    assert rows_of(read_stored(tmp_path, report.report_id)) == rows_of(report)


def test_coordinates_have_two_decimals(tmp_path: Path, sample: Path) -> None:
    report = read_report(sample)
    write_report(tmp_path, report)
    text = decompressed(report_path(tmp_path, report.report_id).read_bytes())
    stored = json.loads(text)
    boxes = [word[3:] for block in stored["blocks"] for word in block["words"]]
    boxes += [piece["box"][1:] for piece in stored["furniture"]]
    assert len(boxes) > 1000
    assert all(side == round(side, 2) for box in boxes for side in box)
    assert report_path(tmp_path, report.report_id).stat().st_size < len(text) / 4


@pytest.mark.parametrize("keep", [0, 10, -10])
def test_a_damaged_file_is_named(stored: Path, keep: int) -> None:
    report_id = stored.name.removesuffix(".json.zst")
    stored.write_bytes(stored.read_bytes()[:keep])
    with pytest.raises(CorpusError, match=rf"{stored.name} is damaged or of another version"):
        read_stored(stored.parent.parent, report_id)


def test_a_report_of_another_version_is_named(stored: Path) -> None:
    report_id = stored.name.removesuffix(".json.zst")
    stored.write_bytes(compressed(b'{"report_id":"x"}'))
    with pytest.raises(CorpusError, match=r"of another version \(file: Field required\)"):
        read_stored(stored.parent.parent, report_id)


def test_other_files_are_no_reports(tmp_path: Path, make_report) -> None:
    write_report(tmp_path, make_report())
    for name in ("notes.txt", "north.json.zst", "north-0123456x.json.zst"):
        (tmp_path / "reports" / name).write_bytes(b"")
    assert list(report_ids(tmp_path).values()) == [[make_report().report_id]]
