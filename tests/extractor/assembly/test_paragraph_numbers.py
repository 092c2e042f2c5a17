from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.assembly.paragraph_numbers import number_paragraphs
from extractor.language.numerals import roman_value
from extractor.layout.model import BlockDraft
from extractor.reading.model import Style, Word

STYLE = Style("Courier", 10, False, False, 0, 0)


def items(labels: list[str]) -> list[BlockDraft]:
    word = Word("Text", 1, 0, 0, 20, 10, STYLE)
    return [BlockDraft("item", [word], STYLE, label=label) for label in labels]


def numbers(labels: list[str]) -> list[str | None]:
    """The paragraph number of each item, None where it is a list's."""
    drafts = items(labels)
    found = number_paragraphs(drafts)
    return [found.get(draft) for draft in drafts]


def test_numbers_of_chapters_start_anew() -> None:
    labels = ["1.1.", "1.2.", "1.3.", "2.1.", "2.2.", "2.3.", "3.1."]
    assert numbers(labels) == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1"]


def test_lists_between_chapters_numbers_are_no_paragraphs() -> None:
    labels = ["1.1", "1.2", "1.", "2.", "3.", "1.3", "•", "2.1", "2.2"]
    expected = ["1.1", "1.2", None, None, None, "1.3", None, "2.1", "2.2"]
    assert numbers(labels) == expected


def test_paragraphs_run_on_over_lists_that_start_anew() -> None:
    run = [str(number) for number in range(1, 16)]
    labels = [*(f"{n}." for n in run[:5]), "1.", "2.", "3.", *(f"{n}." for n in run[5:])]
    assert numbers(labels) == [*run[:5], None, None, None, *run[5:]]


@given(st.integers(12, 60), st.lists(st.tuples(st.integers(0, 59), st.integers(2, 5)), max_size=4))
def test_the_run_through_the_report_is_found_whatever_lists_restart_in_it(
    length: int, lists: list[tuple[int, int]]
) -> None:
    # A list that starts with 1 anew in a run that is past 8 cannot be taken for a part of it.
    labels: list[tuple[str, bool]] = [(str(number), True) for number in range(1, length + 1)]
    for after, size in sorted(lists, reverse=True):
        place = max(9, min(after, length))
        labels[place:place] = [(str(number), False) for number in range(1, size + 1)]
    expected = [label if paragraph else None for label, paragraph in labels]
    assert numbers([label for label, _ in labels]) == expected


def test_a_number_that_the_reading_missed_does_not_end_the_run() -> None:
    labels = [str(number) for number in range(1, 20) if number != 7]
    assert numbers(labels) == labels


@pytest.mark.parametrize("labels", [[], ["1.", "2.", "3."], ["•"] * 20, ["(a)", "(b)"] * 9])
def test_lists_alone_are_no_paragraphs(labels: list[str]) -> None:
    assert numbers(labels) == [None] * len(labels)


@pytest.mark.parametrize(
    ("text", "value"),
    [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40), ("xcix", 99), ("cxi", 111)],
)
def test_roman_numerals(text: str, value: int) -> None:
    assert roman_value(text) == value


@pytest.mark.parametrize("text", ["", "iiii", "vx", "civil", "mix", "I", "12"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman_value(text) is None
