"""Rules about what a share measures: examples match, traps do not."""

from __future__ import annotations

import re

import pytest

from extractor import read_sentence
from extractor.statements.interpretation.polarity import Measure, measures
from tests.extractor.alternatives import alternatives, exceptions

RULES = [*measures("undesired"), *measures("neutral")]
EXAMPLES = [(rule, text) for rule in RULES for text in rule.examples]
TRAPS = [(rule, text) for rule in RULES for text in rule.traps]


def matches(rule: Measure, text: str) -> bool:
    return re.search(rule.regex, f"| | {text}") is not None


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_an_example_is_measured(rule: Measure, text: str) -> None:
    assert matches(rule, text)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_alternative_has_an_example(rule: Measure) -> None:
    for each in alternatives(rule.regex):
        assert any(re.search(each, f"| | {text}") for text in rule.examples), each


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_exception_has_a_trap(rule: Measure) -> None:
    for left_out, without in exceptions(rule.regex):
        assert any(re.search(without, f"| | {text}") for text in rule.traps), left_out


@pytest.mark.parametrize(("rule", "text"), TRAPS, ids=[text for _, text in TRAPS])
def test_a_trap_is_not(rule: Measure, text: str) -> None:
    assert not matches(rule, text)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.text, one.polarity, one.context) for one in read_sentence(text)]


def test_comparators_and_earlier_figures_have_the_polarity_of_what_they_belong_to() -> None:
    assert told(
        "14% had a fixed term exclusion, which is worse than the national average of 4%."
    ) == [
        ("14%", "-", "finding"),
        ("4%", "-", "comparison"),
    ]
    moved = (
        "The share of children who had three or more moves has fallen from 13% in 2012–13 to 11%."
    )
    assert told(moved) == [("13%", "-", "comparison"), ("11%", "-", "finding")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Timeliness has improved to 58%, but this is below the target of 70%.",
            ["finding", "target"],
        ),
        ("28% of assessments were not done within the target timescale.", ["finding"]),
        ("The authority’s own audit found that 40% of plans were poor.", ["other"]),
        ("Attendance was good on average at 93%.", ["finding"]),
        ("It is in the worst 10% of authorities nationally.", ["finding"]),
    ],
)
def test_whose_figure_it_is(text: str, expected: list[str]) -> None:
    assert [context for _, _, context in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Take-up of dental checks remains poor at 69%.", "+"),
        ("Completion rates were extremely poor (only 21% completed).", "+"),
        ("Staff turnover is 29%.", "-"),
        ("93% are permanent, and there is a very low turnover.", "+"),
        ("Fixed term exclusions have reduced by 49%.", "+"),
        ("Staff turnover has increased by 8%.", "-"),
        ("The number of referrals has increased by 8%.", "0"),
        ("93% have not gone missing for a second time.", "+"),
        ("The latest rate is 42 per 10,000 children.", "0"),
        ("The support of some partners is weak.", "-"),
        ("Reviews for some children are held on time.", "+"),
        ("While most children are seen weekly, this is not always recorded.", "+"),
        ("Most children are well cared for, with no visits missed.", "+"),
        ("All children in need of help and protection are seen.", "+"),
        ("Most plans were in need of improvement.", "-"),
        ("Some children live in unregistered homes.", "-"),
        ("There are currently nine children’s homes.", "0"),
    ],
)
def test_a_figure_is_judged_by_what_it_measures(text: str, polarity: str) -> None:
    assert told(text)[0][1] == polarity


def test_shares_in_a_row_share_the_verb_at_their_end() -> None:
    found = read_sentence("78% of boys under ten and 81% of girls had a plan in place.")
    assert [one.predicate for one in found] == ["had a plan in place"] * 2
