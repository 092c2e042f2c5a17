"""Which columns are null, and where, over all fictional reports: as their descriptions say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from corpora.storage.rows import Row, rows_of
from extractor import read_report
from schemas.contract.columns import Column, Table
from schemas.contract.tables import TABLES
from schemas.report import Report
from tests.designs.reading import WITH_TAGS, read_design
from tests.extractor.minimal import Sheet, sheets_pdf
from tests.families.test_golden_pairs import PAIRS
from tests.families.test_golden_pairs import report as golden_report
from tests.readings import SAMPLES, sample_named

OF_REPORTS = [table for table in TABLES.values() if table.name != "failures"]
COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in OF_REPORTS
    for column in table.columns
]

# Where a description says exactly when a column is null.
NULL_WHERE: dict[str, dict[str, Callable[[Row], bool]]] = {
    "blocks": {
        "depth": lambda row: row["kind"] != "item",
        "called_at": lambda row: row["called_from"] is None,
    },
    "findings": {
        "low": lambda row: row["high"] is None,
        "low_closed": lambda row: row["low"] is None,
        "high_closed": lambda row: row["low"] is None,
        "section": lambda row: row["section_id"] is None,
    },
    "ratings": {
        "score": lambda row: row["grade"] is not None,
        "grade": lambda row: row["score"] is not None,
    },
    "ledger": {
        "finding_id": lambda row: row["reason"] is not None,
        "reason": lambda row: row["finding_id"] is not None,
    },
}
WITHOUT_VALUE: dict[str, Callable[[Row], bool]] = {
    "count": lambda row: row["kind"] == "count",
    "change": lambda row: bool(row["change"]),
}


def with_number() -> Report:
    """A report of a provider that has a reference number."""
    sheet = Sheet()
    sheet.write("Unique reference number: 80449", 72, 60)
    return read_report(sheets_pdf([sheet]))


def without_words() -> Report:
    return read_report(sheets_pdf([Sheet()]))


def reports() -> Iterator[Report]:
    yield from (sample_named(name).report for name in SAMPLES)
    yield from map(golden_report, PAIRS)
    yield from (read_design(*one).report for one in WITH_TAGS)
    yield with_number()
    yield without_words()


@cache
def rows(name: str) -> list[dict[str, Any]]:
    return [row for made in all_rows() for row in made[name]]


@cache
def all_rows() -> list[dict[str, list[Row]]]:
    return [rows_of(report) for report in reports()]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_is_null_as_it_is_described(table: Table, column: Column) -> None:
    nulls = [row[column.name] is None for row in rows(table.name)]
    assert not all(nulls)
    assert any(nulls) is not column.required


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_column_that_may_be_null_says_where(table: Table) -> None:
    assert [one.name for one in table.columns if bool(one.null) is one.required] == []


@pytest.mark.parametrize(
    ("table", "column"), [(table, name) for table, names in NULL_WHERE.items() for name in names]
)
def test_a_column_is_null_where_its_description_says(table: str, column: str) -> None:
    is_null = NULL_WHERE[table][column]
    assert [row for row in rows(table) if (row[column] is None) is not is_null(row)] == []


@pytest.mark.parametrize("kind", WITHOUT_VALUE)
def test_these_have_no_value(kind: str) -> None:
    found = [row for row in rows("findings") if WITHOUT_VALUE[kind](row)]
    assert found
    assert {row["value"] for row in found} == {None}
