from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.geometry import Box, CharSpan, union

sides = st.tuples(*[st.floats(-1000, 1000)] * 4)
boxes = sides.map(
    lambda s: Box(1, min(s[0], s[2]), min(s[1], s[3]), max(s[0], s[2]), max(s[1], s[3]))
)


def test_width_and_height() -> None:
    box = Box(3, 10, 20, 25, 60)
    assert (box.width, box.height) == (15, 40)


def test_a_box_holds_what_lies_inside_it_on_its_page() -> None:
    box = Box(3, 10, 20, 30, 40)
    assert box.contains(box)
    assert box.contains(Box(3, 11, 21, 29, 39))
    assert not box.contains(Box(4, 11, 21, 29, 39))


@pytest.mark.parametrize(
    "sides", [(9, 20, 30, 40), (10, 19, 30, 40), (10, 20, 31, 40), (10, 20, 30, 41)]
)
def test_slack_forgives_what_sticks_out_on_any_side(
    sides: tuple[float, float, float, float],
) -> None:
    box, other = Box(1, 10, 20, 30, 40), Box(1, *sides)
    assert not box.contains(other)
    assert not box.contains(other, 0.9)
    assert box.contains(other, 1)


@given(st.lists(boxes, min_size=1))
def test_a_union_holds_each_box_and_no_more(many: list[Box]) -> None:
    whole = union(iter(many))
    assert all(whole.contains(box) for box in many)
    for side in ("x0", "top", "x1", "bottom"):
        assert getattr(whole, side) in [getattr(box, side) for box in many]


@pytest.mark.parametrize("many", [[], [Box(1, 0, 0, 1, 1), Box(2, 0, 0, 1, 1)]])
def test_no_union_of_nothing_or_of_two_pages(many: list[Box]) -> None:
    with pytest.raises(ValueError, match="exactly one page"):
        union(many)


def test_a_span_is_a_pair_of_half_open_offsets() -> None:
    start, end = CharSpan(3, 6)
    assert "of 41% of"[start:end] == "41%"
