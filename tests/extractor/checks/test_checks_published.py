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

DOUBTFUL_OR_IN_WORDS = {
    ("retold_scope", (4, 47)),
    ("retold_number", (39, 47)),
    ("retold_words", (42, 48)),
    ("counts_needed", (40, 41)),
    ("counts_of_same", (39, 40)),
    ("part_above_group", (40,)),
}


def test_contradictions_of_a_whole_report(published: Callable[[str], Reading]) -> None:
    problems = published("northamptonshire-word.pdf").report.problems
    errors = {(one.code, tuple(one.pages)) for one in problems if one.severity == "error"}
    assert errors >= NORTHAMPTONSHIRE
    assert len(errors - NORTHAMPTONSHIRE) <= 1
    warnings = {(one.code, tuple(one.pages)) for one in problems if one.severity == "warning"}
    assert warnings >= DOUBTFUL_OR_IN_WORDS
    assert len(warnings - DOUBTFUL_OR_IN_WORDS) <= 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cambridgeshire-08-august-2014", "No count out of 12 is 60%"),
        ("leicester-20-march-2015", "No count out of 25 is 35%"),
        ("rotherham-19-november-2014", "435 of 730 is 59.59%, not 65%"),
        ("sunderland-25-july-2018", "69 of 78 is 88.46%, not 82%"),
        ("suffolk-11-february-2016", "91 of 118 is 77.12%, not 46%"),
        ("leicester-20-march-2015", "267 of 549 is 48.63%, not 47%"),
        ("westminster-29-march-2016", "138 of 179 is 77.09%, not 78%"),
        ("windsor-maidenhead-13-may-2015", "67 of 102 is 65.69%, not 66.7%"),
        ("west-berkshire-18-may-2015", "The same is told as “all four” on page 11 and as “three"),
    ],
)
def test_arithmetic_that_reached_print(
    published: Callable[[str], Reading], name: str, message: str
) -> None:
    problems = published(f"ofsted/{name}.pdf").report.problems
    assert any(one.message.startswith(message) for one in problems if one.severity == "error")
    assert sum(one.severity == "error" for one in problems) <= 2
