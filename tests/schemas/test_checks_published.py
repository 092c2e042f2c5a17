"""What the checks say of published reports, judged by reading the places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.readings import Reading

NORTHAMPTONSHIRE = {
    ("all_and_share", (14,)),
    ("retold_number", (24, 39)),
    ("parts_and_total", (30,)),
    ("all_and_exception", (41,)),
    ("retold_base", (41, 48)),
    ("impossible_share", (48,)),
    ("score_words", (3, 49)),
}


def test_contradictions_of_a_whole_report(published: Callable[[str], Reading]) -> None:
    problems = published("northamptonshire-word.pdf").report.problems
    errors = {(one.code, tuple(one.pages)) for one in problems if one.severity == "error"}
    assert errors >= NORTHAMPTONSHIRE
    assert len(errors - NORTHAMPTONSHIRE) <= 1
    assert sum(one.severity == "warning" for one in problems) <= 8


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cambridgeshire-08-august-2014", "No count out of 12 is 60%"),
        ("leicester-20-march-2015", "No count out of 25 is 35%"),
        ("rotherham-19-november-2014", "435 of 730 is 59.59%, not 65%"),
        ("sunderland-25-july-2018", "69 of 78 is 88.46%, not 82%"),
    ],
)
def test_arithmetic_that_reached_print(
    published: Callable[[str], Reading], name: str, message: str
) -> None:
    problems = published(f"ofsted/{name}.pdf").report.problems
    assert any(one.message.startswith(message) for one in problems if one.severity == "error")
    assert sum(one.severity == "error" for one in problems) <= 2
