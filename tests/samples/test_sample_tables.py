from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from extractor import pipeline
from schemas.document import Block, PlacedWord
from tests.readings import Sample
from tests.stripped import strip_reading

APART = 6.0  # points


def cells_of(row: Block) -> list[list[PlacedWord]]:
    """The printed words of each cell of a row that has any."""
    cells: list[list[PlacedWord]] = []
    start = 0
    for text in row.text.split("\t"):
        end = start + len(text)
        if text:
            cells.append(row.words_of(start, end))
        start = end + 1
    return cells


def test_cells_of_a_row_stand_apart(each_sample: Sample) -> None:
    rows = [block for block in each_sample.report.blocks if block.kind == "row"]
    assert rows
    touching = [
        row.text
        for row in rows
        for left, right in pairwise(cells_of(row))
        if min(word.x0 for word in right) - max(word.x1 for word in left) < APART
    ]
    assert touching == []


def test_header_rows_are_read_as_written(each_sample: Sample) -> None:
    read = {block.text.translate(MARKS) for block in each_sample.report.blocks}
    for table in each_sample.truth["tables"]:
        assert "\t".join(table["columns"]) in read


def test_rows_are_read_where_only_alignment_shows_them(
    each_sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = strip_reading(monkeypatch, lines=True)
    bare = pipeline.read_report(each_sample.path)
    assert taken[0] > 0
    read = Counter(filled(block) for block in each_sample.report.blocks if block.kind == "row")
    found = Counter(filled(block) for block in bare.blocks if block.kind == "row")
    charts = [block for block in each_sample.report.blocks if block.kind == "chart"]
    labels = {word for block in charts for word in block.text.split() if word[0].isdigit()}
    assert (read & found).total() >= 0.98 * read.total(), read - found
    # without its drawing, a chart is a table of its labels
    invented = [row for row in found - read if not set(" ".join(row).split()) & labels]
    assert invented == []


def filled(row: Block) -> tuple[str, ...]:
    """The texts of a row's cells that have any."""
    return tuple(text for text in row.text.split("\t") if text)


MARKS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
