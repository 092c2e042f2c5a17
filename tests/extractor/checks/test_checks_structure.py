"""Checks of the contents page and of signs, where no short text gives the case."""

from __future__ import annotations

import pytest

from extractor.checks.check_model import Example
from extractor.checks.evidence import Evidence
from extractor.checks.excerpts import read_example
from extractor.checks.structure import contents_page, extraction
from schemas.finding import LedgerEntry
from tests.extractor.checks.saying import messages

ENTRIES = "Foreword .... 7\nSummary .... 8\nFindings .... 9\n1. Planning .... 10\n"
HEADINGS = "\n# Foreword\n# Summary\n# Findings\n## 1. Planning\n# Glossary\n"


def outlined(entry: str, label: str) -> Evidence:
    """A contents page with one more entry, whose heading stands on a page of that label."""
    evidence = read_example(f"{ENTRIES}Glossary .... 11\n{entry}{HEADINGS}# Preface")
    evidence.report.sections[-1].page_label = label
    return evidence


def test_roman_page_numbers() -> None:
    assert messages(contents_page.CHECK, outlined("Preface .... iv", "iv")) == []
    assert messages(contents_page.CHECK, outlined("Preface .... v", "iv")) == [
        "The contents page has “Preface .... v”; the heading has page iv."
    ]


def test_a_title_that_a_summary_has_too() -> None:
    text = "Foreword .... 6\nSummary .... 7\nFindings .... 8\nPlanning .... {}\nGlossary .... 11"
    headings = "\n# Foreword\n# Summary\n# Planning\n# Findings\n## Planning\n# Glossary\n"
    headings = headings.replace("# Planning\n# Findings", "# Findings\n# Planning", 1)
    evidence = read_example(text.format(9) + headings)
    assert messages(contents_page.CHECK, evidence) == []
    evidence = read_example(text.format(10) + headings)
    assert messages(contents_page.CHECK, evidence) == []
    evidence = read_example(text.format(19) + headings)
    assert messages(contents_page.CHECK, evidence) == [
        "The contents page has “Planning .... 19”; the heading has page 9 and page 10."
    ]


@pytest.mark.parametrize("entry", ["Preface 13", "Preface....13", "Preface . . . . 13"])
def test_dots_of_an_entry(entry: str) -> None:
    evidence = outlined("Preface .... 13", "12")
    evidence.report.blocks[5].text = entry
    assert messages(contents_page.CHECK, evidence) == [
        f"The contents page has “{entry}”; the heading has page 12."
    ]


def test_signs_without_account_and_signs_that_were_lost() -> None:
    ledger = [
        LedgerEntry(kind="percent", page=3, text="50%", reason="unknown"),
        LedgerEntry(kind="percent", page=4, text="60%", reason="chart label"),
    ]
    fields = {"ledger": ledger, "percent_signs": 3}
    unknown, lost = extraction.UNACCOUNTED.find(read_example(Example("Text.", fields=fields)))
    assert unknown.message == "1 of 3 percent signs became no finding and have no reason: “50%”."
    assert unknown.pages == [3]
    assert lost.message == "1 of 3 percent signs were lost in reading."


def test_pages_of_what_the_reading_left_open() -> None:
    plain = "The plan was made with the person and it was clear to all of them. " * 8
    shifted = "".join(chr(ord(one) + 1) if one.isalpha() else one for one in plain)
    (problem,) = extraction.GARBLED.find(read_example(f"{plain}\n{shifted}"))
    assert problem.pages == [2]
    evidence = read_example("One.\nTwo.\nThree.")
    evidence.report.pages[1].words = 0
    (problem,) = extraction.NO_TEXT.find(evidence)
    assert problem.pages == [2]
