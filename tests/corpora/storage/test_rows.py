from __future__ import annotations

import json
import math

import pytest

from corpora.storage.rows import boxes_json, rows_of
from corpora.storage.shards import writable_rows
from schemas.contract.tables import TABLES
from schemas.errors import UnwritableRows
from schemas.geometry import Box


def test_every_row_has_every_column(make_report) -> None:
    for name, rows in rows_of(make_report()).items():
        assert rows
        for row in rows:
            assert set(TABLES[name].header) <= set(row)


def test_no_required_column_is_null(make_report) -> None:
    for name, rows in rows_of(make_report()).items():
        required = [column.name for column in TABLES[name].columns if column.required]
        assert all(row[column] is not None for row in rows for column in required)


def test_report_row(make_report) -> None:
    (row,) = rows_of(make_report())["reports"]
    assert row["link"] == "north.pdf#page=1"
    assert (row["pages"], row["text_pages"]) == (2, 1)
    assert (row["percent_signs"], row["percent_signs_accounted"]) == (3, 2)
    assert json.loads(row["framework_candidates"]) == [
        {"framework": "example-2013", "score": 0.9, "missing": [], "lost": None}
    ]


def test_boxes_are_rounded_to_two_decimals(make_report) -> None:
    (row,) = rows_of(make_report())["findings"]
    assert json.loads(row["boxes"]) == [[2, 10.12, 20.0, 30.5, 42.0]]
    assert row["link"] == "north.pdf#page=2"


@pytest.mark.parametrize("page", [1, 10, 200])
def test_boxes_are_written_as_numbers_are(page: int) -> None:
    boxes = [Box(page, 0.0, 10.0, 100.5, 1000.254), Box(page, -0.001, 0.005, 20.05, 99.999)]
    rounded = [[page, *(round(side, 2) for side in box[1:])] for box in boxes]
    assert boxes_json(boxes) == json.dumps(rounded, separators=(",", ":"))
    assert boxes_json([]) == "[]"


def test_restated_says_page_text_result_and_boxes(make_report) -> None:
    (row,) = rows_of(make_report())["ratings"]
    (restated,) = json.loads(row["restated"])
    assert set(restated) == {"page", "text", "score", "grade", "boxes"}
    assert row["score"] == 74


def test_restatements_say_what_agrees_and_what_differs(make_report) -> None:
    (row,) = rows_of(make_report())["restatements"]
    assert (row["score"], json.loads(row["agrees"]), json.loads(row["differs"])) == (
        0.988,
        ["value"],
        [],
    )


@pytest.mark.parametrize(("value", "kept"), [(100 / 3, 33.333), (41.6666666, 41.667), (None, None)])
def test_shares_have_three_decimals(make_report, make_finding, value, kept) -> None:
    report = make_report(findings=[make_finding("x", "f", value=value)])
    assert rows_of(report)["findings"][0]["value"] == kept


def test_an_empty_table_cell_is_null(make_report) -> None:
    assert rows_of(make_report())["table_cells"][0]["text"] is None


@pytest.mark.parametrize(
    ("field", "value", "column_type"),
    [
        ("denominator", 2**63, "integer"),
        ("denominator", -(2**63) - 1, "integer"),
        ("value", math.inf, "number"),
        ("value", math.nan, "number"),
        ("sentence", "half a pair \ud83d", "string"),
        ("rule", None, "string"),
    ],
)
def test_a_value_that_no_table_can_hold_is_named(
    make_report, make_finding, field: str, value: object, column_type: str
) -> None:
    found = make_finding("x", "f").model_copy(update={field: value})
    with pytest.raises(UnwritableRows, match=rf"^findings\.{field} holds .*no {column_type} "):
        writable_rows(make_report(findings=[make_finding("x", "e"), found]))


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), 0, None])
def test_what_a_table_can_hold_passes(make_report, make_finding, value: int | None) -> None:
    report = make_report(findings=[make_finding("x", "f", denominator=value)])
    assert writable_rows(report) == rows_of(report)
