from __future__ import annotations

from itertools import pairwise

from schemas.document import Block, PlacedWord
from tests.readings import Sample

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


MARKS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
