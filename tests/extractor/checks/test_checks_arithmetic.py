"""Checks of single sentences: what they say of each example, and that traps are passed over."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.arithmetic import (
    count_above_base,
    count_and_share,
    impossible_share,
    out_of_range,
    parts_and_whole,
)
from extractor.checks.arithmetic.stated_bases import is_base
from extractor.checks.check_model import Check
from extractor.checks.check_sentences import Sentence, printed_share, sentences
from schemas.document import Metadata
from tests.told import messages, told

ROUNDED = "In 62% of the 34 cases it was late."  # 21 of 34 is 61.76: this report rounds


def said(check: Check, *texts: str) -> list[tuple[str, str]]:
    return [(one.severity, one.message) for one in check.find(told(*texts), None)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "It was clear in 41% of the 52 relevant cases.",
            "No count out of 52 is 41%: 21 is 40.38% and 22 is 42.31%.",
        ),
        (
            "Planning had begun in only 35% of the 9 relevant cases.",
            "No count out of 9 is 35%: 3 is 33.33% and 4 is 44.44%.",
        ),
        (
            "12 live with parents, of whom 60% live out of the authority area.",
            "No count out of 12 is 60%: 7 is 58.33% and 8 is 66.67%.",
        ),
        (
            "123 children ceased to be looked after, of whom 1.7% subsequently returned.",
            "No count out of 123 is 1.7%: 2 is 1.63% and 3 is 2.44%.",
        ),
    ],
)
def test_no_count_gives_the_share(text: str, message: str) -> None:
    assert said(impossible_share.CHECK, text) == [("error", message)]


@pytest.mark.parametrize(
    "text",
    [
        "In 41% of 44 relevant cases there was no evidence.",
        "It was so in 41% of the 152 relevant cases.",  # no power
        "It was so in about 41% of the 52 relevant cases.",
        "It was so in more than 41% of the 52 relevant cases.",
        "84% of 16- and 17-year-old children in care are in education.",
        "Just 61% of 6 weekly visits take place within the expected period.",
        "82% of 17- to 18-year-olds are in employment.",
        "It rose by 41% over the 52 weeks.",
        "emotional well-being (30)\t53%\t33%",
        "In 13% of the 8 cases it was late, and in 12% of the 8 cases too early.",
    ],
)
def test_shares_that_are_possible_or_have_no_base(text: str) -> None:
    assert said(impossible_share.CHECK, text) == []


def test_shares_of_the_inspected_sample() -> None:
    report = told("Women made up 13% of the sample.", metadata=Metadata(sample_size=70))
    assert list(impossible_share.find(report, None)) == []
    report = told("Women made up 12% of the sample.", metadata=Metadata(sample_size=70))
    ((message),) = messages(list(impossible_share.find(report, None)))
    assert message.startswith("No count out of 70 is 12%: 8 is 11.43% and 9 is 12.86%")
    assert said(impossible_share.CHECK, "Women made up 12% of the sample.") == []


def test_cut_off_digits_are_a_warning_unless_the_report_rounds() -> None:
    cut = "In 41% of the 12 relevant cases it was late."  # 5 of 12 is 41.67
    ((severity, message),) = said(impossible_share.CHECK, cut)
    assert severity == "warning"
    assert message.endswith("it may have been cut off and not rounded.")
    ((severity, message),) = said(impossible_share.CHECK, cut, ROUNDED)
    assert severity == "error"
    assert "cut off" not in message


counts = st.integers(1, 99).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_what_was_rounded_raises_no_problem(case: tuple[int, int], mode: str) -> None:
    count, total = case
    share = (Decimal(100 * count) / total).quantize(Decimal(1), rounding=mode)
    report = told(
        f"In {share}% of the {total} relevant cases it was late.",
        f"It was late in {count} of the {total} cases where it mattered ({share}%).",
    )
    assert list(impossible_share.find(report, None)) == []
    assert list(count_and_share.find(report, None)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "A visit had been made in 21 of the 34 cases where one was needed (71%).",
            "21 of 34 is 61.76%, not 71%.",
        ),
        (
            "At the time, 187 children were known to it, of whom 21 (17.2%) were cared for.",
            "21 of 187 is 11.23%, not 17.2%.",
        ),
        (
            "At the time of the inspection, 137 out of 398 (38%) of all looked after children "
            "lived elsewhere.",
            "137 of 398 is 34.42%, not 38%.",
        ),
        (
            "It has achieved change with 435 (65%) of the 730 families worked with.",
            "435 of 730 is 59.59%, not 65%.",
        ),
        (
            "Of 78 in this cohort, 69 (82%) are in education.",
            "69 of 78 is 88.46%, not 82%.",
        ),
        (
            "It was late in 55% (10 of the 20).",
            "10 of 20 is 50%, not 55%.",
        ),
    ],
)
def test_count_and_share_disagree(text: str, message: str) -> None:
    assert said(count_and_share.CHECK, text) == [("error", message)]


@pytest.mark.parametrize(
    "text",
    [
        "A visit had been made in 21 of the 34 cases where one was needed (62%).",
        "Four out of five cases had been well screened (79%).",  # a way of speaking
        "In 21 of the 34 cases it was late; most of them (71%) were new.",
        "It was late in more than 21 of the 34 cases (71%).",
        "It was late in 21 of the 34 cases, and 71% were new.",
        "It was 188 (or 21.1%) of them.",
    ],
)
def test_count_and_share_agree_or_are_of_other_things(text: str) -> None:
    assert said(count_and_share.CHECK, text) == []


def test_a_share_cut_off_beside_its_count() -> None:
    text = "306 live with foster families, of whom 84 (27.4%) live elsewhere."
    expected = "84 of 306 is 27.45%, not 27.4%; it was cut off and not rounded."
    assert said(count_and_share.CHECK, text) == [("warning", expected)]
    assert said(count_and_share.CHECK, text, ROUNDED)[0][0] == "error"


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "The review was good enough in 46% of them, not good enough in 39%, and had not taken "
            "place in a further 24%.",
            "46 + 39 + 24 = 109",
        ),
        (
            "Good progress had been made in 38% of cases, some progress in a further 34% and none "
            "in the remaining 38%.",
            "38 + 34 + 38 = 110",
        ),
        (
            "Good progress had been made in 38% of cases and some in 34%, while in the remaining "
            "38% there was none.",
            "38 + 34 + 38 = 110",
        ),
        ("Objectives were met in 38%; in the other 72% they were not.", "38 + 72 = 110"),
        (
            "Only 61% of such cases had a sufficient plan. In four cases there was no plan at all. "
            "The remaining 51% were not good enough.",
            "61 + 51 = 112",
        ),
        (
            "Plans were not reviewed well enough in 39% of the cases, and in a further 25% they "
            "came late. In a further 45% there had been no review at all.",
            "39 + 25 + 45 = 109",
        ),
    ],
)
def test_parts_exceed_their_whole(text: str, sums: str) -> None:
    expected = f"The parts of one whole add up to more than 100%: {sums}."
    assert said(parts_and_whole.CHECK, text) == [("error", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "We found 46% had made good progress and a further 20% some progress.",
        "It was good in 34%, fair in a further 34% and poor in the remaining 33%.",  # rounding
        "In 83% of cases it was timely, and in 72% it was complete.",
        "Nationally it was 90%; here 40% were seen, and a further 30% were written to.",
        "It rose from 80% of cases to a further 85%, compared with 90% nationally.",
        "It was good in 82% of cases. The remaining 18% were poor.",
        "It was good in 82% of plans and 60% of reviews. A further 30% were late.",  # of which?
        "It was good in 82% of cases. Here, staff had seen a further 30% of families.",
        "It was good in 82% of cases. In 30% it was late.",
    ],
)
def test_parts_that_fit_or_are_none(text: str) -> None:
    assert said(parts_and_whole.CHECK, text) == []


def test_out_of_range() -> None:
    assert said(out_of_range.CHECK, "Plans were clear in 120% of cases.") == [
        ("error", "120% of cases is more than all of them.")
    ]
    assert said(out_of_range.CHECK, "Plans were clear in 100% of cases.") == []
    assert said(out_of_range.CHECK, "The number of cases rose by 120%.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It was late in 14 of the 12 cases.",
        "It was late in 14 out of 12 relevant cases.",
        "There was a meeting in 14 out of 12.",
        "Twelve had none, and 14 of those 12 were still without.",
        "Of the 12 cases, 14 were community orders and two licences.",
        "Fourteen of the twelve children had one.",
    ],
)
def test_count_above_its_base(text: str) -> None:
    assert said(count_above_base.CHECK, text) == [("error", "14 is said to be a part of 12.")]


def test_a_ratio_above_its_base() -> None:
    report = told("It was late in 10 of the 12 cases.")
    report.findings[0].numerator = 14
    assert messages(list(count_above_base.find(report, None))) == ["14 is said to be a part of 12."]


@pytest.mark.parametrize(
    "text",
    [
        "It was late in 10 of the 12 cases.",
        "It was late in all 12 of the 12 cases.",
        "See page 14 of 12 reports.",
        "They are subject to Regulation 33 of the 12 orders.",
        "In 2013 of the 70 cases some were late.",
        "They had met 14 of 2010 cases.",
        "It took 14 days of the 12 weeks.",
        "In 14.5 of the 12 cases.",
        "Of the 12 cases, 10 were community orders and two licences.",
        "Of the two teams, 14 workers were new.",
        "Of the 12 homes, two of which are small, 14 (20%) were full.",
        "By 12 March there were new teams, of which 14 were full.",
        "12 live with parents, of whom 14% live out of the area.",
        "12 live with parents, of whom nine live out of the area.",
        "At 31 March 12 lived with 20 parents, of whom 14 live out of the area.",
    ],
)
def test_counts_that_are_no_part_or_fit(text: str) -> None:
    assert said(count_above_base.CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("In 41% of cases it was late.", "41"),
        ("In 14.0% of cases it was late.", "14.0"),
        ("In only 41% of cases it was late.", "41"),
        ("In 100% of cases it was late.", "100"),
        ("In 0.3% of cases it was late.", "0.3"),
        ("In about 41% of cases it was late.", None),
        ("In 70–80% of cases it was late.", None),
        ("In forty-one per cent of cases it was late.", None),
        ("It fell by 41%.", None),
    ],
)
def test_a_share_exactly_as_printed(text: str, printed: str | None) -> None:
    (finding,) = (one for one in told(text).findings if one.kind == "percentage")
    share = printed_share(finding)
    assert (str(share) if share else None) == printed


def test_sentences_know_their_findings_and_the_text_between() -> None:
    report = told("First, 10% were late. Then 20% of cases, or 30% of plans, were late.")
    first, second = sentences(report)
    assert [one.text for one in first.findings] == ["10%"]
    (pair,) = (pair for pair in second.neighbours() if pair[0].kind == pair[1].kind)
    assert second.between(*pair) == " of cases, or "
    assert second.before(pair[0]) == "Then "
    assert second.after(pair[1]) == " of plans, were late."


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        ("of the 34 cases", 34, True),
        ("of the 1,250 children", 1250, True),
        ("of the thirty-four", 34, True),
        ("61% of 6 weekly visits", 6, False),
        ("of 16- and 17-year-olds", 16, False),
        ("of 17 to 18-year-olds", 17, False),
        ("within 12 months", 12, False),
    ],
)
def test_what_can_be_a_base(text: str, total: int, expected: bool) -> None:
    block = told(text).blocks[0]
    assert is_base(Sentence(block, 0, text), total) is expected
