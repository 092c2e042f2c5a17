from __future__ import annotations

import pytest

from extractor import read_sentence
from extractor.language.expressions import expressions
from extractor.language.patterns import expected_span
from schemas.finding import Finding

RULES = [one for one in expressions("changes").values() if one.group]
EXAMPLES = [text for rule in RULES for text in rule.examples]
TRAPS = [text for rule in RULES for text in rule.traps]


def marked(example: str) -> Finding:
    text, (start, end) = expected_span(example)
    (found,) = [
        one
        for one in read_sentence(text)
        if one.kind in ("percentage", "fraction") and one.start < end and start < one.end
    ]
    return found


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_rise_a_fall_or_a_gap_is_no_share(example: str) -> None:
    found = marked(example)
    assert found.change
    assert (found.value, found.low, found.high) == (None, None, None)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_share_beside_such_words_has_its_value(trap: str) -> None:
    found = marked(trap)
    assert not found.change
    assert found.value is not None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It fell from 8% in 2012–13 to 3.8% of cases.", ["8%", "3.8%"]),
        ("It rose from 68% in 2013–14 to 81%.", ["68%", "81%"]),
        ("It rose from 20.1% in 2014/15 to 11.6% now.", ["20.1%", "11.6%"]),
        ("It lay at 70 to 80% of visits.", ["70 to 80%"]),
    ],
)
def test_the_end_of_a_span_of_years_begins_no_range(text: str, figures: list[str]) -> None:
    assert [one.text for one in read_sentence(text)] == figures
