"""Checks of the number before a list, of rates, scopes, the sample and dates."""

from __future__ import annotations

import pytest

from extractor.checks.arithmetic import count_and_share, rate_and_population
from extractor.checks.restated import restated_scope
from extractor.checks.restated.named_before import parts_of_lists
from extractor.checks.results import sample_size
from extractor.checks.structure import date_order
from schemas.document import Metadata
from schemas.report import Report
from tests.told import messages, told

IN_CARE = "At 31 March, 178 children were being looked after by the local authority."
EARLIER = "This is an increase from 160 children a year before."


def listed(*texts: str) -> Report:
    """Texts of which those that begin with a bullet are items."""
    report = told(*(text.removeprefix("• ") for text in texts))
    for block, text in zip(report.blocks, texts, strict=True):
        block.kind = "item" if text.startswith("• ") else "paragraph"
    return report


@pytest.mark.parametrize(
    "texts",
    [
        [f"{IN_CARE} {EARLIER} Of this number:", "• 62 (37%) live elsewhere"],
        [f"• {IN_CARE} Of this (or these) number:", "• 62 (or 37%) live elsewhere"],
        [f"• {IN_CARE}", "Of these children:", "• 9 are alone", "• 62 (or 37%) live elsewhere"],
        [f"• {IN_CARE} {EARLIER}", "• Of this number, 62 (or 37%) live elsewhere"],
    ],
)
def test_a_share_of_the_number_before_the_list(texts: list[str]) -> None:
    assert messages(list(count_and_share.find(listed(*texts), None))) == [
        "62 of 178 is 34.83%, not 37%."
    ]


@pytest.mark.parametrize(
    "texts",
    [
        [f"{IN_CARE} Of this number:", "• 62 (35%) live elsewhere"],
        [f"{IN_CARE} Of this number:", "• 62 (37%) live elsewhere (excluding those adopted)"],
        [f"{IN_CARE} Of this number:", "• 620 (37%) live elsewhere"],  # of another number, then
        [f"{IN_CARE} There were:", "• 62 (37%) live elsewhere"],
        [f"{IN_CARE} Of this number:", "• 9 are alone", "Elsewhere,", "• 62 (37%) live alone"],
        ["Of this number:", "• 62 (37%) live elsewhere"],
    ],
    ids=["agrees", "narrowed", "above", "no part", "another list", "no number"],
)
def test_lists_that_agree_or_are_of_nothing_known(texts: list[str]) -> None:
    assert list(count_and_share.find(listed(*texts), None)) == []


def test_the_number_of_the_sentence_that_tells_it() -> None:
    report = listed(f"{IN_CARE} {EARLIER} Of this number:", "• 62 (35%) live elsewhere")
    assert [part.total.numerator for part in parts_of_lists(report)] == [178]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We met 118 people. Of these, 91 (46%) were adults.", ["91 of 118 is 77.12%, not 46%."]),
        ("We met 118 people. Of these, 91 (77%) were adults.", []),
        ("We met 118 people, of whom 21 had a job. Of these, five (23.8%) were adults.", []),
        ("We met 118 people. They were glad. Of these, 91 (46%) were adults.", []),
        ("We met 118 people and 30 families. Of these, 91 (46%) were adults.", []),
        ("We met 118 people. In 46% of cases, 91 of these were adults.", []),
    ],
)
def test_a_share_of_the_number_in_the_sentence_before(text: str, said: list[str]) -> None:
    assert messages(list(count_and_share.find(told(text), None))) == said


LIVING = "Approximately 40,700 children and young people under the age of 18 years live in Combe."


def rated(*texts: str) -> list[str]:
    return messages(list(rate_and_population.find(told(*texts), None)))


def test_a_rate_of_another_population() -> None:
    text = "At 31 March, 179 children were looked after (a rate of 50 per 10,000 children)."
    assert rated(LIVING, text) == [
        "179 at 50 per 10,000 are of a population of about 35,803; 40,700 children and young "
        "people are said to live there."
    ]


@pytest.mark.parametrize(
    "texts",
    [
        [LIVING, "We saw 179 children looked after (a rate of 44 per 10,000 children)."],
        [LIVING, "We saw 179 children looked after (a rate of 47 per 10,000 children)."],  # 6% off
        [LIVING, LIVING.replace("40,700", "44,000"), "179 children (50 per 10,000 children)."],
        [LIVING, "Of 179 children some were seen. The rate was 50 per 10,000 children."],
        ["We saw 179 children looked after (a rate of 50 per 10,000 children)."],
    ],
    ids=["agrees", "an estimate", "two populations", "no pair", "none stated"],
)
def test_rates_that_may_be_right(texts: list[str]) -> None:
    assert rated(*texts) == []


UNSAFE = "Insufficient attention was paid to the safety of children at home in one-quarter of"


def scoped(one: str, other: str) -> list[str]:
    texts = ("Summary", f"{UNSAFE} {one}."), ("Victims", f"{UNSAFE} {other}.")
    report = told(*texts, parts={"Summary": "summary"})
    assert report.restatements
    for pair in report.restatements:
        pair.score = 0.95
    return messages(list(restated_scope.find(report, None)))


def test_all_cases_and_relevant_cases() -> None:
    said = "The same is told of “{}” on page 1 and of “{}” on page 2."
    assert scoped("relevant cases", "all cases") == [said.format("relevant cases", "all cases")]
    assert scoped("all cases", "relevant cases") == [said.format("all cases", "relevant cases")]
    assert scoped("all the cases", "the 44 relevant cases") == [
        said.format("all the cases", "the 44 relevant cases")
    ]


@pytest.mark.parametrize("other", ["cases", "all cases", "the cases", "all relevant cases"])
def test_scopes_that_may_be_one(other: str) -> None:
    assert scoped("all cases", other) == []
    assert scoped("cases", other) == []


def sampled(*texts: str) -> list[str]:
    report = told(*texts)
    report.metadata = Metadata(sample_size=70)
    return messages(list(sample_size.find(report, None)))


def test_another_size_of_the_sample() -> None:
    texts = ("We inspected a total of 70 cases.", "[NB: 70 cases were inspected.]")
    assert sampled(*texts) == []
    assert sampled(*texts, "We assessed 72 cases as part of this inspection.") == [
        "70 cases were inspected, page 1 says, and 72, says page 3."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We assessed 12 cases where a report had been written.",
        "In 12 cases we inspected there was none.",
        "They had examined 12 cases.",
    ],
)
def test_parts_of_the_sample(text: str) -> None:
    assert sampled("We inspected a total of 70 cases.", text) == []


@pytest.mark.parametrize(
    ("published", "ended", "count"),
    [
        ("2014-01", "2014-02-11", 1),
        ("2014-02", "2014-02-11", 0),
        ("2014-02-10", "2014-02-11", 1),
        (None, "2014-02-11", 0),
        ("2014-02", None, 0),
    ],
)
def test_dated_before_its_fieldwork(published: str | None, ended: str | None, count: int) -> None:
    report = told("Text.")
    report.metadata = Metadata(published=published, fieldwork_end=ended)
    assert len(list(date_order.find(report, None))) == count
