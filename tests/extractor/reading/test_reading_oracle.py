"""Words and boxes of PDFium against pdfplumber, on real pages of many kinds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpora.samples import PDFS
from extractor.reading.model import Document
from tests.extractor.oracle import (
    Comparison,
    compare,
    oracle_words,
    own_words,
    percentile,
)
from tests.readings import Reading, sample_named

LAYOUTS = {"word": ("ashcombe", "harrowick"), "designed": ("kestrelshire", "westmarch")}
PUBLISHED = [
    "northamptonshire-word.pdf",
    "ofsted/bradford_2014_sif.pdf",
    "ofsted/tameside_2016_sif.pdf",
    "ofsted/blackpool_2019_ilacs.pdf",
    "ofsted/kent-23-august-2013.pdf",
    "ofsted/york-04-may-2022.pdf",
    "ofsted-2026/sefton-children-s-services-inspection-12-august-2025.pdf",
    "other/columns/eu-001.pdf",
    "other/columns/eu-015.pdf",
    "other/send/rutland-area-send-full-inspection-03-august-2023.pdf",
]


def spread(count: int, pages: int) -> list[int]:
    """Some page numbers over a document, the first and the last among them."""
    return sorted({1 + round(at * (pages - 1) / max(1, count - 1)) for at in range(count)})


def compared(path: Path, document: Document, count: int) -> Comparison:
    numbers = spread(count, len(document.pages))
    oracle = oracle_words(path, numbers)
    result = Comparison()
    for number in numbers:
        compare(oracle[number], own_words(document.pages[number - 1]), result)
    return result


def check(result: Comparison) -> None:
    assert result.same >= 0.995 * result.words, result.unlike[:10]
    assert percentile(result.across, 0.99) <= 1.0
    assert percentile(result.down, 0.99) <= 3.5  # some fonts give no descent


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_and_boxes_of_a_layout_are_those_of_the_oracle(layout: str) -> None:
    result = Comparison()
    for name in LAYOUTS[layout]:
        result.add(compared(PDFS / f"{name}.pdf", sample_named(name).document, 9))
    assert result.words > 3000
    check(result)


@pytest.mark.parametrize("name", PUBLISHED)
def test_words_and_boxes_of_a_published_report(
    name: str, published: Callable[[str], Reading]
) -> None:
    reading = published(name)
    result = compared(reading.path, reading.document, 4)
    assert result.words > 100
    check(result)


def test_a_word_on_a_turned_page_stands_where_it_is_displayed(
    published: Callable[[str], Reading],
) -> None:
    reading = published("broken/hello-world-rotated.pdf")
    for page in reading.document.pages:
        hello, world = own_words(page)
        assert (hello.text, world.text) == ("Hello", "world")
        # As pdfplumber has it: the text runs down a page of 792 by 612 points.
        assert hello.sides == pytest.approx((362.5, 210.0, 398.5, 298.0), abs=1)


def test_the_oracle_counts_as_many_percent_signs(word_sample: Reading) -> None:
    pages = range(1, len(word_sample.document.pages) + 1)
    oracle = oracle_words(word_sample.path, list(pages))
    texts = [" ".join(word.text for word in words) for words in oracle.values()]
    signs = sum(text.count("%") + text.count("per cent") for text in texts)
    assert word_sample.report.percent_signs == signs
