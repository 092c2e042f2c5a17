"""Counts that only name a group: every rule holds for its examples and for none of its traps."""

from __future__ import annotations

import re

import pytest

from extractor import read_sentence
from extractor.statements.interpretation.group_counts import BaseRule, base_rule, base_rules
from tests.extractor.alternatives import alternatives, exceptions


def marked(text: str) -> tuple[str, int, int]:
    """A sentence without its marks, and where the count stands in it."""
    before, _, rest = text.partition("⟦")
    count, _, after = rest.partition("⟧")
    return before + count + after, len(before), len(before) + len(count)


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, text, id=rule.id) for rule in base_rules() for text in rule.examples],
)
def test_an_example_names_a_group_by_a_rule(rule: BaseRule, example: str) -> None:
    sentence, start, end = marked(example)
    assert rule.before is None or rule.before.search(sentence[:start])
    assert rule.after is None or rule.after.match(sentence[end:])
    assert base_rule(sentence, start, end, None if rule.plain else sentence) is not None


@pytest.mark.parametrize("rule", base_rules(), ids=[rule.id for rule in base_rules()])
def test_every_alternative_has_an_example(rule: BaseRule) -> None:
    texts = [(text[:start], text[end:]) for text, start, end in map(marked, rule.examples)]
    for each in alternatives(rule.before.pattern if rule.before else ""):
        assert any(re.search(each, before, re.I) for before, _ in texts), each
    for each in alternatives(rule.after.pattern if rule.after else ""):
        assert any(re.match(each, after, re.I) for _, after in texts), each


@pytest.mark.parametrize("rule", base_rules(), ids=[rule.id for rule in base_rules()])
def test_every_exception_has_a_trap(rule: BaseRule) -> None:
    texts = [(text[:start], text[end:]) for text, start, end in map(marked, rule.traps)]
    assert not rule.before or not list(exceptions(rule.before.pattern))
    for left_out, without in exceptions(rule.after.pattern if rule.after else ""):
        opens = [after for before, after in texts if not rule.before or rule.before.search(before)]
        assert any(re.match(without, after, re.I) for after in opens), left_out


@pytest.mark.parametrize(
    ("rule", "trap"),
    [pytest.param(rule, text, id=rule.id) for rule in base_rules() for text in rule.traps],
)
def test_a_trap_names_none(rule: BaseRule, trap: str) -> None:
    sentence, start, end = marked(trap)
    assert base_rule(sentence, start, end, None) is None


@pytest.mark.parametrize(
    ("text", "polarity", "context"),
    [
        ("In the 19 cases where conditions were set, all were met.", "0", "sample"),
        ("Nine cases involved a hostel, and work was done for seven of these.", "0", "sample"),
        ("Three cases in the sample had been ended early for good progress.", "+", "finding"),
        ("In four cases there was no plan.", "-", "finding"),
    ],
)
def test_a_base_is_neither_good_nor_bad(text: str, polarity: str, context: str) -> None:
    first = read_sentence(text)[0]
    assert (first.kind, first.polarity, first.context) == ("count", polarity, context)
