"""Every text of a finding stands where the finding says that it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import read_report
from schemas.errors import FindingsError
from schemas.finding import Finding
from schemas.report import Report
from tests.readings import Sample


def misplaced(report: Report) -> Iterator[str]:
    """What does not stand at its place."""
    texts = {block.block_id: block.text for block in report.blocks}
    lead_ins = {block.block_id: block for block in report.blocks}
    for one in report.findings:
        text = texts[one.block_id]
        if text[one.start : one.end] != one.text:
            yield f"text {one.text!r}"
        if text[one.sentence_start : one.sentence_end] != one.sentence:
            yield f"sentence {one.sentence!r}"
        if not one.sentence_start <= one.start < one.end <= one.sentence_end:
            yield f"outside its sentence: {one.text!r}"
        yield from _misplaced_phrase(one, "population", texts)
        yield from _misplaced_phrase(one, "predicate", texts)
        block = lead_ins[one.block_id]
        if block.lead_in is not None and texts[block.lead_in_id or ""] != block.lead_in:
            yield f"lead-in {block.lead_in!r}"


def _misplaced_phrase(one: Finding, name: str, texts: dict[str, str]) -> Iterator[str]:
    phrase = getattr(one, name) or getattr(one, f"{name}_context")
    start, end = getattr(one, f"{name}_start"), getattr(one, f"{name}_end")
    if start is None:
        # Only a heading put together from several rows stands in no one place.
        if phrase and not (name == "predicate" and "\t" in one.sentence and " – " in phrase):
            yield f"{name} without a place: {phrase!r}"
        return
    text = texts[getattr(one, f"{name}_block") or one.block_id]
    if text[start:end] != phrase:
        yield f"{name} {phrase!r}"


def test_every_phrase_of_a_sample_stands_at_its_place(each_sample: Sample) -> None:
    assert len(each_sample.report.findings) > 100
    assert list(misplaced(each_sample.report)) == []


def test_a_finding_is_not_changed(word_sample: Sample) -> None:
    finding = word_sample.report.findings[0]
    with pytest.raises(ValueError, match="frozen"):
        finding.polarity = "0"  # type: ignore[misc]


@pytest.mark.slow
def test_every_phrase_of_the_published_reports_stands_at_its_place(reports_folder: Path) -> None:
    count = 0
    for path in sorted(reports_folder.rglob("*.pdf")):
        try:
            report = read_report(path)
        except FindingsError:
            continue
        count += len(report.findings)
        assert list(misplaced(report)) == [], path.name
    assert count > 10_000
