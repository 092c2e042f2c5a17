from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.language import patterns as module
from extractor.language.nlp import Grammar, Match, grammar, tokens
from extractor.language.patterns import (
    Pattern,
    expected_span,
    load_patterns,
    needed,
    pattern_files,
    run_before,
)
from extractor.metadata.report_facts import MetadataRule, metadata_rules
from extractor.statements.quantities import counts, percentages, quantifiers, shares
from schemas.errors import FindingsError, PatternInvalid
from tests.extractor.alternatives import alternatives, exceptions

PATTERNS = [(name, pattern) for name in pattern_files() for pattern in load_patterns(name)]
ALL = [pattern for _, pattern in PATTERNS]
EXAMPLES = [(pattern, example) for pattern in ALL for example in pattern.examples]
TRAPS = [(pattern, trap) for pattern in ALL for trap in pattern.traps]
RULES = metadata_rules()
GOOD = (
    '{"id": "a.b", "label": "A", "pattern": [{"LOWER": "a"}], '
    '"examples": ["⟦a⟧ b"], "traps": ["b"]}'
)


def found_by(pattern: Pattern, text: str) -> list[tuple[int, int]]:
    return [(match.start, match.end) for match in Grammar([pattern]).find(tokens(text))]


def test_there_are_pattern_files() -> None:
    assert {"percentages", "modifiers"} <= set(pattern_files())
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


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("quantifiers", quantifiers.matches),
        ("counts", counts.matches),
        ("shares", shares.matches),
        ("percentages", percentages.matches),
    ],
)
def test_what_is_found_near_their_words_is_all_that_the_patterns_find(
    name: str, near: Callable[[str], list[Match]]
) -> None:
    texts = [expected_span(example)[0] for one in load_patterns(name) for example in one.examples]
    texts += [trap for one in load_patterns(name) for trap in one.traps]
    for text in (*texts, *map(" and it was said at the time that ".join, pairwise(texts))):
        assert near(text) == grammar(name).find(tokens(text)), text


def test_cut_at_a_space_a_text_has_the_same_tokens() -> None:
    for text in {expected_span(example)[0] for _, example in EXAMPLES}:
        whole = [one.text for one in tokens(text)]
        for space in re.finditer(" ", text):
            pieces = (tokens(text[: space.start()]), tokens(text[space.end() :]))
            assert [one.text for piece in pieces for one in piece] == whole, text


@pytest.mark.parametrize(
    ("before", "run"),
    [
        ("we saw a very small ", "saw a very small "),
        ("we saw, in a very ", "in a very "),
        ("we saw (a very ", "saw (a very "),
        ("a non-small ", "non-small "),
        ("", ""),
    ],
)
def test_a_run_of_known_words_is_taken_with_the_word_before_it(before: str, run: str) -> None:
    assert before[run_before(before, len(before), "quantifiers") :] == run


def test_a_pattern_that_asks_for_what_no_word_is_given_is_refused() -> None:
    pattern = Pattern(
        id="percent.like",
        label="PERCENT",
        pattern=[{"LIKE_NUM": True}, {"LOWER": "percent"}],
        examples=["⟦78 percent⟧"],
        traps=["a percentage"],
    )
    with pytest.raises(ValueError, match=r"percent\.like: .*, not by LIKE_NUM"):
        Grammar([pattern])


def test_a_pattern_needs_the_words_that_must_stand_in_it() -> None:
    pattern = [{"LOWER": "the", "OP": "?"}, {"TEXT": {"REGEX": "^a"}}, {"ORTH": {"IN": ["A", "%"]}}]
    assert needed(pattern) == [{"a", "%"}]
    assert all(
        not need.isdisjoint(token.lower_ for token in tokens(expected_span(example)[0]))
        for one, example in EXAMPLES
        for need in needed(one.pattern)
    )


def test_ids_are_unique_over_all_files() -> None:
    ids = Counter([pattern.id for pattern in ALL] + [rule.id for rule in RULES])
    assert [one for one, count in ids.items() if count > 1] == []


def test_every_modifier_says_what_it_does_to_the_value() -> None:
    assert [one.id for one in load_patterns("modifiers") if one.bound is None] == []


def test_the_expected_span_is_that_of_the_text_without_marks() -> None:
    text, (start, end) = expected_span("In ⟦24%⟧ of cases")
    assert text == "In 24% of cases"
    assert text[start:end] == "24%"


def load_from(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> tuple[Pattern, ...]:
    (folder / "own.jsonl").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "pattern_sources", lambda: {"own.jsonl": folder / "own.jsonl"})
    return load_patterns.__wrapped__("own")


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
        GOOD.replace('"label": "A"', '"label": "A", "bound": "somewhere"'),
    ],
    ids=["json", "shape", "id", "examples", "traps", "pattern", "unknown key", "bound"],
)
def test_a_broken_line_is_named_with_its_file_and_number(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PatternInvalid, match=re.escape("own.jsonl, line 3")) as caught:
        load_from(monkeypatch, tmp_path, f"{GOOD}\n\n{line}\n")
    assert isinstance(caught.value, FindingsError)
    assert caught.value.code == "pattern_invalid"


def test_good_lines_are_read_in_order_and_empty_ones_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{GOOD}\n\n{GOOD.replace('a.b', 'a.c')}\n"
    assert [one.id for one in load_from(monkeypatch, tmp_path, text)] == ["a.b", "a.c"]


@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.id)
def test_a_metadata_rule_reads_its_examples_and_no_trap(rule: MetadataRule) -> None:
    assert rule.examples
    assert rule.traps
    for text, value in rule.examples:
        assert rule.value(text, text.lower()) == value
    found = [trap for trap in rule.traps if rule.value(trap, trap.lower()) is not None]
    assert found == []


@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.id)
def test_every_alternative_of_a_metadata_rule_has_an_example(rule: MetadataRule) -> None:
    for each in alternatives(rule.regex):
        assert any(re.search(each, text) for text, _ in rule.examples), each


@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.id)
def test_every_exception_of_a_metadata_rule_is_tested(rule: MetadataRule) -> None:
    for left_out, without in exceptions(rule.regex):
        other = rule.model_copy(update={"regex": without})
        trapped = any(other.value(trap, trap.lower()) for trap in rule.traps)
        values = [other.value(text, text.lower()) for text, _ in rule.examples]
        assert trapped or values != [value for _, value in rule.examples], left_out
