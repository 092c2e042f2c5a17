"""Intervals of shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.interval import Interval

BOUNDS = st.integers(0, 8).map(lambda eighth: eighth * 12.5)
INTERVALS = st.builds(
    lambda one, other, low, high: Interval(min(one, other), max(one, other), low, high),
    BOUNDS,
    BOUNDS,
    st.booleans(),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("share", "held"),
    [(39.0, False), (40.0, True), (45.0, True), (50.0, False), (50.0000001, False), (51.0, False)],
)
def test_an_interval_holds_what_lies_in_it_and_its_closed_bounds(share: float, held: bool) -> None:
    assert Interval(40, 50, True, False).holds(share) is held


def test_two_thirds_are_held_however_they_were_computed() -> None:
    assert Interval(200 / 3, 200 / 3).holds(100 - 100 / 3)


@given(INTERVALS, INTERVALS)
def test_two_intervals_overlap_where_a_share_lies_in_both(one: Interval, other: Interval) -> None:
    steps = [step * 6.25 for step in range(17)]
    both = any(one.holds(share) and other.holds(share) for share in steps)
    assert one.overlaps(other) is other.overlaps(one) is both


@given(INTERVALS, BOUNDS)
def test_what_an_interval_holds_its_complement_holds_of_the_rest(
    one: Interval, share: float
) -> None:
    assert one.complement().holds(100 - share) is one.holds(share)
    assert one.complement().complement() == one
