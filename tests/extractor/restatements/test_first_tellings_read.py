"""The first mentions in whole reports: the samples, and published ones where there are any."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor.restatements.agreement import agreement
from extractor.restatements.weights import base_of
from schemas.finding import Finding
from schemas.report import Report
from tests.readings import Sample, published_pdfs, reading_of


def mentions(report: Report) -> list[tuple[Finding, Finding]]:
    """Each finding that tells a fact again, behind the first that tells it."""
    by_id = {one.finding_id: one for one in report.findings}
    return [(by_id[one.same_as], one) for one in report.findings if one.same_as]


def wrong(report: Report) -> list[dict[str, Any]]:
    """First mentions that are none."""
    opposites = {
        (pair.finding_id, pair.other_id)
        for pair in report.restatements
        if "complement" in pair.agrees
    }
    found = []
    for first, again in mentions(report):
        ends = first.finding_id, again.finding_id
        number = agreement(first, again, opposite=ends in opposites)
        bases = {base_of(first), base_of(again)} - {None}
        why = {
            "chain": first.same_as is not None,
            "word for a figure": first.kind == "vague" != again.kind,
            "comparator": (first.context == "comparison") != (again.context == "comparison"),
            "number": number in (None, "differs", "exception"),
            "base": len(bases) > 1,
        }
        found += [{"why": name, "first": ends[0], "again": ends[1]} for name in why if why[name]]
    return found


def test_first_tellings_of_samples_agree(each_sample: Sample) -> None:
    assert len(mentions(each_sample.report)) > 10
    assert wrong(each_sample.report) == []


@pytest.mark.parametrize("path", published_pdfs("northamptonshire"))
def test_first_tellings_of_a_published_report_agree(path: Path) -> None:
    report = reading_of(path).report
    assert len(mentions(report)) > 40
    assert wrong(report) == []
