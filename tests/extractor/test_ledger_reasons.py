"""Every figure on a page is a finding, or the ledger says why not."""

from __future__ import annotations

import pytest

from extractor.language.expressions import Expressions
from extractor.ledger.figure_ledger import count_percent_signs
from extractor.pipeline import read_report
from extractor.reading.reader import read_document
from schemas.report import Report
from tests.extractor.minimal import Sheet, sentences, sheets_pdf

NO_NUMBER = "no number before the sign"


def read(text: str) -> Report:
    sheet = Sheet()
    sheet.prose(sentences(3), 72, 100)
    sheet.prose(text, 72, 300)
    return read_report(sheets_pdf([sheet]))


def percents(report: Report) -> list[tuple[bool, str | None]]:
    """For each percent sign whether it is a finding, and else the reason."""
    entries = [entry for entry in report.ledger if entry.kind == "percent"]
    return [(entry.finding_id is not None, entry.reason) for entry in entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share was 41% of all the cases that we saw there.", [(True, None)]),
        ("The share was 41 per cent of all the cases that we saw.", [(True, None)]),
        (
            "The sign % stands alone in this one sentence of the text.",
            [(False, "no number before the sign")],
        ),
        ("It was 129 (or 26.8%%) of them in the year that had passed.", [(True, None)] * 2),
        ("It was 41% here and 58% there, and 20 per cent elsewhere.", [(True, None)] * 3),
    ],
)
def test_percent_signs_of_running_text(text: str, expected: list[tuple[bool, str | None]]) -> None:
    report = read(text)
    assert percents(report) == expected
    assert report.percent_signs == len(expected)
    ids = {finding.finding_id for finding in report.findings}
    assert {entry.finding_id for entry in report.ledger if entry.finding_id} <= ids


def test_fractions_and_ratios_are_listed_too() -> None:
    report = read("One-third of the plans and 10 out of 24 cases were late, and half were good.")
    kinds = sorted(entry.kind for entry in report.ledger)
    assert kinds == ["fraction", "fraction", "ratio"]


def test_furniture_and_headings_are_accounted_for() -> None:
    sheets = []
    for number in range(4):
        sheet = Sheet()
        sheet.write("100% of a county", 72, 40, 8)
        if number == 1:
            sheet.write("Why 80% matters", 72, 90, 16, bold=True)
        sheet.prose(sentences(4, f"{'abcd'[number]}-plan"), 72, 130)
        sheets.append(sheet)
    reasons = [entry.reason for entry in read_report(sheets_pdf(sheets)).ledger]
    assert sorted(map(str, reasons)) == ["heading"] + ["page furniture"] * 4


@pytest.mark.parametrize(
    ("text", "count"),
    [("5% 6 per cent 7percent 8 percent", 4), ("percentage recent centre", 0), ("PER CENT", 1)],
)
def test_forms_of_the_sign(text: str, count: int) -> None:
    assert len(Expressions("ledger").percent.findall(text.lower())) == count


def test_signs_are_counted_in_the_words_as_read() -> None:
    sheet = Sheet()
    sheet.write("41% and 5 per cent %", 72, 100)
    assert count_percent_signs(read_document(sheets_pdf([sheet]))) == 3


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("It is checked half-yearly by all of those who are in charge.", ["time or date"]),
        ("In quarter one of 2016 there was much to be done by them.", ["time or date"]),
        ("A third party was told of it in good time by the staff.", ["rank or relation"]),
        ("Ten of them (almost a third) had one when we came there.", [None]),
        ("In the last quarter of the year each of them was seen again.", ["time or date"]),
        ("It is read each quarter and by those in charge of it too.", ["time or date"]),
        ("The council is in the top quarter of all that were seen.", ["rank or relation"]),
        ("The meeting is arranged after the third episode of this kind.", ["rank or relation"]),
        ("There were ninety in 2014, and all of them were seen by staff.", []),
        ("The quality of two reports was praised by those who read them.", []),
        ("One in ten children had not been seen by any of the workers.", [None]),
        ("Seven of the eleven young people have taken up these offers.", [None]),
        ("A fifth of the cases had been read by all of those in charge.", [None]),
    ],
)
def test_what_has_the_form_of_a_share_has_a_reason(text: str, reasons: list[str | None]) -> None:
    entries = [entry for entry in read(text).ledger if entry.kind != "percent"]
    assert [None if entry.finding_id else entry.reason for entry in entries] == reasons
