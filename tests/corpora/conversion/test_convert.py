from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from corpora.conversion import convert as module
from corpora.conversion.convert import convert
from corpora.corpus import Corpus
from corpora.storage import shards
from corpora.storage.store import Store
from schemas.contract.tables import TABLES
from schemas.errors import CorpusError

OUT = Path("corpus")


def tables_of(out: Path) -> dict[str, bytes]:
    """Every byte that must not differ from run to run."""
    parts = [out / "tables", out / "parquet", out / "reports", out / "datapackage.json"]
    files = [path for part in parts for path in (part, *part.rglob("*")) if path.is_file()]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def read_csv(name: str, out: Path = OUT) -> list[dict[str, str]]:
    with (out / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_all_parts_of_a_corpus(pdfs: Path) -> None:
    summary = convert([pdfs], OUT)
    assert [one.file for one in summary.converted] == [
        "pdfs/more/west.pdf",
        "pdfs/north.pdf",
        "pdfs/south.PDF",
    ]
    assert len(list((OUT / "reports").iterdir())) == 3
    assert {path.stem for path in (OUT / "tables").iterdir()} == set(TABLES)
    assert {path.name for path in (OUT / "parquet").iterdir()} == set(TABLES)
    assert not list(OUT.rglob("*.tmp"))


def test_csv_says_what_the_report_says(pdfs: Path) -> None:
    convert([pdfs / "north.pdf"], OUT)
    (row,) = read_csv("findings")
    assert row["sentence"] == 'We found "enough", in\n41% of cases\tof women.'
    assert (row["value"], row["low"], row["change"], row["modifier"]) == ("41", "40.5", "false", "")
    raw = (OUT / "tables" / "findings.csv").read_bytes()
    assert raw.startswith(b"report_id,")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


def test_same_input_same_bytes(pdfs: Path) -> None:
    convert([pdfs / "north.pdf", pdfs / "south.PDF", pdfs / "more"], Path("one"))
    convert([pdfs / "more", pdfs / "south.PDF"], Path("two"))
    convert([pdfs], Path("two"))
    assert tables_of(Path("one")) == tables_of(Path("two"))


def test_rows_are_by_report_id(pdfs: Path) -> None:
    convert([pdfs], OUT)
    ids = [row["report_id"] for row in read_csv("findings")]
    assert ids == sorted(ids)


def test_converting_again_replaces(pdfs: Path) -> None:
    convert([pdfs], OUT)
    before = tables_of(OUT)
    convert([pdfs / "north.pdf"], OUT)
    assert tables_of(OUT) == before


def test_a_renamed_file_replaces_its_report(pdfs: Path) -> None:
    convert([pdfs], OUT)
    (pdfs / "north.pdf").rename(pdfs / "renamed.pdf")
    convert([pdfs / "renamed.pdf"], OUT)
    stems = {row["report_id"].rsplit("-", 1)[0] for row in read_csv("reports")}
    assert stems == {"renamed", "south", "west"}


def test_one_bad_file_is_a_row_and_the_rest_goes_on(pdfs: Path) -> None:
    (pdfs / "a.pdf").write_bytes(b"damaged")
    (pdfs / "b.pdf").write_bytes(b"bug")
    (pdfs / "c.pdf").write_bytes(b"locked")
    summary = convert([pdfs, "gone.pdf"], OUT)
    assert len(summary.converted) == 3
    failures = {row["file"]: row for row in read_csv("failures")}
    assert {file: row["code"] for file, row in failures.items()} == {
        "gone.pdf": "not_found",
        "pdfs/a.pdf": "damaged",
        "pdfs/b.pdf": "internal",
        "pdfs/c.pdf": "password",
    }
    assert failures["pdfs/a.pdf"]["message"] == "the cross-reference table is broken"
    assert failures["pdfs/b.pdf"]["message"] == "ZeroDivisionError: division by zero"
    assert failures["gone.pdf"]["sha256"] == ""


def test_a_report_that_no_table_can_hold_is_a_row_and_the_rest_goes_on(pdfs: Path) -> None:
    (pdfs / "a.pdf").write_bytes(b"vast")
    summary = convert([pdfs], OUT)
    assert len(summary.converted) == 3
    assert [row["file"] for row in read_csv("reports")] == [
        "pdfs/north.pdf",
        "pdfs/south.PDF",
        "pdfs/more/west.pdf",
    ]
    (failure,) = read_csv("failures")
    assert (failure["file"], failure["code"]) == ("pdfs/a.pdf", "unwritable")
    assert failure["message"].startswith("findings.denominator holds 100000000000000000000,")
    assert len(list((OUT / "reports").iterdir())) == 3


@pytest.mark.skipif(os.name == "nt", reason="there, names of files are text")
def test_a_name_that_is_no_utf8_ends_no_run(pdfs: Path) -> None:
    odd, gone = (Path(os.fsdecode(b"pdfs/" + name)) for name in (b"odd\xff.pdf", b"gone\xfe.pdf"))
    odd.write_bytes(b"odd")
    summary = convert([pdfs, gone], OUT)
    assert "pdfs/odd\\xff.pdf" in [row["file"] for row in read_csv("reports")]
    assert [row["file"] for row in read_csv("failures")] == ["pdfs/gone\\xfe.pdf"]
    (report_id,) = (one.report_id for one in summary.converted if "odd" in one.file)
    assert Corpus.open(OUT).sources()[report_id] == odd.resolve()


def test_a_failure_goes_when_the_file_is_read(pdfs: Path) -> None:
    (pdfs / "c.pdf").write_bytes(b"locked")
    assert convert([pdfs], OUT).failures
    assert not convert([pdfs / "c.pdf"], OUT, password="sesame").failures
    assert read_csv("failures") == []
    assert len(read_csv("reports")) == 4


def test_a_report_stays_when_its_file_fails_later(pdfs: Path) -> None:
    (pdfs / "c.pdf").write_bytes(b"locked")
    convert([pdfs], OUT, password="sesame")
    before = read_csv("reports")
    convert([pdfs], OUT)
    assert read_csv("reports") == before
    assert [row["code"] for row in read_csv("failures")] == ["password"]


def test_same_bytes_are_converted_once(pdfs: Path) -> None:
    (pdfs / "z.pdf").write_bytes(b"north")
    summary = convert([pdfs], OUT)
    assert summary.duplicates == {"pdfs/z.pdf": "pdfs/north.pdf"}
    assert len(read_csv("reports")) == 3


def test_each_copy_of_a_bad_file_is_a_failure(pdfs: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (pdfs / name).write_bytes(b"damaged")
    assert len(convert([pdfs], OUT).failures) == 2
    assert [row["file"] for row in read_csv("failures")] == ["pdfs/a.pdf", "pdfs/b.pdf"]


def test_resume_skips_what_is_there(pdfs: Path) -> None:
    convert([pdfs / "north.pdf"], OUT)
    summary = convert([pdfs], OUT, resume=True)
    assert summary.skipped == ["pdfs/north.pdf"]
    assert len(summary.converted) == 2
    assert len(read_csv("reports")) == 3


def test_an_interrupt_leaves_tables_of_what_was_read(pdfs: Path) -> None:
    (pdfs / "o.pdf").write_bytes(b"interrupt")
    with pytest.raises(KeyboardInterrupt):
        convert([pdfs], OUT)
    assert [row["file"] for row in read_csv("reports")] == ["pdfs/north.pdf", "pdfs/more/west.pdf"]
    assert not list(OUT.rglob("*.tmp"))


def test_a_run_cut_short_is_made_good_by_the_next(pdfs: Path, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Store, "finish", lambda self: None)
        convert([pdfs / "south.PDF"], OUT)
    convert([pdfs / "north.pdf"], OUT)
    assert len(read_csv("reports")) == 2


def test_a_report_in_the_corpus_that_no_table_can_hold_is_named(pdfs: Path, make_report) -> None:
    convert([pdfs], OUT)
    before = tables_of(OUT)
    (stored,) = (OUT / "reports").glob("north-*.json")
    stored.write_text(
        stored.read_text("utf-8").replace('"sample_size":44', f'"sample_size":{10**20}')
    )
    with pytest.raises(CorpusError, match=rf"{stored.name}.*reports\.sample_size holds 1000"):
        convert([pdfs / "south.PDF"], OUT)
    changed = {file for file, data in tables_of(OUT).items() if data != before[file]}
    assert changed == {f"reports/{stored.name}"}


def test_an_error_while_writing_leaves_the_old_tables(pdfs: Path, monkeypatch) -> None:
    convert([pdfs / "north.pdf"], OUT)
    before = (OUT / "tables" / "findings.csv").read_bytes()

    def broken(*_: object) -> object:
        raise OSError("disk full")

    monkeypatch.setattr(shards, "csv_lines", broken)
    with pytest.raises(OSError, match="disk full"):
        convert([pdfs], OUT)
    assert (OUT / "tables" / "findings.csv").read_bytes() == before
    assert not list(OUT.rglob("*.tmp"))


def test_times_are_in_the_log_only(pdfs: Path) -> None:
    convert([pdfs], OUT)
    (log,) = (path for path in (OUT / "log").iterdir() if path.name != "sources.json")
    entry = json.loads(log.read_text())
    assert entry["versions"]["pydantic"]
    assert entry["versions"]["inspection-findings"]
    assert entry["converted"][0]["seconds"] >= 0


def test_a_corpus_of_another_version_is_left_alone(pdfs: Path) -> None:
    OUT.mkdir()
    (OUT / "datapackage.json").write_text('{"findings_format": 999}')
    with pytest.raises(CorpusError, match="version 999"):
        convert([pdfs], OUT)


def test_the_listener_hears_of_every_file(pdfs: Path) -> None:
    heard = []
    convert(
        [pdfs, "gone.pdf"], OUT, on_outcome=lambda one, done, total: heard.append((done, total))
    )
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_convert_one_can_be_sent_to_another_process() -> None:
    import pickle

    assert pickle.loads(pickle.dumps(module.convert_one)) is module.convert_one
