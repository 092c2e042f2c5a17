"""The shares that words without a number allow."""

from __future__ import annotations

import pytest

from extractor import read_sentence
from extractor.language.quantifier_intervals import allowed_by, meant_by
from schemas.interval import Interval

MORE_THAN_HALF = Interval(50, 100, False, False)


@pytest.mark.parametrize(
    ("text", "interval", "defined"),
    [
        ("Most", MORE_THAN_HALF, True),
        ("a majority", MORE_THAN_HALF, True),
        ("the very small minority", Interval(0, 50, False, False), True),
        ("the vast majority", Interval(65, 100), False),
        ("very nearly all", Interval(80, 100, True, False), False),
        ("too many", Interval(3, 100), False),
        ("a few", Interval(0, 35), False),
    ],
)
def test_the_longest_of_the_words_counts(text: str, interval: Interval, defined: bool) -> None:
    assert allowed_by(text) == (interval, defined)


@pytest.mark.parametrize("text", ["too few", "at most two", "most of the time", "all", "manyfold"])
def test_other_words_allow_any_share(text: str) -> None:
    assert allowed_by(text) is None


def test_nearly_all_is_not_all() -> None:
    allowed = allowed_by("nearly all")
    assert allowed is not None
    assert not allowed.interval.overlaps(Interval(100, 100))
    assert allowed.interval.overlaps(Interval(99.5, 100))


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("the vast majority", MORE_THAN_HALF),
        ("Most", MORE_THAN_HALF),
        ("a small minority", Interval(0, 50, False, False)),
        ("nearly all", None),
        ("", None),
    ],
)
def test_what_a_word_means_by_definition(text: str, interval: Interval | None) -> None:
    assert meant_by(text) == interval


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("The vast majority of homes had a manager.", 50, 100),
        ("Most plans were good.", 50, 100),
        ("A minority of children had no plan.", 0, 50),
        ("Nearly all plans were good.", None, None),
    ],
)
def test_a_finding_has_what_its_words_mean(
    sentence: str, low: float | None, high: float | None
) -> None:
    (finding,) = read_sentence(sentence)
    assert (finding.low, finding.high) == (low, high)
