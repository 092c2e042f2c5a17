from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.arithmetic import (
    Printed,
    counts_that_print,
    exceed_the_whole,
    fall_short,
    in_figures,
    is_possible,
    percent,
    power,
    rounded,
    sum_of_parts,
    totals_that_fit,
)

MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN)
counts = st.integers(1, 99).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def as_printed(count: int, total: int, mode: str, places: str = "1") -> str:
    """A share as a report prints it, reckoned by other means than those under test."""
    # 30 digits: no share of a total below 1,000 lies so near to a half without being one.
    exact = (Decimal(100) * count / Decimal(total)).quantize(Decimal(1).scaleb(-20))
    return str(exact.quantize(Decimal(places), rounding=mode))


@given(counts, st.sampled_from(MODES), st.sampled_from(["1", "0.1", "0.01"]))
def test_a_share_that_was_rounded_is_possible(
    case: tuple[int, int], mode: str, places: str
) -> None:
    count, total = case
    share = Printed.of(as_printed(count, total, mode, places))
    assert count in counts_that_print(share, total)
    assert is_possible(share, total)


def test_every_share_below_a_hundred_in_both_ways_of_rounding() -> None:
    for total in range(1, 100):
        possible = {as_printed(count, total, mode) for count in range(total + 1) for mode in MODES}
        for share in range(101):
            assert is_possible(Printed.of(str(share)), total) == (str(share) in possible)


def test_as_printed_counts() -> None:
    assert is_possible(Printed.of("14"), 22)  # 3 of 22 is 13.64
    assert not is_possible(Printed.of("14.0"), 22)
    assert counts_that_print(Printed.of("12.5"), 8) == [1]
    assert counts_that_print(Printed.of("13"), 8) == [1]  # half up
    assert counts_that_print(Printed.of("12"), 8) == [1]  # half even
    assert counts_that_print(Printed.of("11"), 8) == []


@pytest.mark.parametrize(
    ("share", "total", "possible"),
    [
        ("41", 44, True),
        ("41", 52, False),
        ("41", 12, False),
        ("35", 9, False),
        ("0", 7, True),
        ("100", 7, True),
        ("101", 7, False),
        ("1", 99, True),
        ("99", 60, False),
    ],
)
def test_cases_reckoned_by_hand(share: str, total: int, possible: bool) -> None:
    assert is_possible(Printed.of(share), total) == possible


@given(st.integers(0, 100), st.integers(100, 2000))
def test_whole_percentages_of_a_hundred_or_more_are_all_possible(share: int, total: int) -> None:
    assert is_possible(Printed.of(str(share)), total)
    assert power(Printed.of(str(share)), total) == 0


@given(st.integers(1, 99))
def test_power_is_the_share_that_no_count_gives(total: int) -> None:
    impossible = sum(not is_possible(Printed.of(str(share)), total) for share in range(100))
    ties = sum(len(rounded(percent(count, total), Fraction(1))) - 1 for count in range(total))
    assert power(Printed.of("50"), total) == Fraction(impossible + ties, 100)


@given(counts, st.sampled_from(["1", "0.1"]))
def test_both_ways_of_rounding(case: tuple[int, int], places: str) -> None:
    count, total = case
    unit = Fraction(places)
    expected = {Fraction(as_printed(count, total, mode, places)) for mode in MODES}
    assert rounded(percent(count, total), unit) == expected


@given(
    st.lists(st.integers(1, 40), min_size=2, max_size=6),
    st.sampled_from(MODES),
    st.sampled_from(["1", "0.1"]),
)
def test_parts_of_a_whole_never_raise_a_problem(parts: list[int], mode: str, places: str) -> None:
    total = sum(parts)
    printed = [Printed.of(as_printed(part, total, mode, places)) for part in parts]
    assert not exceed_the_whole(printed)
    assert not fall_short(printed)
    low, high = sum_of_parts(printed)
    assert low <= 100 <= high


def test_parts_beyond_rounding() -> None:
    assert exceed_the_whole(map(Printed.of, ["46", "39", "24"]))
    assert not exceed_the_whole(map(Printed.of, ["34", "34", "33"]))
    assert exceed_the_whole(map(Printed.of, ["33.9", "33.9", "33.3"]))
    assert fall_short(map(Printed.of, ["46", "39", "12"]))
    assert not fall_short(map(Printed.of, ["33", "33", "33"]))


@given(
    st.integers(5, 60).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.integers(0, n), min_size=1, max_size=6))
    ),
    st.sampled_from(MODES),
)
def test_the_total_is_among_those_that_fit(case: tuple[int, list[int]], mode: str) -> None:
    total, some = case
    shares = [Printed.of(as_printed(count, total, mode)) for count in some]
    fitting = totals_that_fit(shares, 60)
    assert total in fitting
    assert all(is_possible(share, one) for one in fitting for share in shares)


def test_totals_that_fit() -> None:
    shares = [Printed.of(one) for one in ("78", "27", "35", "32", "81", "41")]
    assert totals_that_fit(shares, 60) == [37]


@pytest.mark.parametrize("figure", ["", "-3", "1.2.3", "one", "½", "1e3"])
def test_what_is_no_figure(figure: str) -> None:
    with pytest.raises(ValueError, match="is no figure"):
        Printed.of(figure)


def test_units() -> None:
    assert Printed.of("14.0") == Printed(Fraction(14), Fraction(1, 10))
    assert Printed.of("1,250") == Printed(Fraction(1250), Fraction(1))
    assert [in_figures(Fraction(n, d)) for n, d in ((1, 3), (38, 1), (62, 100), (100, 1))] == [
        "0.3",
        "38",
        "0.6",
        "100",
    ]
