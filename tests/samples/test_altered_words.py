"""Contradictions made by altering one printed word of a sample, one at a time, are noticed."""

from __future__ import annotations

import random

import pytest

from tests.mutation import Outcome, outcomes
from tests.readings import sample_named

CERTAIN = {
    "headline score told again",
    "percentage beside its count",
    "count above its base",
    "“all” told twice",
    "page on the contents page",
}
EACH = 2


@pytest.fixture(scope="module")
def altered() -> list[Outcome]:
    path = sample_named("westmarch").path
    return list(outcomes(path, EACH, "", random.Random(1)))


def test_what_can_only_be_a_contradiction_is_seen(altered: list[Outcome]) -> None:
    certain = [one for one in altered if one.kind in CERTAIN]
    assert len({one.kind for one in certain}) >= 4
    assert [one.mutation for one in certain if not one.seen] == []


def test_half_of_the_rest_is_seen(altered: list[Outcome]) -> None:
    others = [one for one in altered if one.kind not in CERTAIN | {"any percentage"}]
    assert len(others) >= 4
    assert sum(bool(one.seen) for one in others) >= 0.5 * len(others)


def test_nothing_else_is_said(altered: list[Outcome]) -> None:
    assert [one.unrelated for one in altered if one.unrelated] == []
