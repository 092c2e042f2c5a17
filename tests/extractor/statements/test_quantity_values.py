"""What percentages are worth: values, intervals, modifiers, ranges, changes."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.statements.quantities.finder import read_quantities
from extractor.statements.quantities.intervals import rounded
from schemas.finding import Quantity

TEMPLATES = [
    "Overall, {} of the written reports were good.",
    "We found this in some ({}) of them.",
    "The rate was {}, above the average.",
    "White\t{}\t-",
    "It applied in {}.",
]


def shares(text: str) -> list[Quantity]:
    """Quantities but for the bare counts and words without a number beside them."""
    return [one for one in read_quantities(text) if one.kind not in ("count", "vague")]


def only(text: str) -> Quantity:
    (quantity,) = shares(text)
    return quantity


def bounds(quantity: Quantity) -> tuple[object, ...]:
    return quantity.interval or (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("In 41% of cases it was.", "41%", 41.0),
        ("It was 78 per cent of them.", "78 per cent", 78.0),
        ("It was 78 percent of them.", "78 percent", 78.0),
        ("The rate was 12.8% in June.", "12.8%", 12.8),
        ("It was 0% of them.", "0%", 0.0),
        ("All, that is 100%, did so.", "100%", 100.0),
        ("Costs came to 1,250% of the plan.", "1,250%", 1250.0),
        ("Completion rates are100% here.", "100%", 100.0),
        ("In 16%⁶ of all cases there was none.", "16%", 16.0),
        ("In 16% ⁶of all cases there was none.", "16%", 16.0),
        ("188 (or 21.1%) were re-referrals.", "21.1%", 21.1),
    ],
)
def test_a_figure_is_read_as_printed(text: str, printed: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.value) == (printed, value)
    assert text[quantity.start : quantity.end] == printed
    assert (quantity.kind, quantity.change, quantity.modifier) == ("percentage", False, None)


@pytest.mark.parametrize(
    ("text", "printed", "modifier", "expected"),
    [
        ("In 41% of cases.", "41%", None, (40.5, 41.5, True, False)),
        ("In 12.8% of cases.", "12.8%", None, (12.75, 12.85, True, False)),
        ("In only 58% of cases.", "only 58%", "only", (57.5, 58.5, True, False)),
        ("A further 20% had.", "further 20%", "further", (19.5, 20.5, True, False)),
        (
            "and the remaining 31% had.",
            "the remaining 31%",
            "remaining",
            (30.5, 31.5, True, False),
        ),
        ("In more than 40% of cases.", "more than 40%", "more than", (40, 100, False, True)),
        ("In over 60% of cases.", "over 60%", "over", (60, 100, False, True)),
        ("In just over 50% of cases.", "just over 50%", "just over", (50, 100, False, True)),
        ("In fewer than 10% of cases.", "fewer than 10%", "fewer than", (0, 10, True, False)),
        ("In under 3% of cases.", "under 3%", "under", (0, 3, True, False)),
        ("In at least 80% of cases.", "at least 80%", "at least", (79.5, 100, True, True)),
        ("In up to 20% of cases.", "up to 20%", "up to", (0, 20.5, True, False)),
        ("In at most 20% of cases.", "at most 20%", "at most", (0, 20.5, True, False)),
    ],
)
def test_a_modifier_moves_the_bounds_and_not_the_value(
    text: str, printed: str, modifier: str | None, expected: tuple[object, ...]
) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.modifier) == (printed, modifier)
    assert bounds(quantity) == expected
    assert f"{quantity.value:g}%" == printed.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("word", ["nearly", "almost"])
def test_nearly_ends_below_its_figure(word: str) -> None:
    quantity = only(f"In {word} 40% of reports.")
    assert quantity.interval is not None
    assert quantity.interval.high == 40
    assert quantity.interval.high_closed is False
    assert 20 <= quantity.interval.low < 40


@pytest.mark.parametrize("word", ["about", "around", "approximately"])
def test_about_leaves_both_sides_open(word: str) -> None:
    quantity = only(f"In {word} 40% of reports.")
    assert quantity.interval is not None
    low, high, *_ = quantity.interval
    assert low < 39.5
    assert high > 40.5
    assert 40 - low == high - 40


def test_a_modifier_elsewhere_in_the_sentence_is_not_of_the_figure() -> None:
    quantity = only("In more than one office, 41% of the cases were late.")
    assert (quantity.text, quantity.modifier) == ("41%", None)


@pytest.mark.parametrize(
    "text",
    [
        "The number fell by 46% in a year.",
        "Demand had increased by 12% since then.",
        "There was a 7% increase in demand.",
        "Use was reduced by 2.5% there.",
        "That was 8 percentage points higher than last year.",
        "There was a gap of 10 percentage points.",
        "It was 4% lower than before.",
    ],
)
def test_a_change_has_no_value(text: str) -> None:
    quantity = only(text)
    assert quantity.change is True
    assert quantity.value is None
    assert bounds(quantity) == (None, None, None, None)


def test_the_ends_of_a_rise_are_shares() -> None:
    found = read_quantities("The share had risen from 41% to 58% of visits.")
    assert [(one.text, one.value, one.change) for one in found] == [
        ("41%", 41.0, False),
        ("58%", 58.0, False),
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It ran at 95–100% all year.", "95–100%"),
        ("It lay at 95 to 100% of visits.", "95 to 100%"),
        ("It was between 95% and 100% there.", "between 95% and 100%"),
        ("It was between 95 and 100% there.", "between 95 and 100%"),
        ("It was between 95 and 100 per cent there.", "between 95 and 100 per cent"),
    ],
)
def test_a_range_is_one_statement_from_its_lower_to_its_upper_figure(
    text: str, printed: str
) -> None:
    quantity = only(text)
    assert quantity.text == printed
    assert (bounds(quantity)[:2], quantity.value) == ((94.5, 100.0), None)


def test_a_percentage_beside_another_is_a_statement_of_its_own() -> None:
    found = read_quantities("Attendance was 80%/20% by sex; 46% made progress, a further 20% some.")
    assert [one.text for one in found] == ["80%", "20%", "46%", "further 20%"]


@pytest.mark.parametrize(
    "text",
    [
        "% Minority ethnic",
        "The percentage of cases was low.",
        "There were 16 cases, 8 of a kind.",
        "In 2013–14 all was well.",
        "The key points for 8 cases.",
        "",
    ],
)
def test_what_is_no_percentage(text: str) -> None:
    assert shares(text) == []


figures = st.integers(0, 100).map(str) | st.integers(0, 999).map(lambda n: f"{n // 10}.{n % 10}")


@given(figures, st.sampled_from(TEMPLATES), st.sampled_from(["{}%", "{} per cent"]))
def test_any_figure_is_its_value_and_half_a_unit_either_side(
    figure: str, template: str, unit: str
) -> None:
    printed = unit.format(figure)
    text = template.format(printed)
    quantity = only(text)
    half = 0.05 if "." in figure else 0.5
    assert text[quantity.start : quantity.end] == quantity.text == printed
    assert quantity.value == float(figure)
    assert quantity.interval is not None
    low, high, low_closed, high_closed = quantity.interval
    assert low == pytest.approx(max(0, float(figure) - half))
    assert high == pytest.approx(min(100, float(figure) + half))
    assert (low_closed, high_closed) == (True, float(figure) + half > 100)


@given(figures)
def test_the_rounding_interval_is_as_wide_as_one_unit_of_the_last_digit(figure: str) -> None:
    low, high = rounded(figure)
    assert high - low == pytest.approx(0.1 if "." in figure else 1.0)
    assert (low + high) / 2 == pytest.approx(float(figure))


@given(st.text(st.characters(exclude_categories=["Nd", "Nl", "No", "Cs"]), max_size=60))
def test_a_text_without_digits_holds_no_percentage_in_digits(text: str) -> None:
    assert [one for one in read_quantities(text) if one.kind == "percentage"] == []


PIECES = [
    "41%",
    "per cent",
    "more than",
    "–",
    "12.8",
    "%",
    "(",
    ")",
    "70",
    "to",
    "⁶",
    "points",
    ",",
    ".",
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(string.printable, max_size=6), max_size=12),
    st.sampled_from(["", " ", "\t"]),
)
def test_offsets_always_slice_the_text_and_never_overlap(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    end = 0
    for quantity in read_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        end = quantity.end
        if quantity.interval is not None:
            low = quantity.interval.low
            assert quantity.modifier or quantity.value is None or low <= quantity.value


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("In 0% of cases it was late.", (0.0, 0.5, True, False)),
        ("In 100% of cases it was late.", (99.5, 100.0, True, True)),
        ("In about 99% of cases it was late.", (96.5, 100.0, True, True)),
        ("It grew to 120% of its size.", (119.5, 120.5, True, False)),
    ],
)
def test_no_interval_leaves_what_is_possible(
    text: str, interval: tuple[float, float, bool, bool]
) -> None:
    one = only(text)
    assert one.interval == interval


@pytest.mark.parametrize(
    ("text", "printed", "numerator", "denominator"),
    [
        ("Of the 37 children placed last year, 73% did well.", "73%", None, 37),
        ("In all, 33 plans (10.6%) out of 309 were late.", "10.6%", 33, 309),
        ("Of the 19 to 21-year-old care leavers, 60% were in work.", "60%", None, None),
        ("Of 20 children placed in quarters one and two, 84% did well.", "84%", None, 20),
    ],
)
def test_a_percentage_has_the_numbers_that_stand_apart(
    text: str, printed: str, numerator: int | None, denominator: int | None
) -> None:
    (found,) = [one for one in shares(text) if one.text == printed]
    assert (found.numerator, found.denominator) == (numerator, denominator)
    assert len(shares(text)) == 1 + (numerator is not None)
