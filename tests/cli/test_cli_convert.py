from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli.convert import print_summary
from corpora.conversion.outcome import ConversionSummary, Converted
from corpora.corpus import Corpus


def test_some_failed(findings, sample: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    result = findings("convert", bad, sample, "--out", tmp_path / "c", code=1)
    assert "1 converted, 1 failed" in result.stdout
    lines = [line for line in result.stderr.splitlines() if "bad.pdf" in line]
    assert len(lines) == 1
    assert "[empty]" in lines[0]
    assert "bad.pdf" in (tmp_path / "c" / "tables" / "failures.csv").read_text()
    assert "Traceback" not in result.output


def test_all_converted_and_plain(findings, sample: Path, tmp_path: Path) -> None:
    result = findings("convert", sample, "--out", tmp_path / "c")
    assert "1 converted, 0 failed" in result.stdout
    assert "westmarch.pdf" in result.stdout
    assert "\x1b" not in result.output
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_jobs_change_nothing(findings, sample: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    for jobs in (1, 2):
        findings("convert", sample, bad, "--out", tmp_path / str(jobs), "--jobs", jobs, code=1)
    for one in (tmp_path / "1" / "tables").iterdir():
        assert one.read_bytes() == (tmp_path / "2" / "tables" / one.name).read_bytes()


def test_nothing_to_do(findings, tmp_path: Path) -> None:
    result = findings("convert", tmp_path, "--out", tmp_path / "c", code=2)
    assert len(result.stderr.splitlines()) == 1
    assert "no PDF found" in result.stderr
    assert not (tmp_path / "c").exists()


def test_wrong_usage(findings, sample: Path) -> None:
    findings("convert", sample, code=2)
    findings("convert", "--out", "c", code=2)
    findings("convert", sample, "--out", sample, code=2)
    findings("outlines", code=2)


def test_frameworks_that_are_wrong(findings, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("id: odd\n")
    arguments = ("--out", tmp_path / "c", "--frameworks", tmp_path)
    result = findings("convert", sample, *arguments, code=2)
    assert len(result.stderr.splitlines()) == 1
    assert "odd.yaml" in result.stderr


def test_many_reports_are_summed_by_framework(capsys) -> None:
    one = Converted(
        "a.pdf", "../a.pdf", "0" * 64, "a-00000000", "hmip", None, 30, 100, 5, 10, 9, 1.0
    )
    print_summary(ConversionSummary(converted=[one] * 50, skipped=["b.pdf"]))
    printed = capsys.readouterr()
    assert "a.pdf" not in printed.out
    assert "1500" in printed.out
    assert "450/500" in printed.out
    assert "1 file skipped" in printed.err


def test_copies_are_noted(findings, sample: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"no PDF")
    (tmp_path / "c.pdf").write_bytes(sample.read_bytes())
    (tmp_path / "d.pdf").write_bytes(sample.read_bytes())
    result = findings("convert", tmp_path, "--out", tmp_path / "out", code=1)
    assert "1 converted, 2 failed" in result.stdout
    assert "d.pdf: same bytes as" in result.stderr
    assert "b.pdf: " in result.stderr


@pytest.mark.parametrize(
    ("options", "link"), [((), "../north/westmarch.pdf"), (("--strip-paths",), "westmarch.pdf")]
)
def test_links_in_tables_and_on_the_terminal(
    findings, sample: Path, tmp_path: Path, monkeypatch, options: tuple[str, ...], link: str
) -> None:
    (tmp_path / "north").mkdir()
    (tmp_path / "north" / "westmarch.pdf").write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    result = findings("convert", "north", "--out", "corpus", *options)
    assert "1/1 north/westmarch.pdf: " in result.stderr  # as it was named
    (first, *_) = Corpus.open("corpus").rows("findings")
    assert first["link"] == f"{link}#page={first['page']}"
    shown = findings("explain", first["finding_id"], "corpus").stdout
    opens = f"link        north/westmarch.pdf#page={first['page']}"
    assert opens in [line.strip() for line in shown.splitlines()]
    as_json = findings("explain", first["finding_id"], "corpus", "--format", "json").stdout
    assert json.loads(as_json)["link"] == first["link"]
    findings("aggregate", "corpus", "--html", "site/scores.html")
    page = (tmp_path / "site" / "scores.html").read_text("utf-8")
    assert 'href="../north/westmarch.pdf#page=' in page


def test_links_of_a_pdf_that_is_gone_are_as_in_the_tables(
    findings, sample: Path, tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "westmarch.pdf").write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    findings("convert", "westmarch.pdf", "--out", "corpus")
    (tmp_path / "westmarch.pdf").unlink()
    (first, *_) = Corpus.open("corpus").rows("findings")
    assert first["link"] in findings("explain", first["finding_id"], "corpus").stdout


@pytest.mark.skipif(os.name == "nt", reason="there, such names cannot be")
def test_odd_names_are_only_text(findings, sample: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    odd = [b"-x", b"esc\x1b[2J", b"line\nbreak", "bidi\u202e".encode(), b"\xff\xfe", b"n" * 246]
    for at, name in enumerate(odd):
        (folder / os.fsdecode(name + b".pdf")).write_bytes(sample.read_bytes()[: -at or None])
        (folder / os.fsdecode(name[:200] + b"bad.pdf")).write_bytes(b"no PDF" + bytes([at]))
    result = findings("convert", folder, "--out", "corpus", code=1)
    assert "6 converted, 6 failed" in result.stdout
    assert not set("\x1b\u202e") & set(result.output)
    assert "esc\\x1b[2J" in result.stderr
    assert len(list(Corpus.open("corpus").rows("failures"))) == 6
    assert max(len(path.name) for path in Path("corpus", "reports").iterdir()) < 120
