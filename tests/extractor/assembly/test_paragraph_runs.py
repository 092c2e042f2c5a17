"""Paragraph numbers of published reports: they run 1, 2, 3 … without a gap or a repeat."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.errors import UnreadableFile
from tests.readings import Reading, published_pdfs


@pytest.mark.parametrize("path", published_pdfs("ofsted"))
def test_paragraph_numbers_run_without_gap_or_repeat(path: Path) -> None:
    try:
        report = Reading(path).report
    except UnreadableFile as error:
        pytest.skip(f"not readable, which other tests expect: {error}")
    numbers = [
        int(block.number)
        for block in report.blocks
        if block.kind == "paragraph" and (block.number or "").isdigit()
    ]
    if not numbers:
        pytest.skip("this report's paragraphs have no plain numbers")
    assert numbers == list(range(1, 1 + len(numbers)))
