"""A finding's box lies on the quantity as it is printed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

import pdfplumber
import pytest

from extractor.reading.pdfium import render
from schemas.finding import Finding
from schemas.geometry import Box
from tests.extractor.oracle import comparable
from tests.readings import Reading, sample_named

PUBLISHED = ["northamptonshire-word.pdf", "ofsted/bradford_2014_sif.pdf"]
PAGES = 4


def chosen(findings: list[Finding]) -> dict[int, list[Finding]]:
    """The findings of some pages, those with boxes on one page alone."""
    ordered = sorted(findings, key=lambda finding: finding.page)
    pages = [(page, list(group)) for page, group in groupby(ordered, key=lambda one: one.page)]
    step = max(1, len(pages) // PAGES)
    return {
        page: [one for one in group if {box.page for box in one.boxes} == {page}]
        for page, group in pages[::step]
    }


def read_again(page: Any, boxes: list[Box]) -> str:
    """What pdfplumber reads under the boxes, without spaces."""
    texts = []
    for box in boxes:
        around = (box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1)
        whole = page.bbox
        inside = (*map(max, around[:2], whole[:2]), *map(min, around[2:], whole[2:]))
        texts.append(page.crop(inside).extract_text() or "")
    return comparable("".join("".join(texts).split()))


def check(reading: Reading) -> None:
    wrong = []
    seen = 0
    with pdfplumber.open(reading.path) as pdf:
        for number, findings in chosen(reading.report.findings).items():
            page = pdf.pages[number - 1]
            image = render(reading.data, number, scale=1.5).convert("L")
            for finding in findings:
                seen += 1
                for box in finding.boxes:
                    darkest, lightest = image.crop(
                        [round(1.5 * side) for side in box[1:]]
                    ).getextrema()
                    assert lightest - darkest > 60, f"blank: {finding.text}, page {number}"
                wanted = comparable("".join(finding.text.split())).replace("-", "")
                if wanted not in read_again(page, finding.boxes).replace("-", ""):
                    wrong.append((finding.text, number, read_again(page, finding.boxes)))
            page.close()
    assert seen >= PAGES
    assert wrong == []


@pytest.mark.parametrize("name", ["ashcombe", "harrowick", "kestrelshire", "westmarch"])
def test_a_samples_boxes_lie_on_the_printed_quantities(name: str) -> None:
    check(sample_named(name))


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_reports_boxes_lie_on_the_printed_quantities(
    name: str, published: Callable[[str], Reading]
) -> None:
    check(published(name))
