from __future__ import annotations

import re

import pytest

from extractor.language.data_files import pattern_file
from extractor.language.expressions import with_parts
from extractor.language.patterns import expected_span
from extractor.language.pieces import Piece
from extractor.statements.arguments.argument_rules import ROLES, StatementRule, statement_rules
from tests.extractor.alternatives import alternatives, exceptions, parts_with_exceptions

RULES = [rule for role in ROLES for rule in statement_rules(role)]
EXAMPLES = [(rule, one.text, one.phrase) for rule in RULES for one in rule.examples]
TRAPS = [(rule, trap) for rule in RULES for trap in rule.traps]


def given(rule: StatementRule, example: str) -> str | None:
    text, (start, end) = expected_span(example)
    phrase = rule.phrase(Piece(text[:start]), Piece(text[end:]))
    return phrase.text if phrase else None


@pytest.mark.parametrize(("rule", "text", "phrase"), EXAMPLES, ids=[one[1] for one in EXAMPLES])
def test_an_example_gives_its_phrase(rule: StatementRule, text: str, phrase: str) -> None:
    assert given(rule, text) == phrase


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_alternative_has_an_example(rule: StatementRule) -> None:
    texts = [(text[:start], text[end:]) for text, (start, end) in map(expected_span, marked(rule))]
    for each in alternatives(rule.before or ""):
        assert any(re.search(each, before, re.I) for before, _ in texts), each
    for each in alternatives(rule.after or ""):
        assert any(re.match(each, after, re.I) for _, after in texts), each


RAW = [
    (rule, {side: raw[side] for side in ("before", "after") if side in raw})
    for role in ROLES
    for rule, raw in zip(statement_rules(role), pattern_file("argument_rules")[role], strict=True)
]
EXCEPTIONS = [
    pytest.param(rule, {side: with_parts("argument_rules", without)}, id=f"{rule.id}:{left_out}")
    for rule, sides in RAW
    for side, regex in sides.items()
    for left_out, without in exceptions(regex)
]


def tells(rule: StatementRule, sides: dict[str, str]) -> bool:
    """Whether a trap or an example tells a rule from itself without an exception."""
    other = StatementRule.model_validate(rule.model_dump() | sides)
    trapped = any(given(other, trap) for trap in rule.traps)
    return trapped or any(given(other, one.text) != one.phrase for one in rule.examples)


@pytest.mark.parametrize(("rule", "sides"), EXCEPTIONS)
def test_every_exception_is_tested_by_a_trap_or_an_example(
    rule: StatementRule, sides: dict[str, str]
) -> None:
    assert tells(rule, sides)


def test_so_is_every_exception_of_a_part() -> None:
    for key, left_out, parts in parts_with_exceptions("argument_rules"):
        without = [
            (
                rule,
                {side: with_parts("argument_rules", regex, parts) for side, regex in sides.items()},
            )
            for rule, sides in RAW
        ]
        assert any(tells(rule, sides) for rule, sides in without), (key, left_out)


def marked(rule: StatementRule) -> list[str]:
    return [one.text for one in rule.examples]


@pytest.mark.parametrize(("rule", "trap"), TRAPS, ids=[one[1] for one in TRAPS])
def test_a_trap_gives_nothing(rule: StatementRule, trap: str) -> None:
    assert given(rule, trap) is None


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
