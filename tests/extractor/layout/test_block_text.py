"""Every quote, offset and box of a report is true of the printed page, whatever the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.errors import UnreadableFile
from tests.extractor.block_texts import (
    Printed,
    faults_of_finding,
    faults_of_places,
    faults_of_words,
)
from tests.readings import Reading, Sample, published_pdfs


def faults(reading: Reading) -> list[str]:
    """Everything wrong with the way from a report's text to its pages."""
    report, printed = reading.report, Printed(reading.document)
    found = faults_of_words(report) + faults_of_places(report, printed)
    for finding in report.findings:
        found += faults_of_finding(finding, report, printed)
    signs = sum(entry.kind == "percent" for entry in report.ledger)
    if signs != report.percent_signs:
        found.append(f"{report.percent_signs} percent signs, {signs} in the ledger")
    ids = [finding.finding_id for finding in report.findings]
    if len(set(ids)) != len(ids):
        found.append("two findings have one id")
    return found


def test_a_sample_agrees_with_its_pages(each_sample: Sample) -> None:
    assert len(each_sample.report.findings) > 90
    assert faults(each_sample)[:10] == []


@pytest.mark.parametrize("path", published_pdfs())
def test_a_published_report_agrees_with_its_pages(path: Path) -> None:
    reading = Reading(path)
    try:
        pages = len(reading.document.pages)
    except UnreadableFile as error:
        pytest.skip(f"not readable, which other tests expect: {error}")
    assert len(reading.report.pages) == pages
    assert faults(reading)[:10] == []
