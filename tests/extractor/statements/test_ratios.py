"""Ratios, rates and exceptions: both numbers, together or apart, and what only looks like one."""

from __future__ import annotations

import pytest

from extractor.statements.quantities.finder import read_quantities
from schemas.finding import Quantity


def hard(text: str) -> list[Quantity]:
    return [one for one in read_quantities(text) if one.kind not in ("count", "vague")]


@pytest.mark.parametrize(
    ("text", "printed", "numerator", "denominator"),
    [
        ("In nine reports out of ten the writer had met the person.", "nine", 9, 10),
        ("Reviews took place on time in three cases in every four.", "three", 3, 4),
        ("One boy in five said that he had been hit.", "One", 1, 5),
        ("Two men in three shared.", "Two", 2, 3),
        ("Eight cases out of the 22 lacked a visit.", "Eight", 8, 22),
        ("About seven out of every ten children knew.", "About seven out of every ten", 7, 10),
        ("Eleven out of a possible 14 actions were done.", "Eleven out of a possible 14", 11, 14),
        ("All of the six respondents were satisfied.", "All of the six", 6, 6),
        ("In all five of the cases it was heard.", "all five", 5, 5),
        ("Three had a plan and all three are well.", "all three", 3, 3),
        ("None of the nine homes had a manager.", "None of the nine", 0, 9),
        ("No fewer than 14 of the 16 officers left.", "No fewer than 14 of the 16", 14, 16),
        ("Of the 17 who said so, nine were heard.", "nine", 9, 17),
        ("The roll was 640 cases, 22 of them old.", "22", 22, 640),
    ],
)
def test_a_ratio_has_both_numbers(
    text: str, printed: str, numerator: int, denominator: int
) -> None:
    (ratio,) = hard(text)
    assert (ratio.kind, ratio.text) == ("ratio", printed)
    assert (ratio.numerator, ratio.denominator) == (numerator, denominator)
    assert ratio.value == pytest.approx(100 * numerator / denominator)
    assert text[ratio.start : ratio.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "There was management at Level 2 or 3 in eight cases.",
        "The course was open for 10 of the 52 weeks.",
        "The target was met in all but two months.",
        "All four corners of the yard were lit.",
        "All 12 to 14 year-olds were seen.",
        "Nearly all the 25 plans fail to say it.",
        "Two men in three cells were seen.",
        "One of the plans in ten pages said so.",
    ],
)
def test_what_only_looks_like_a_ratio(text: str) -> None:
    assert hard(text) == []


def test_a_part_of_a_part_has_the_part_as_its_base() -> None:
    first, second = hard("Risk was missed for 7 of the 15 fathers, and in 3 of these it was grave.")
    assert (first.numerator, first.denominator) == (7, 15)
    assert (second.numerator, second.denominator) == (3, 7)


@pytest.mark.parametrize(
    ("text", "numerator", "denominator"),
    [
        ("Managers had signed 52 (87%) of the 60 plans.", 52, 60),
        ("Contact was made in 33 of 41 cases (80%).", 33, 41),
        ("Contact was made in 80% (33 of 41) of cases.", 33, 41),
        ("188 (or 21.1%) live elsewhere.", 188, None),
        ("The prison held 1,145 men, 17% of whom were foreign nationals.", None, 1145),
        ("In the 28 cases with conditions, they were met in 75% of them.", None, 28),
        ("In 61% of 6 weekly visits notes were not kept.", None, None),
        ("Nearly 70% of 16 to 21 year olds were at work.", None, None),
        ("It was done for 12 children and in 3% of those leaving care.", None, None),
    ],
)
def test_the_numbers_of_a_percentage(
    text: str, numerator: int | None, denominator: int | None
) -> None:
    (share,) = [one for one in hard(text) if one.kind == "percentage"]
    assert (share.numerator, share.denominator) == (numerator, denominator)


def test_an_exception_at_the_end_has_the_base_that_the_sentence_opens_with() -> None:
    (exception,) = hard("In the 20 cases that were known, the level was right in all but one.")
    assert (exception.numerator, exception.denominator) == (19, 20)
    (open_one,) = hard("The level was right in all but one, and 20 cases were known.")
    assert (open_one.numerator, open_one.denominator) == (None, None)


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("There were 213 assaults per 1,000 prisoners.", "213 assaults per 1,000", 21.3),
        ("A rate of 83 per 10,000 children.", "83 per 10,000", 0.83),
    ],
)
def test_a_rate_may_name_what_is_counted(text: str, printed: str, value: float) -> None:
    (rate,) = hard(text)
    assert (rate.kind, rate.text, rate.value) == ("rate", printed, value)


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("In more than a quarter the writer gave no proposal.", "more than a quarter", 25.0),
        ("A third had no home; a fifth slept rough.", "a fifth", 20.0),
        ("Nearly nine tenths of them trusted staff.", "Nearly nine tenths", 90.0),
        ("Barely half of the plans were shared.", "Barely half", 50.0),
    ],
)
def test_a_fraction_in_words(text: str, printed: str, value: float) -> None:
    found = {one.text: one.value for one in hard(text)}
    assert found[printed] == pytest.approx(value)
