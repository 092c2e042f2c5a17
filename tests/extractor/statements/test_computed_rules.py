"""Rules that are code hold to their examples and traps as patterns do."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from extractor.language.patterns import ComputedRule, computed_rules, expected_span
from extractor.statements.quantities.finder import read_quantities
from extractor.statements.quantities.table_cells import cell_quantities

RULES = computed_rules()
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
TRAPS = [(rule, trap) for rule in RULES for trap in rule.traps]
_NAMED = re.compile(r'"((?:ratio\.apart|count|rate)\.[a-z_]+)"')


def found_by(rule: ComputedRule, text: str) -> list[tuple[int, int]]:
    found = read_quantities(text)
    if rule.column is not None:
        row, *cells = text.split("\t")
        headings = [(None, None), *[(row, rule.column)] * len(cells)]
        found = cell_quantities(text, headings, found)
    return [(one.start, one.end) for one in found if one.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda one: getattr(one, "id", one))
def test_an_example_is_found_as_marked(rule: ComputedRule, example: str) -> None:
    text, span = expected_span(example)
    assert found_by(rule, text) == [span]


@pytest.mark.parametrize(("rule", "trap"), TRAPS, ids=lambda one: getattr(one, "id", one))
def test_a_trap_is_not_found(rule: ComputedRule, trap: str) -> None:
    assert found_by(rule, trap) == []


def test_every_rule_that_the_code_names_is_listed() -> None:
    code = "".join(one.read_text("utf-8") for one in Path(str(files("extractor"))).rglob("*.py"))
    assert set(_NAMED.findall(code)) == {rule.id for rule in RULES}
