from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.evaluation.statistics import Share, f1, kappa, wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_as_published(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_mirrors(case: tuple[int, int]) -> None:
    right, of = case
    low, high = wilson(right, of)
    assert 0 <= low <= right / of <= high <= 1
    assert wilson(of - right, of) == pytest.approx((1 - high, 1 - low))


@given(st.integers(0, 50), st.integers(1, 20))
def test_more_of_the_same_is_surer(right: int, times: int) -> None:
    of = 50
    low, high = wilson(right, of)
    more_low, more_high = wilson(right * times, of * times)
    assert more_high - more_low <= high - low + 1e-12


def test_a_share_of_nothing_is_unknown() -> None:
    assert (Share(0, 0).share, Share(0, 0).interval) == (None, None)
    assert Share(3, 4).share == 0.75


def test_f1() -> None:
    assert f1(1.0, 0.5) == pytest.approx(2 / 3)
    assert f1(0.0, 0.0) == 0.0
    assert f1(None, 0.5) is None


def test_kappa_as_reckoned_by_hand() -> None:
    # 20 both yes, 15 both no, 5 and 10 apart: observed 0.7, by chance 0.5
    pairs = [("y", "y")] * 20 + [("n", "n")] * 15 + [("y", "n")] * 5 + [("n", "y")] * 10
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_where_chance_says_all() -> None:
    assert kappa([("y", "y")] * 3) is None
    assert kappa([]) is None
    assert kappa([("y", "n")] * 3) == 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"))))
def test_kappa_is_at_most_one_and_symmetric(pairs: list[tuple[str, str]]) -> None:
    value = kappa(pairs)
    if value is not None:
        assert -1 <= value <= 1
        assert kappa([(other, one) for one, other in pairs]) == pytest.approx(value)
        assert (value == 1) == all(one == other for one, other in pairs)
