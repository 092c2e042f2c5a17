from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from extractor.language.data_files import more_pattern_folders
from extractor.language.nlp import Grammar, tokens
from extractor.language.patterns import (
    Pattern,
    expanded,
    expected_span,
    load_patterns,
    pattern_files,
)
from extractor.metadata.report_facts import MetadataRule, metadata_rules
from extractor.statements.pattern_examples import ARROW
from extractor.statements.quantities.quantity_patterns import PATTERN_FILES, QuantityPattern
from schemas.errors import FindingsError, PatternInvalid
from tests.extractor.alternatives import alternatives, exceptions


def patterns_of(name: str) -> tuple[Pattern, ...]:
    return load_patterns(name, QuantityPattern if name in PATTERN_FILES else Pattern)


PATTERNS = [(name, pattern) for name in pattern_files() for pattern in patterns_of(name)]
ALL = [pattern for _, pattern in PATTERNS]
EXAMPLES = [(one, text.partition(ARROW)[0]) for one in ALL for text in one.examples]
TRAPS = [(pattern, trap) for pattern in ALL for trap in pattern.traps]
RULES = metadata_rules()
GOOD = (
    '{"id": "a.b", "label": "A", "pattern": [{"LOWER": "a"}], '
    '"examples": ["⟦a⟧ b"], "traps": ["b"]}'
)


def found_by(pattern: Pattern, text: str) -> list[tuple[int, int]]:
    return [(match.start, match.end) for match in Grammar([pattern]).find(text)]


def test_there_are_pattern_files() -> None:
    assert {"percentages", "modifiers", "headings"} <= set(pattern_files())
    assert len(ALL) >= 20


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES, ids=lambda one: getattr(one, "id", one))
def test_an_example_matches_exactly_the_marked_span(pattern: Pattern, example: str) -> None:
    text, span = expected_span(example)
    assert found_by(pattern, text) == [span]


@pytest.mark.parametrize(("pattern", "trap"), TRAPS, ids=lambda one: getattr(one, "id", one))
def test_a_trap_is_not_matched(pattern: Pattern, trap: str) -> None:
    assert found_by(pattern, trap) == []


@pytest.mark.parametrize("pattern", ALL, ids=lambda one: one.id)
def test_a_pattern_marks_one_span_in_each_example_and_none_in_its_traps(pattern: Pattern) -> None:
    assert pattern.examples
    assert pattern.traps
    for example in pattern.examples:
        assert (example.count("⟦"), example.count("⟧")) == (1, 1)
        assert example.index("⟦") < example.index("⟧") - 1
    assert not any(mark in trap for trap in pattern.traps for mark in "⟦⟧")


def test_cut_at_a_space_a_text_has_the_same_tokens() -> None:
    for text in {expected_span(example)[0] for _, example in EXAMPLES}:
        whole = [one.text for one in tokens(text)]
        for space in re.finditer(" ", text):
            pieces = (tokens(text[: space.start()]), tokens(text[space.end() :]))
            assert [one.text for piece in pieces for one in piece] == whole, text


def test_a_pattern_that_asks_for_what_no_word_is_given_is_refused() -> None:
    pattern = Pattern(
        id="percent.like",
        pattern=[{"LIKE_NUM": True}, {"LOWER": "percent"}],
        examples=["⟦78 percent⟧"],
        traps=["a percentage"],
    )
    with pytest.raises(ValueError, match=r"percent\.like: .*, not by LIKE_NUM"):
        Grammar([pattern])


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(PatternInvalid, match="no part called 'nothing'"):
        expanded([{"PART": "nothing"}])


def test_tokens_are_captured_under_the_names_that_a_pattern_gives_them() -> None:
    pattern = Pattern(
        id="of",
        pattern=[
            {"PART": "count", "AS": "part"},
            {"LOWER": "of"},
            {"LOWER": "the", "OP": "?"},
            {"PART": "count", "AS": "whole"},
        ],
        examples=["⟦two of 3⟧"],
        traps=["two"],
    )
    text = "We saw twenty-two of the 41, and two of 3."
    matches = Grammar([pattern]).find(text)
    captured = [{key: text[a:b] for key, (a, b) in one.captures.items()} for one in matches]
    assert captured == [{"part": "twenty-two", "whole": "41"}, {"part": "two", "whole": "3"}]


def test_ids_are_unique_over_all_files() -> None:
    ids = Counter([pattern.id for pattern in ALL] + [rule.id for rule in RULES])
    assert [one for one, count in ids.items() if count > 1] == []


def test_the_expected_span_is_that_of_the_text_without_marks() -> None:
    text, (start, end) = expected_span("In ⟦24%⟧ of cases")
    assert text == "In 24% of cases"
    assert text[start:end] == "24%"


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        '"a string"',
        GOOD.replace('"id": "a.b", ', ""),
        GOOD.replace('["⟦a⟧ b"]', "[]"),
        GOOD.replace('["b"]', "[]"),
        GOOD.replace('[{"LOWER": "a"}]', "[]"),
        GOOD.replace('"label"', '"lable"'),
        GOOD.replace('"label": "A"', '"label": "A", "trim": -1'),
    ],
    ids=["json", "shape", "id", "examples", "traps", "pattern", "unknown key", "trim"],
)
def test_a_broken_line_is_named_with_its_file_and_number(line: str, tmp_path: Path) -> None:
    (tmp_path / "titles.jsonl").write_text(f"{GOOD}\n\n{line}\n", encoding="utf-8")
    with (
        more_pattern_folders(tmp_path),
        pytest.raises(PatternInvalid, match=re.escape("titles.jsonl, line 3")) as caught,
    ):
        load_patterns("titles", Pattern)
    assert isinstance(caught.value, FindingsError)
    assert caught.value.code == "pattern_invalid"


def test_lines_of_a_folder_stand_behind_those_of_the_package_while_it_is_read(
    tmp_path: Path,
) -> None:
    text = f"{GOOD}\n\n{GOOD.replace('a.b', 'a.c')}\n"
    (tmp_path / "titles.jsonl").write_text(text, encoding="utf-8")
    before = load_patterns("titles", Pattern)
    with more_pattern_folders(tmp_path):
        assert [one.id for one in load_patterns("titles", Pattern)[len(before) :]] == ["a.b", "a.c"]
    assert load_patterns("titles", Pattern) == before


@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.id)
def test_a_metadata_rule_reads_its_examples_and_no_trap(rule: MetadataRule) -> None:
    assert rule.examples
    assert rule.traps
    for text, value in rule.examples:
        assert rule.value(text) == value
    found = [trap for trap in rule.traps if rule.value(trap) is not None]
    assert found == []


@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.id)
def test_every_alternative_of_a_metadata_rule_has_an_example(rule: MetadataRule) -> None:
    for each in alternatives(rule.regex):
        assert any(re.search(each, text) for text, _ in rule.examples), each


@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.id)
def test_every_exception_of_a_metadata_rule_is_tested(rule: MetadataRule) -> None:
    for left_out, without in exceptions(rule.regex):
        other = rule.model_copy(update={"regex": without})
        trapped = any(other.value(trap) for trap in rule.traps)
        values = [other.value(text) for text, _ in rule.examples]
        assert trapped or values != [value for _, value in rule.examples], left_out
