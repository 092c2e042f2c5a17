"""A published report against what its readers wrote down."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.finding import Finding
from tests.extractor.gold import Row, gold_rows, matched, optional_rows, plain
from tests.readings import Reading

NAME = "northamptonshire-word"
PAGES = range(1, 36)  # what the gold covers
Pairs = list[tuple[Row, Finding]]


@pytest.fixture(scope="module")
def northamptonshire(published: Callable[[str], Reading]) -> Reading:
    return published(f"{NAME}.pdf")


@pytest.fixture(scope="module")
def found(northamptonshire: Reading) -> list[Finding]:
    findings = northamptonshire.report.findings
    return [f for f in findings if f.kind == "percentage" and f.page in PAGES]


@pytest.fixture(scope="module")
def gold(gold_folder: Path) -> list[Row]:
    rows = gold_rows(gold_folder / f"{NAME}.jsonl", "percentage")
    assert len(rows) == 76  # none of them borderline
    return rows


@pytest.fixture(scope="module")
def pairs(gold: list[Row], found: list[Finding]) -> Pairs:
    return matched(gold, found)


def test_recall_of_percentages(gold: list[Row], pairs: Pairs) -> None:
    hit = [row["text"] + row["sentence"] for row, _ in pairs]
    missed = [row["sentence"] for row in gold if row["text"] + row["sentence"] not in hit]
    assert len(pairs) >= 0.99 * len(gold), missed[:5]


def test_precision_of_percentages(found: list[Finding], pairs: Pairs, gold_folder: Path) -> None:
    true = {finding.finding_id for _, finding in pairs}
    rest = [finding for finding in found if finding.finding_id not in true]
    optional = optional_rows(gold_folder / f"{NAME}.jsonl", "percentage")
    neither = len(matched(optional, rest)) if optional and rest else 0
    assert len(true) >= 0.97 * (len(found) - neither), [f.sentence for f in rest[:5]]


@pytest.mark.parametrize(
    ("field", "least"),
    [("value", 0.98), ("paragraph", 0.98), ("criterion", 0.98), ("part", 0.98), ("text", 0.97)],
)
def test_fields_of_the_percentages(pairs: Pairs, field: str, least: float) -> None:
    wrong = []
    for row, finding in pairs:
        told, own = row[field], getattr(finding, field)
        if field == "text":
            told, own = plain(told), plain(own)
        if field == "paragraph":
            told = told.strip(".") or None
        if told != own:
            wrong.append((told, own, row["sentence"][:80]))
    assert len(wrong) <= (1 - least) * len(pairs), wrong[:5]


def test_pages_of_the_percentages(pairs: Pairs) -> None:
    # The gold gives the pages of the paragraph where a page break cuts it.
    wrong = [
        (row["page"], row["last_page"], finding.sentence_page, finding.page)
        for row, finding in pairs
        if not row["page"] <= finding.sentence_page <= finding.page <= row["last_page"]
    ]
    assert wrong == []


def test_headline_scores(northamptonshire: Reading) -> None:
    ratings = northamptonshire.report.ratings
    scores = [(one.criterion, one.score, one.page) for one in ratings]
    assert scores == [("1", 78, 3), ("2", 79, 3), ("3", 73, 3), ("4", 68, 3), ("5", 74, 3)]
    for rating in ratings:
        (box,) = rating.boxes
        assert box.page == 3
        assert rating.text == f"{rating.score:.0f}%"
    tops = [rating.boxes[0].top for rating in ratings]
    assert tops == sorted(tops)


def test_metadata_as_printed(northamptonshire: Reading) -> None:
    metadata = northamptonshire.report.metadata
    assert northamptonshire.report.framework == "hmip-adult-offending-2013"
    assert metadata.title == "Inspection of Adult Offending Work in Northamptonshire"
    assert metadata.inspectorate == "HM Inspectorate of Probation"
    assert metadata.body == "Northamptonshire Probation Trust"
    assert metadata.published == "2014-01"
    assert metadata.isbn == "978-1-84099-625-8"
    assert metadata.lead_inspector == "Steve Woodgate"
    assert metadata.sample_size == 70


def test_headings(northamptonshire: Reading, gold_folder: Path) -> None:
    text = (gold_folder / f"{NAME}.structure.json").read_text(encoding="utf-8")
    told = {(plain(one["title"]), one["page"]) for one in json.loads(text)["outline"]}
    sections = [one for one in northamptonshire.report.sections if one.page in PAGES]
    found = {(plain(one.title), one.page) for one in sections}
    assert len(told & found) >= 0.97 * len(told), sorted(told - found)[:5]
    extra = sorted(found - told)
    assert len(extra) <= 0.05 * len(found), extra[:8]


def test_numbered_paragraphs(northamptonshire: Reading, gold_folder: Path) -> None:
    text = (gold_folder / f"{NAME}.structure.json").read_text(encoding="utf-8")
    told = [
        (one["number"], one["page"], one["last_page"], plain(one["first_words"])[:30])
        for one in json.loads(text)["paragraphs"]
    ]
    blocks = [b for b in northamptonshire.report.blocks if b.kind == "paragraph" and b.number]
    found = {(b.number, b.page, b.last_page, plain(b.text)[:30]) for b in blocks}
    missing = [one for one in told if one not in found]
    assert len(missing) <= 0.02 * len(told), missing[:5]


OTHERS = {"bradford_2014_sif": 44, "tameside_2016_sif": 51, "blackpool_2019_ilacs": 3}


@pytest.mark.parametrize("name", OTHERS)
def test_percentages_of_another_inspectorate(
    name: str, gold_folder: Path, published: Callable[[str], Reading]
) -> None:
    findings = published(f"ofsted/{name}.pdf").report.findings
    own = [finding for finding in findings if finding.kind == "percentage"]
    rows = gold_rows(gold_folder / f"{name}.jsonl", "percentage")
    assert len(rows) == OTHERS[name]
    pairs = matched(rows, own)
    optional = optional_rows(gold_folder / f"{name}.jsonl", "percentage")
    true = {finding.finding_id for _, finding in pairs}
    rest = [finding for finding in own if finding.finding_id not in true]
    neither = len(matched(optional, rest)) if optional and rest else 0
    assert len(pairs) >= 0.99 * len(rows)
    assert len(true) >= 0.97 * (len(own) - neither)
    wrong = [(row["value"], f.value, row["text"]) for row, f in pairs if row["value"] != f.value]
    assert len(wrong) <= 0.03 * len(pairs), wrong
