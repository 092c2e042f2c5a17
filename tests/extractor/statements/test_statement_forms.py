"""A statement form is one line of data: what it says is read, from end to end."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from extractor.language.data_files import pattern_file
from extractor.language.expressions import with_parts
from extractor.language.patterns import expected_span
from extractor.statements.findings import read_sentence
from extractor.statements.pattern_examples import (
    ARROW,
    example_of,
    patterns_from,
    read_as,
    written_as,
    wrong_examples,
)
from extractor.statements.quantities.distant_ratios import DistantRatioRule, distant_ratio_rules
from extractor.statements.quantities.finder import read_quantities
from extractor.statements.quantities.quantity_patterns import (
    PATTERN_FILES,
    QuantityPattern,
    quantity_patterns,
)
from extractor.statements.quantities.table_cells import CellRule, cell_quantities, cell_rules
from schemas.errors import PatternInvalid
from schemas.finding import Quantity
from tests.extractor.alternatives import alternatives, exceptions, parts_with_exceptions

PATTERNS = [pattern for name in PATTERN_FILES for pattern in quantity_patterns(name)]
RULES = distant_ratio_rules()
SECOND: dict[str, Any] = {
    "id": "ratio.every_fortieth",
    "kind": "ratio",
    "value": {"numerator": 1, "denominator": 40},
    "pattern": [{"LOWER": "every"}, {"LOWER": "fortieth"}],
    "examples": ["⟦every fortieth⟧ case → 2.5 (1/40)"],
    "traps": ["every case was the fortieth"],
}
TILDE: dict[str, Any] = {
    "id": "modifier.swung",
    "kind": "modifier",
    "bound": "about",
    "pattern": [{"ORTH": "∼"}],
    "examples": ["in ⟦∼⟧ 62% of cases → 62 [59.5, 64.5]"],
    "traps": ["∼ cases"],
}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: one.id)
def test_examples_are_read_as_they_say_and_traps_are_not(pattern: QuantityPattern) -> None:
    assert wrong_examples(pattern) == []


def folder_with(folder: Path, **patterns: dict[str, Any]) -> Path:
    for name, pattern in patterns.items():
        (folder / f"{name}.jsonl").write_text(json.dumps(pattern) + "\n", encoding="utf-8")
    return folder


def test_one_line_from_outside_is_a_statement_form(tmp_path: Path) -> None:
    text = "Every fortieth case was late."
    assert [one for one in read_sentence(text) if one.value == 2.5] == []
    with patterns_from(folder_with(tmp_path, ratios=SECOND)):
        (found,) = read_sentence(text)
        assert (found.text, found.rule) == ("Every fortieth", "ratio.every_fortieth")
        assert (found.kind, found.value) == ("ratio", 2.5)
        assert (found.numerator, found.denominator) == (1, 40)
        assert (found.population, found.predicate) == ("case", "was late")
        assert [one.value for one in read_sentence("They met every fortieth week.")] == []
    assert [one for one in read_sentence(text) if one.value == 2.5] == []


def test_a_modifier_may_be_a_mark(tmp_path: Path) -> None:
    with patterns_from(folder_with(tmp_path, modifiers=TILDE)):
        (found,) = read_sentence("It was late in ∼ 62% of cases.")
        assert (found.text, found.modifier, found.value) == ("∼ 62%", "∼", 62.0)
        assert (found.low, found.high) == (59.5, 64.5)


@pytest.mark.parametrize(
    ("text", "printed", "modifier", "interval"),
    [
        ("~62% of cases were late.", "~62%", "~", (59.5, 64.5, True, True)),
        ("In c. 62% of cases it was late.", "c. 62%", "c.", (59.5, 64.5, True, True)),
        ("It was late in <5% of cases.", "<5%", "<", (0.0, 5.0, True, False)),
        ("It was late in ≥43% of cases.", "≥43%", "≥", (42.5, 100.0, True, True)),
    ],
)
def test_a_mark_glued_to_its_figure_is_its_modifier(
    text: str, printed: str, modifier: str, interval: tuple[object, ...]
) -> None:
    (found,) = read_sentence(text)
    assert (found.text, found.modifier) == (printed, modifier)
    assert (found.low, found.high, found.low_closed, found.high_closed) == interval


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"examples": ["⟦every fortieth⟧ case → 60 (1/40)"]},
            "is 2.5 \\(1/40\\), not 60 \\(1/40\\)",
        ),
        ({"examples": ["⟦every⟧ fortieth case → 2.5 (1/40)"]}, "is nothing, not 2.5"),
        ({"traps": ["Every fortieth case was late."]}, "it finds its trap"),
        ({"examples": ["⟦every fortieth⟧ case"]}, "ends with what is expected"),
        ({"examples": ["⟦every fortieth⟧ case → half"]}, "ends with what is expected"),
        ({"kind": "share"}, "ratios.jsonl, line 1"),
        ({"kind": "modifier"}, "a modifier has a bound"),
        ({"pattern": [{"LOWER": "every", "AS": "whole"}]}, "nothing is captured as 'whole'"),
    ],
)
def test_a_line_that_does_not_hold_to_what_it_says_is_refused(
    change: dict[str, Any], message: str, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path, ratios={**SECOND, **change})
    with pytest.raises(PatternInvalid, match=message), patterns_from(folder):
        pass


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, shares=SECOND)
    with pytest.raises(PatternInvalid, match=r"called shares\.jsonl"), patterns_from(folder):
        pass


def of_rule(text: str, rule: DistantRatioRule | CellRule) -> list[Quantity]:
    found = read_quantities(text)
    if isinstance(rule, CellRule) and rule.column is not None:
        row, *cells = text.split("\t")
        headings = [(None, None), *[(row, rule.column)] * len(cells)]
        found = cell_quantities(text, headings, found)
    return [one for one in found if one.rule == rule.id]


COMPUTED = [*RULES, *cell_rules()]


@pytest.mark.parametrize("rule", COMPUTED, ids=lambda one: one.id)
def test_a_rule_reads_its_examples_as_they_say(rule: DistantRatioRule | CellRule) -> None:
    for written in rule.examples:
        text, start, end, expected = example_of(written)
        (found,) = of_rule(text, rule)
        assert (found.start, found.end) == (start, end)
        assert written_as(found, interval=False) == expected


@pytest.mark.parametrize("rule", COMPUTED, ids=lambda one: one.id)
def test_a_rule_finds_nothing_in_its_traps(rule: DistantRatioRule | CellRule) -> None:
    assert [trap for trap in rule.traps if of_rule(trap, rule)] == []


def spans(rule: DistantRatioRule, regexes: list[str]) -> list[tuple[int, int]]:
    """Where expressions find numerators in the examples and traps of a rule."""
    texts = [expected_span(one.partition(ARROW)[0])[0] for one in rule.examples]
    patterns = [re.compile(regex, re.I) for regex in regexes]
    return [
        match.span("numerator")
        for text in (*texts, *rule.traps)
        for pattern in patterns
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.id)
def test_every_alternative_and_every_exception_of_a_distant_ratio_is_tested(
    rule: DistantRatioRule,
) -> None:
    for regex in rule.alternatives:
        written = with_parts("distant_ratios", regex)
        for each in alternatives(written):
            assert spans(rule, [each]), each
        for left_out, without in exceptions(regex):
            others = [with_parts("distant_ratios", without)]
            assert spans(rule, others) != spans(rule, [written]), left_out


def test_parts_of_distant_ratios_are_used_and_have_no_exceptions() -> None:
    file = pattern_file("distant_ratios")
    used = {
        one
        for rule in file["rules"]
        for regex in rule["alternatives"]
        for one in re.findall("⟨(.*?)⟩", regex)
    }
    assert set(file["parts"]) <= used
    assert list(parts_with_exceptions("distant_ratios")) == []


def test_every_rule_that_the_code_names_has_examples() -> None:
    folder = Path(str(files("extractor"))) / "statements" / "quantities"
    code = "".join(one.read_text("utf-8") for one in folder.rglob("*.py"))
    named = set(re.findall(r'"((?:count|rate|ratio)\.[a-z_.]+)"', code))
    assert named == {rule.id for rule in cell_rules()}


def test_what_is_expected_is_told_for_what_is_read() -> None:
    (found,) = read_sentence(
        "In more than ⟦41%⟧ of 44 cases it was late.".replace("⟦", "").replace("⟧", "")
    )
    assert written_as(found, interval=True) == "41 (/44) (41, 100]"
    assert read_as(PATTERNS[0], example_of("in ⟦no⟧ case → none")) == "nothing"
