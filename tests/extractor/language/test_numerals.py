"""Numbers and fractions in words and digits."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import read_sentence
from extractor.language.data_files import pattern_file
from extractor.language.numerals import (
    figure,
    fraction_in_words,
    number_in_words,
    number_lists,
    whole_numbers,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("nought", 0),
        ("zero", 0),
        ("Seventy-seven", 77),
        ("forty two", 42),
        ("hundred", 100),
        ("one hundred and five", 105),
        ("twelve hundred", 1200),
        ("two hundred thousand", 200_000),
        ("two thousand and five", 2005),
        ("one hundred and five thousand", 105_000),
        ("one million two hundred thousand and six", 1_200_006),
        ("three billion", 3_000_000_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
    ],
)
def test_a_number_in_words(text: str, number: int) -> None:
    assert number_in_words(text) == number
    assert whole_numbers(f"In {text} of the cases") == [number]


@pytest.mark.parametrize(
    "text", ["", "a", "and", "six cases", "5", "one-third", "one two", "seconds", "twenty-twelve"]
)
def test_other_words_are_no_number(text: str) -> None:
    assert number_in_words(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("seven of the twenty-one", [7, 21]),
        ("17 of 1,250", [17, 1250]),
        ("2.5 million of 3,000,000", [2_500_000, 3_000_000]),
        ("in one hundred and two hundred", [100, 200]),
        ("Six-weekly reviews of one-third of 10", [10]),
        ("2013–14", [2013, 14]),
        ("two thousand, five of them late", [2000, 5]),
        ("12.8 or 3", [3]),
    ],
)
def test_whole_numbers_in_order(text: str, numbers: list[int]) -> None:
    assert whole_numbers(text) == numbers


@pytest.mark.parametrize(
    "printed", ["612,613,615,618", "612,613,615,618,619,621,622", "01632960123", "9781234567897"]
)
def test_what_no_report_counts_is_no_number(printed: str) -> None:
    assert whole_numbers(f"see {printed} and 3") == [3]


@given(st.text(alphabet="0123456789,. andtwohuremilbk", max_size=60))
def test_every_number_fits_a_column_of_64_bits(text: str) -> None:
    assert all(0 <= number < 2**63 for number in whole_numbers(text))


def in_words(number: int) -> str:
    """The number in words, as British English writes it."""
    table = pattern_file("numerals")
    below = {
        value: word for name in ("units", "teens", "tens") for word, value in table[name].items()
    }
    for word, scale in reversed(table["scales"].items()):
        if number >= scale:
            rest = number % scale
            joined = " and " if rest < 100 else " "
            return f"{in_words(number // scale)} {word}" + (
                f"{joined}{in_words(rest)}" if rest else ""
            )
    if number >= 100:
        tail = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{below[number // 100]} hundred{tail}"
    if number in below:
        return str(below[number])
    return f"{below[number - number % 10]}-{below[number % 10]}"


@given(st.integers(1, 10**12 - 1))
def test_every_number_written_out_is_read(number: int) -> None:
    assert number_in_words(in_words(number)) == number


@pytest.mark.parametrize(
    ("text", "fraction"),
    [
        ("half", Fraction(1, 2)),
        ("A quarter", Fraction(1, 4)),
        ("two-thirds", Fraction(2, 3)),
        ("two third", Fraction(2, 3)),
        ("seven-ninths", Fraction(7, 9)),
        ("three sevenths", Fraction(3, 7)),
        ("nine twentieths", Fraction(9, 20)),
        ("one hundredth", Fraction(1, 100)),
        ("three halves", Fraction(3, 2)),
    ],
)
def test_a_fraction_in_words(text: str, fraction: Fraction) -> None:
    assert fraction_in_words(text) == fraction


@pytest.mark.parametrize("text", ["thirds", "second", "one second", "two first", "one in ten", ""])
def test_other_words_are_no_fraction(text: str) -> None:
    assert fraction_in_words(text) is None


def test_no_word_of_a_list_hides_a_longer_one_behind_it() -> None:
    for listed in number_lists().values():
        for at, word in enumerate(listed):
            assert not any(later.startswith(word) for later in listed[at + 1 :])


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Seven-ninths of the plans were good.", 77.778),
        ("Nearly a seventh of cases were late.", 14.286),
        ("Two sevenths of staff had left.", 28.571),
    ],
)
def test_every_fraction_of_the_table_is_found(sentence: str, value: float) -> None:
    assert read_sentence(sentence)[0].value == pytest.approx(value, abs=0.001)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 612,613,615,618,619,621,622 cases the plan was late.",
        "In 6 of 612,613,615,618,619,621,622 cases the plan was late.",
        "There were 612,613,615,618,619,621,622 per 1,000 adults.",
        "It rose to 612,613,615,618,619,621,622% of cases.",
    ],
)
def test_a_list_of_numbers_gives_none_that_no_column_holds(sentence: str) -> None:
    numbers = [
        number
        for finding in read_sentence(sentence)
        for number in (finding.numerator, finding.denominator, finding.value)
        if number is not None
    ]
    assert [number for number in numbers if number > 10**9] == []


@pytest.mark.parametrize(
    ("text", "digits"),
    [("1,250", "1250"), ("12.8", "12.8"), ("forty-two", "42"), ("2 million", None), ("many", None)],
)
def test_a_figure_in_plain_digits(text: str, digits: str | None) -> None:
    assert figure(text) == digits
