from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import extractor
from corpora.conversion import convert as module
from corpora.conversion.convert import convert
from corpora.conversion.executors.inline import InlineExecutor
from corpora.corpus import Corpus
from schemas.document import Block, Metadata, PageInfo, PlacedWord, Section, TableCell
from schemas.errors import DamagedPdf, PasswordNeeded
from schemas.finding import Finding, LedgerEntry
from schemas.geometry import Box
from schemas.problem import Problem
from schemas.rating import Rating, Recommendation, Restatement
from schemas.report import Candidate, Report, RestatementPair

SENTENCE = 'We found "enough", in\n41% of cases\tof women.'
BOX = Box(2, 10.123456, 20, 30.5, 41.999)


def block(block_id: str, text: str, page: int) -> Block:
    word = PlacedWord(0, len(text), page, 10.123456, 20, 30.5, 41.999)
    return Block(block_id=block_id, kind="paragraph", text=text, words=[word], section_id="s1")


def finding(report_id: str, finding_id: str, **fields: Any) -> Finding:
    given: dict[str, Any] = {
        "report_id": report_id,
        "finding_id": finding_id,
        "block_id": "b1",
        "start": 24,
        "end": 27,
        "page": 2,
        "boxes": [BOX],
        "text": "41%",
        "sentence": SENTENCE,
        "sentence_page": 2,
        "kind": "percentage",
        "value": 41.0,
        "low": 40.5,
        "high": 41.5,
        "low_closed": True,
        "high_closed": False,
        "polarity": "+",
        "context": "finding",
        "part": "outcome1",
        "criterion": "1.2",
        "rule": "percent.sign",
    }
    return Finding(**given | fields)


def rating(report_id: str, criterion: str, **fields: Any) -> Rating:
    given: dict[str, Any] = {
        "report_id": report_id,
        "block_id": "b1",
        "start": 0,
        "end": 3,
        "page": 2,
        "boxes": [BOX],
        "criterion": criterion,
        "title": f"Outcome {criterion}",
        "text": "74%",
    }
    return Rating(**given | fields)


def report(stem: str = "north", data: bytes = b"north", **fields: Any) -> Report:
    sha256 = hashlib.sha256(data).hexdigest()
    report_id = f"{stem}-{sha256[:8]}"
    given: dict[str, Any] = {
        "report_id": report_id,
        "file": f"{stem}.pdf",
        "sha256": sha256,
        "framework": "example-2013",
        "framework_candidates": [Candidate(framework="example-2013", score=0.9)],
        "metadata": Metadata(title="Inspection", body=f"{stem.title()} Trust", sample_size=44),
        "pages": [
            PageInfo(page=1, width=595, height=842, words=0),
            PageInfo(page=2, width=595, height=842, words=5),
        ],
        "blocks": [block("b1", SENTENCE, 2)],
        "sections": [
            Section(
                section_id="s1",
                parent_id=None,
                level=1,
                title="One",
                page=2,
                source="tag",
                block_id="b1",
            )
        ],
        "table_cells": [TableCell(table_id="t1", page=2, row=0, column=0, text="", value=None)],
        "findings": [finding(report_id, f"{stem}-f1")],
        "restatements": [
            RestatementPair(
                finding_id=f"{stem}-f1", other_id=f"{stem}-f1", score=0.98765, agrees=["value"]
            )
        ],
        "ratings": [
            rating(
                report_id,
                "1",
                score=74.0,
                restated=[
                    Restatement(
                        block_id="b2", start=9, end=12, page=1, text="74%", score=74, boxes=[BOX]
                    )
                ],
            )
        ],
        "recommendations": [
            Recommendation(kind="strength", text="Good", page=2, block_id="b1", section_id="s1")
        ],
        "problems": [Problem(code="sum", severity="note", message="Odd", pages=[1, 2])],
        "percent_signs": 3,
        "ledger": [
            LedgerEntry(kind="percent", page=2, text="41%", finding_id=f"{stem}-f1"),
            LedgerEntry(kind="percent", page=2, text="50%", reason="axis"),
            LedgerEntry(kind="percent", page=2, text="60%", reason="unknown"),
            LedgerEntry(kind="fraction", page=2, text="half", reason="idiom"),
        ],
    }
    return Report(**given | fields)


@pytest.fixture
def make_report() -> Callable[..., Report]:
    return report


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    return finding


@pytest.fixture
def make_rating() -> Callable[..., Rating]:
    return rating


def read_fake(
    source: Path, *, file: str, password: str | None, frameworks: object, on_page: object
) -> Report:
    """Reads text files that are called PDFs: what they say decides what becomes of them."""
    data = source.read_bytes()
    if data.startswith(b"damaged"):
        raise DamagedPdf("the cross-reference\ntable is broken")
    if data.startswith(b"locked") and password != "sesame":
        raise PasswordNeeded("it needs a password")
    if data.startswith(b"bug"):
        raise ZeroDivisionError("division by zero")
    if data.startswith(b"unreadable"):
        raise PermissionError(13, "Permission denied", str(source))
    if data.startswith(b"interrupt"):
        raise KeyboardInterrupt
    made = report(Path(file).stem, data, file=file)
    if data.startswith(b"vast"):
        vast = finding(made.report_id, "vast-f1", numerator=1, denominator=10**20)
        return made.model_copy(update={"findings": [vast]})
    return made


@pytest.fixture
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    # Not setattr: it would first ask the package for the real reader, and so load it.
    monkeypatch.setitem(vars(extractor), "read_report", read_fake)
    # It is in this process alone.
    monkeypatch.setattr(module, "SupervisedExecutor", lambda task, *_: InlineExecutor(task))


@pytest.fixture
def pdfs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_reader: None) -> Path:
    """A folder with three files, from whose parent all is named."""
    monkeypatch.chdir(tmp_path)
    folder = Path("pdfs")
    (folder / "more").mkdir(parents=True)
    (folder / "north.pdf").write_bytes(b"north")
    (folder / "south.PDF").write_bytes(b"south")
    (folder / "more" / "west.pdf").write_bytes(b"west")
    (folder / "notes.txt").write_bytes(b"no report")
    (folder / "._north.pdf").write_bytes(b"leftover")
    return folder


@pytest.fixture
def corpus(pdfs: Path) -> Corpus:
    convert([pdfs], Path("corpus"))
    return Corpus.open("corpus")
