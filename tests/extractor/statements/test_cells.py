"""A bare number in a cell is a count or a rate by the headings over it, and nothing without."""

from __future__ import annotations

import pytest

from extractor.statements.quantities.table_cells import cell_quantities


@pytest.mark.parametrize(
    ("row", "column", "number", "numerator"),
    [
        ("Westmarch", "Population", "61,300", 61300),
        ("Total caseload", "Supervised in the community", "2,862", 2862),
        ("Arson", "Number of cases", "7", 7),
        ("Ashcombe", "Prisoners", "412", 412),
    ],
)
def test_a_count(row: str, column: str, number: str, numerator: int) -> None:
    text = f"{row}\t{number}"
    (quantity,) = cell_quantities(text, [(None, None), (row, column)], [])
    assert (quantity.kind, quantity.numerator, quantity.value) == ("count", numerator, None)
    assert text[quantity.start : quantity.end] == quantity.text == number


def test_a_rate() -> None:
    row = "Offences (rate per 1,000 adults)"
    (quantity,) = cell_quantities(f"{row}\t15", [(None, None), (row, "Westmarch")], [])
    assert (quantity.kind, quantity.value) == ("rate", 1.5)
    assert (quantity.numerator, quantity.denominator) == (15, 1000)


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [
        ("Westmarch", "Average caseload", "41"),
        ("Westmarch", "Children in need, %", "41"),
        ("Published", "Reports", "2013"),
        ("Westmarch", "Population", "n/a"),
        ("Westmarch", "Population", "4.6%"),
        ("Cyanides", "to air kg/year", "50"),
        ("Age of children", "Years", "12"),
    ],
)
def test_what_is_none(row: str, column: str, cell: str) -> None:
    assert cell_quantities(f"{row}\t{cell}", [(None, None), (row, column)], []) == []
