from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from corpora.conversion import convert as module
from corpora.conversion.convert import Options, convert
from corpora.corpus import Corpus
from corpora.storage import shards
from corpora.storage.arrow import compressed, decompressed
from corpora.storage.store import Store
from schemas.contract.datapackage import FORMAT
from schemas.contract.tables import TABLES
from schemas.errors import CorpusError, OutputError

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
    assert [one.path for one in summary.converted] == [
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
        "../gone.pdf": "not_found",
        "../pdfs/a.pdf": "damaged",
        "../pdfs/b.pdf": "internal",
        "../pdfs/c.pdf": "password",
    }
    assert failures["../pdfs/a.pdf"]["message"] == "the cross-reference table is broken"
    assert failures["../pdfs/b.pdf"]["message"] == "ZeroDivisionError: division by zero"
    assert failures["../gone.pdf"]["sha256"] == ""


def test_a_report_that_no_table_can_hold_is_a_row_and_the_rest_goes_on(pdfs: Path) -> None:
    (pdfs / "a.pdf").write_bytes(b"vast")
    summary = convert([pdfs], OUT)
    assert len(summary.converted) == 3
    assert len(read_csv("reports")) == 3
    (failure,) = read_csv("failures")
    assert (failure["file"], failure["code"]) == ("../pdfs/a.pdf", "unwritable")
    assert failure["message"].startswith("findings.denominator holds 100000000000000000000,")
    assert len(list((OUT / "reports").iterdir())) == 3


@pytest.mark.skipif(os.name == "nt", reason="there, names of files are text")
def test_a_name_that_is_no_utf8_ends_no_run(pdfs: Path) -> None:
    odd, gone = (Path(os.fsdecode(b"pdfs/" + name)) for name in (b"odd\xff.pdf", b"gone\xfe.pdf"))
    odd.write_bytes(b"odd")
    convert([pdfs, gone], OUT)
    assert "../pdfs/odd\\xff.pdf" in [row["file"] for row in read_csv("reports")]
    assert [row["file"] for row in read_csv("failures")] == ["../pdfs/gone\\xfe.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="there, devices and pipes are no files of folders")
def test_what_is_no_file_is_a_row(pdfs: Path) -> None:
    os.mkfifo(pdfs / "pipe.pdf")
    (pdfs / "zero.pdf").symlink_to("/dev/zero")
    (pdfs / "gone.pdf").symlink_to("nowhere")
    summary = convert([pdfs, pdfs / "pipe.pdf"], OUT)
    assert {Path(one.path).name: one.code for one in summary.failures} == {
        "pipe.pdf": "not_a_file",
        "zero.pdf": "not_a_file",
        "gone.pdf": "unreadable",
    }
    assert len(summary.converted) == 3


def test_a_failure_goes_when_the_file_is_read(pdfs: Path) -> None:
    (pdfs / "c.pdf").write_bytes(b"locked")
    assert convert([pdfs], OUT).failures
    assert not convert([pdfs / "c.pdf"], OUT, Options(password="sesame")).failures
    assert read_csv("failures") == []
    assert len(read_csv("reports")) == 4


def test_a_report_stays_when_its_file_fails_later(pdfs: Path) -> None:
    (pdfs / "c.pdf").write_bytes(b"locked")
    convert([pdfs], OUT, Options(password="sesame"))
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
    assert [row["file"] for row in read_csv("failures")] == ["../pdfs/a.pdf", "../pdfs/b.pdf"]


def test_resume_skips_what_is_there(pdfs: Path) -> None:
    convert([pdfs / "north.pdf"], OUT)
    summary = convert([pdfs], OUT, Options(resume=True))
    assert summary.skipped == ["pdfs/north.pdf"]
    assert len(summary.converted) == 2
    assert len(read_csv("reports")) == 3


def test_an_interrupt_leaves_tables_of_what_was_read(pdfs: Path) -> None:
    (pdfs / "o.pdf").write_bytes(b"interrupt")
    with pytest.raises(KeyboardInterrupt):
        convert([pdfs], OUT)
    files = [row["file"] for row in read_csv("reports")]
    assert files == ["../pdfs/north.pdf", "../pdfs/more/west.pdf"]
    assert not list(OUT.rglob("*.tmp"))


def test_a_run_cut_short_is_made_good_by_the_next(pdfs: Path, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Store, "finish", lambda self: None)
        convert([pdfs / "south.PDF"], OUT)
    convert([pdfs / "north.pdf"], OUT)
    assert len(read_csv("reports")) == 2


def test_a_report_in_the_corpus_that_no_table_can_hold_is_named(pdfs: Path) -> None:
    convert([pdfs], OUT)
    before = tables_of(OUT)
    (stored,) = (OUT / "reports").glob("north-*.json.zst")
    json = decompressed(stored.read_bytes())
    huge = json.replace(b'"sample_size":44', b'"sample_size":' + str(10**20).encode())
    stored.write_bytes(compressed(huge))
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
    with pytest.raises(OutputError, match="corpus cannot be written to: disk full"):
        convert([pdfs], OUT)
    assert (OUT / "tables" / "findings.csv").read_bytes() == before
    assert not list(OUT.rglob("*.tmp"))


def test_tables_are_the_same_from_every_working_directory(
    pdfs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = {"z.pdf": b"north", "more/a.pdf": b"north", "bad.pdf": b"damaged", "bug.pdf": b"bug"}
    for name, data in copies.items():
        (pdfs / name).write_bytes(data)
    convert([pdfs, "gone.pdf"], OUT)
    here = tables_of(OUT)
    monkeypatch.chdir(pdfs / "more")
    convert(["..", "../../gone.pdf"], tmp_path / OUT)
    assert tables_of(tmp_path / OUT) == here
    convert([tmp_path / pdfs, tmp_path / "gone.pdf"], tmp_path / "other")
    assert tables_of(tmp_path / "other") == here


@pytest.mark.parametrize("strip_paths", [False, True])
def test_no_table_holds_a_place_of_the_machine(
    pdfs: Path, tmp_path: Path, strip_paths: bool
) -> None:
    (pdfs / "bad.pdf").write_bytes(b"damaged")
    (pdfs / "shut.pdf").write_bytes(b"unreadable")
    inputs = [pdfs.absolute(), tmp_path / "gone.pdf"]
    summary = convert(inputs, OUT, Options(strip_paths=strip_paths))
    assert {one.code for one in summary.failures} == {"damaged", "unreadable", "not_found"}
    assert [name for name, data in tables_of(OUT).items() if tmp_path.name.encode() in data] == []
    above = "" if strip_paths else "../"
    files = [row["file"] for name in ("reports", "failures") for row in read_csv(name)]
    assert len(files) == 6
    assert all(("/" in file) != strip_paths and file.startswith(above) for file in files)
    links = {row["report_id"]: row["link"] for row in read_csv("findings")}
    reports = {row["report_id"]: row["file"] for row in read_csv("reports")}
    assert links == {report_id: f"{file}#page=2" for report_id, file in reports.items()}


def test_bare_names_may_be_there_twice(pdfs: Path) -> None:
    for folder, data in ((pdfs, b"damaged"), (pdfs / "more", b"bug")):
        (folder / "same.pdf").write_bytes(data)
    convert([pdfs], OUT, Options(strip_paths=True))
    assert [row["file"] for row in read_csv("failures")] == ["same.pdf", "same.pdf"]


def test_the_log_keeps_the_paths(pdfs: Path, tmp_path: Path) -> None:
    convert([pdfs], OUT, Options(strip_paths=True))
    sources = json.loads((OUT / "log" / "sources.json").read_text("utf-8"))
    assert str(tmp_path / pdfs / "north.pdf") in sources.values()
    (log,) = (OUT / "log").glob("*Z.json")
    entry = json.loads(log.read_text("utf-8"))
    assert entry["folder"] == str(tmp_path)
    assert "pdfs/north.pdf" in {one["path"] for one in entry["converted"]}


def test_times_are_in_the_log_only(pdfs: Path) -> None:
    convert([pdfs], OUT)
    (log,) = (OUT / "log").glob("*Z.json")
    entry = json.loads(log.read_text())
    assert entry["versions"]["pydantic"]
    assert entry["versions"]["inspection-findings"]
    assert entry["converted"][0]["seconds"] >= 0


@pytest.mark.parametrize(
    ("version", "todo"),
    [
        (FORMAT - 1, "convert its PDFs again into a new folder"),
        (FORMAT + 1, "it needs a newer version of this program"),
    ],
)
def test_a_corpus_of_another_format_is_left_alone(pdfs: Path, version: int, todo: str) -> None:
    convert([pdfs / "north.pdf"], OUT)
    described = json.loads((OUT / "datapackage.json").read_text("utf-8"))
    described["findings_format"] = version
    (OUT / "datapackage.json").write_text(json.dumps(described), "utf-8")
    before = tables_of(OUT)
    line = f"corpus is a corpus of format {version}, and this program has format {FORMAT}: {todo}"
    for attempt in (lambda: convert([pdfs], OUT), lambda: Corpus.open(OUT)):
        with pytest.raises(CorpusError) as refused:
            attempt()
        assert str(refused.value) == line
    assert tables_of(OUT) == before


def test_the_listener_is_called_for_every_file(pdfs: Path) -> None:
    calls = []
    convert(
        [pdfs, "gone.pdf"], OUT, on_outcome=lambda one, done, total: calls.append((done, total))
    )
    assert calls == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_convert_one_can_be_sent_to_another_process() -> None:
    import pickle

    assert pickle.loads(pickle.dumps(module.convert_one)) is module.convert_one
