"""What checks look at: sentences with their findings, shares as printed, bases, words, counts."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.assembly.sentences import Sentences
from extractor.checks.arithmetic import count_above_base, count_and_share, impossible_share
from extractor.checks.content_words import Rarity, stems
from extractor.checks.evidence import Evidence
from extractor.checks.excerpts import read_example
from extractor.checks.listed_parts import parts_of_lists
from extractor.checks.printed_counts import count_of
from extractor.checks.printed_shares import printed_share
from extractor.checks.stated_bases import is_base
from tests.extractor.checks.saying import messages


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
    findings = read_example(text).report.findings
    (finding,) = (finding for finding in findings if finding.kind == "percentage")
    share = printed_share(finding)
    assert (str(share) if share else None) == printed


def test_sentences_know_their_findings_and_the_text_between() -> None:
    evidence = read_example("First, 10% were late. Then 20% of cases, or 30% of plans, were late.")
    first, second = evidence.stating_sentences
    assert [finding.text for finding in first.findings] == ["10%"]
    (pair,) = (pair for pair in second.neighbours() if pair[0].kind == pair[1].kind)
    assert second.between(*pair) == " of cases, or "
    assert second.before(pair[0]) == "Then "
    assert second.after(pair[1]) == " of plans, were late."


def test_a_figure_of_a_later_sentence_is_not_one_of_the_same_text_before() -> None:
    evidence = read_example("It was late in 5% of cases. Here, 5% were new. It was late in 5%.")
    texts = [one.text for one in evidence.stating_sentences]
    assert texts == ["It was late in 5% of cases.", "Here, 5% were new.", "It was late in 5%."]
    assert [len(one.findings) for one in evidence.stating_sentences] == [1, 1, 1]


def test_every_sentence_of_running_text() -> None:
    evidence = read_example(
        "The first is plain. In 41% of cases it was late.¹ A third follows (e.g. this one)."
    )
    (block,) = evidence.running_text
    sentences = evidence.sentences_of(block)
    assert [one.text for one in sentences] == [
        "The first is plain.",
        "In 41% of cases it was late.¹",
        "A third follows (e.g. this one).",
    ]
    assert [len(one.findings) for one in sentences] == [0, 1, 0]
    assert sentences[1].place("r").quote == "In 41% of cases it was late.¹"


def test_sentences_that_are_parted_already_are_used() -> None:
    report = read_example("In 41% of cases it was late. All was well.").report
    shared = Sentences(report.blocks)
    (sentence, _) = shared.of(report.blocks[0])
    evidence = Evidence(report, None, shared)
    assert evidence.stating_sentences[0].sentence is sentence


def test_a_row_is_one_sentence_and_no_running_text() -> None:
    evidence = read_example("| Cases | Share. Of all\n| North. And more | 41%")
    assert evidence.running_text == []
    (row,) = evidence.stating_sentences
    assert row.text == "North. And more\t41%"


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
    assert is_base(text, total) is expected


def test_the_number_that_a_list_is_said_to_be_of() -> None:
    evidence = read_example(
        "At 31 March, 178 children were being looked after by the local authority. This is an "
        "increase from 160 children a year before. Of this number:\n• 62 (35%) live elsewhere"
    )
    assert [part.total.numerator for part in parts_of_lists(evidence)] == [178]


counts = st.integers(1, 99).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
def test_what_was_rounded_raises_no_problem(case: tuple[int, int], mode: str) -> None:
    count, total = case
    share = (Decimal(100 * count) / total).quantize(Decimal(1), rounding=mode)
    evidence = read_example(
        f"In {share}% of the {total} relevant cases it was late.\n"
        f"It was late in {count} of the {total} cases where it mattered ({share}%)."
    )
    assert messages(impossible_share.CHECK, evidence) == []
    assert messages(count_and_share.CHECK, evidence) == []


def test_a_ratio_above_its_base() -> None:
    evidence = read_example("It was late in 10 of the 12 cases.")
    first, *rest = evidence.report.findings
    evidence.report.findings = [first.model_copy(update={"numerator": 14}), *rest]
    assert messages(count_above_base.CHECK, evidence) == ["14 is said to be a part of 12."]


def test_words_in_common() -> None:
    assert stems("Plans were monitored fully") == stems("the monitoring of plans, fully")
    rarity = Rarity(["plans reviewed", "plans monitored", "plans kept", "curfews kept"])
    assert rarity.weight(stems("curfews")) > rarity.weight(stems("plans"))


@pytest.mark.parametrize(
    ("text", "value"), [("Eight", 8), ("1,250", 1250), ("12", 12), ("many", None)]
)
def test_numbers(text: str, value: int | None) -> None:
    assert count_of(text) == value
