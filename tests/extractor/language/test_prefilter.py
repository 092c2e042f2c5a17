"""A filter loses nothing: what is found with it is what is found without."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import read_report
from extractor.language.data_files import pattern_file, pattern_sources
from extractor.language.expressions import Expressions, expressions
from extractor.language.nlp import Grammar, grammar
from extractor.language.patterns import CLOSE, OPEN, Pattern, load_patterns, pattern_files
from extractor.language.prefilter import (
    Filtered,
    Searchable,
    Shortlist,
    TokenFilter,
    compiled,
    folded,
    lower_case,
    required_pieces,
)
from extractor.language.sentence_splitter import sentence_spans
from extractor.statements.pattern_examples import ARROW
from extractor.statements.quantities.quantity_patterns import (
    PATTERN_FILES,
    SHARE_FILES,
    quantity_grammar,
    quantity_patterns,
)
from schemas.errors import FindingsError

PIECES = ["41", "all", "of", "the", "six", "%", "per", "cent", "cannot", "not", "half", "-", "–"]
PIECES += ["~", "c.", "very", "few", "out", "in", "1,000", "every", "but", "than", "more"]
FILES = sorted(
    name.removesuffix(".yaml")
    for name in pattern_sources()
    if name.endswith(".yaml") and "expressions" in pattern_file(name.removesuffix(".yaml"))
)
NAMES = [
    (file, name)
    for file in FILES
    for name in sorted({one.group or one.id for one in expressions(file).values()})
]


def unfiltered(one: Searchable) -> re.Pattern[str]:
    return one.unfiltered if isinstance(one, Filtered) else one


def texts_of(file: str) -> list[str]:
    """Examples and traps of a file, their parts around the marks, and pairs of them."""
    marked = [text for one in expressions(file).values() for text in (*one.examples, *one.traps)]
    whole = [text.replace(OPEN, "").replace(CLOSE, "") for text in marked]
    parts = [part for text in marked for part in re.split(f"[{OPEN}{CLOSE}]", text)]
    return [*whole, *parts, *map(" and then ".join, pairwise(whole)), *map(str.upper, whole)]


@pytest.mark.parametrize(("file", "name"), NAMES)
def test_an_expression_finds_the_same_with_its_filter_as_without(file: str, name: str) -> None:
    filtered: Searchable = getattr(Expressions(file), name)
    plain = unfiltered(filtered)
    if isinstance(filtered, Filtered):
        filtered.prepared()  # else it would find all that it is first asked for without a filter
    for text in texts_of(file):
        for one in (text, text.lower()):
            spans = [match.span() for match in plain.finditer(one)]
            assert [match.span() for match in filtered.finditer(one)] == spans, one
            first = filtered.search(one)
            assert (first.span() if first else None) == (spans[0] if spans else None), one
            assert filtered.findall(one) == plain.findall(one)
            assert filtered.split(one) == plain.split(one)
            assert filtered.sub("", one) == plain.sub("", one)


@pytest.mark.parametrize(
    ("regex", "pieces"),
    [
        (r"\btargets?\s+of\b", {"target"}),
        (r"(?:not|no) (?:in|on) it", {"not in it", "not on it", "no in it", "no on it"}),
        (r"\bgr[ae]y\b", {"gray", "grey"}),
        (r"a+b", {"a"}),
        (r"(?P<who>nine|ten)\s+plans", {"plans"}),
        (r"(?:plans){2,}", {"plans"}),
        (r"late(?= today)", {"late"}),
        (r"\d+|plans", {*"0123456789", "plans"}),
        (r"[^a-z]+|plans", None),
        (r"(?:plans)?", None),
        (r"plans*?|", None),
        (r"[a-z]+", None),
        (r"[^a]", None),
        (r"(?i:plans)", None),
        (r"(a)?(?(1)b|c)", None),
    ],
)  # fmt: skip
def test_pieces_are_worked_out_of_an_expression(regex: str, pieces: set[str] | None) -> None:
    assert required_pieces(regex) == pieces


def test_without_regard_to_case_pieces_are_in_lower_case_and_plain() -> None:
    assert required_pieces("Plans", re.I) == {"plans"}
    assert required_pieces("É", re.I) is None
    assert required_pieces("É") == {"É"}


@pytest.mark.parametrize("text", ["PLANS", "planſ", "Kıds' plans", "PLANS İ", "K"])
def test_what_any_case_finds_stands_in_the_folded_text(text: str) -> None:
    for regex in ("plans", "kids", "i", "k"):
        found = re.search(regex, text, re.I)
        assert found is None or regex in folded(text)
        assert (compiled(regex, re.I).prepared().search(text) is None) == (found is None)


def test_digits_of_other_scripts_are_digits() -> None:
    assert compiled(r"\d of them").prepared().search("٣ of them") is not None
    rules = Shortlist([[re.compile(r"of \d+ visits")]])
    assert rules.numbers("of ٣ visits") == [0]


@pytest.mark.parametrize("text", ["Plans", "PLANS İ 41", "İİ", ""])
def test_in_lower_case_a_text_is_as_long_as_it_was(text: str) -> None:
    assert len(lower_case(text)) == len(text)
    assert lower_case(text).lower() == text.lower()


def test_a_window_is_searched_as_without_a_filter() -> None:
    filtered = compiled(r"(?<=a )plan\b").prepared()
    for pos in range(-2, 14):
        for end in range(14):
            plain = filtered.unfiltered.search("a plan, a plan", pos, end)
            found = filtered.search("a plan, a plan", pos, end)
            assert (found and found.span()) == (plain and plain.span())


def test_pieces_are_looked_for_once_an_expression_is_asked_often() -> None:
    texts = [f"plan {number}" for number in range(1_000)]
    filtered = compiled(r"\bplan 9\d\b")
    assert [one for one in texts if filtered.search(one)] == [
        f"plan {one}" for one in range(90, 100)
    ]
    unfiltered = [one for one in texts if filtered.unfiltered.search(one)]
    assert unfiltered == [one for one in texts if filtered.prepared().search(one)]


def test_a_shortlist_names_the_expressions_that_can_match_in_their_order() -> None:
    rules = [[r"plans?|orders?"], [r"\w"], [r"visits?", r"\w"], [r"Plan"], [r"of \d+"]]
    listed = Shortlist([[re.compile(regex, re.I) for regex in rule] for rule in rules])
    assert listed.numbers("a VISIT was planned") == [0, 1, 2, 3]
    assert listed.numbers("a visit was made") == [1, 2]
    assert listed.numbers("of 4 visits") == [1, 2, 4]
    assert listed.numbers("of a few visits") == [1, 2]
    assert listed.numbers("") == [1]
    assert Shortlist([]).numbers("a plan") == []


TOKEN_GRAMMARS = [
    quantity_grammar("percentages"),
    quantity_grammar(*SHARE_FILES),
    quantity_grammar("quantifiers"),
    quantity_grammar("counts"),
    quantity_grammar("modifiers"),
    *(grammar(name, model=Pattern) for name in pattern_files() if name not in PATTERN_FILES),
]


def token_texts() -> list[str]:
    """Examples and traps of all token patterns, and pairs of them."""
    patterns = [one for name in PATTERN_FILES for one in quantity_patterns(name)]
    listed = [one for name in pattern_files() for one in load_patterns_of(name)]
    marked = [text for one in (*patterns, *listed) for text in (*one.examples, *one.traps)]
    texts = [text.partition(ARROW)[0].replace(OPEN, "").replace(CLOSE, "") for text in marked]
    odd = ["almost a third don't, a quarter can’t", "in Kids and MOST² of them 41٣%"]
    odd += ["İ 41% of them", "we cannot all of the six", "are100% and 16%⁶", "10of 12\tmost⁴", ""]
    return [*texts, *map(" and it was said that ".join, pairwise(texts)), *odd]


def load_patterns_of(name: str) -> tuple[Pattern, ...]:
    return () if name in PATTERN_FILES else load_patterns(name, Pattern)


@pytest.mark.parametrize("one", TOKEN_GRAMMARS)
def test_a_grammar_finds_the_same_with_its_filter_as_without(one: Grammar[Pattern]) -> None:
    for text in token_texts():
        for cased in (text, text.upper(), text.lower()):
            assert one.find(cased) == one.find_everywhere(cased), cased


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " ", "  ", "\t"]))
@settings(max_examples=300)
def test_so_it_does_in_any_text(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    for one in TOKEN_GRAMMARS:
        assert one.find(text) == one.find_everywhere(text)


def test_only_pieces_of_a_text_are_parted_into_tokens() -> None:
    tokens = [[{"LOWER": "very", "OP": "?"}, {"LOWER": {"IN": ["few", "many"]}}]]
    found = TokenFilter([tokens], [("can", "not")])
    text = "We saw that they had very few plans, and they were late."
    assert [text[start:end] for start, end in found.windows(text, [0])[0]] == ["very few plans,"]
    assert found.candidates(text) == [0]
    assert found.candidates("We saw fewer plans.") == []
    assert found.windows("We saw fewer plans.", [0]) == ([], [])


@pytest.mark.parametrize(
    "token", [{"LOWER": "few", "OP": "+"}, {"LOWER": "few", "OP": "*"}, {"LOWER": "few", "OP": "!"}]
)
def test_where_a_token_can_stand_any_number_of_times_the_whole_text_is(
    token: dict[str, str],
) -> None:
    assert TokenFilter([[[token]]], []).windows("we saw few few plans", [0])[0] == [(0, 20)]


def test_words_that_the_tokenizer_parts_are_known_by_their_parts() -> None:
    found = TokenFilter([[[{"LOWER": "not"}]]], [("can", "not")])
    assert found.candidates("they cannot all") == [0]
    assert found.windows("they cannot all", [0]) == ([(5, 11)], [0])


@pytest.mark.parametrize(
    ("token", "text", "holds"),
    [
        ({"TEXT": {"REGEX": r"^\d{1,3}(?:\.\d+)?$"}}, "in 4 cases", True),
        ({"TEXT": {"REGEX": r"^\d{1,3}(?:\.\d+)?$"}}, "in four cases", False),
        ({"LOWER": {"REGEX": "^(?:[1-9]|one|two)$"}}, "in two cases", True),
        ({"LOWER": {"REGEX": "^(?:[1-9]|one|two)$"}}, "in three cases", False),
        ({"LOWER": {"REGEX": "^(?!half)(?:third|half)$"}}, "in a half of cases", True),
        ({"LOWER": {"REGEX": "^(?!half)(?:third|half)$"}}, "in three cases", False),
        ({"LOWER": {"REGEX": r"^a\b(?<=a)b?$"}}, "in three cases", True),
        ({"LOWER": {"REGEX": "^half"}}, "in three cases", True),
        ({"LOWER": {"REGEX": "^[a-z]+$"}}, "in 3", True),
        ({"LOWER": {"REGEX": "^(?!half)(?:half|third)$"}}, "a third", True),
        ({"LOWER": {"REGEX": "^(?!half)(?:half|third)$"}}, "a plan", False),
        ({"ORTH": "%"}, "in three cases", False),
        ({"ORTH": "c."}, "in c. 3 cases", True),
        ({"IS_PUNCT": True}, "in three cases", True),
    ],
)
def test_a_text_must_hold_the_words_or_a_digit_of_a_pattern(
    token: dict[str, Any], text: str, holds: bool
) -> None:
    assert (TokenFilter([[[token]]], []).candidates(text) == [0]) == holds


REPORTS = os.environ.get("FINDINGS_REPORTS")


@pytest.mark.slow
@pytest.mark.skipif(not REPORTS, reason="FINDINGS_REPORTS names no folder with reports")
def test_over_all_sentences_of_published_reports_nothing_is_lost() -> None:
    searched = [(name, getattr(Expressions(file), name)) for file, name in NAMES]
    filtered = [(name, one.prepared()) for name, one in searched if isinstance(one, Filtered)]
    for text in sentences_of_reports(Path(str(REPORTS))):
        for one in TOKEN_GRAMMARS:
            assert one.find(text) == one.find_everywhere(text), text
        for name, each in filtered:
            for cased in {text, text.lower()}:
                plain = each.unfiltered.search(cased)
                found = each.search(cased)
                assert (found and found.span()) == (plain and plain.span()), (name, cased)


def sentences_of_reports(folder: Path) -> Iterator[str]:
    """Each sentence and each table's row of all reports that can be read, once."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*.pdf")):
        try:
            blocks = read_report(path).blocks
        except FindingsError:
            continue
        for block in blocks:
            row = block.kind == "row"
            spans = [(0, len(block.text))] if row else sentence_spans(block.text)
            new = {block.text[start:end] for start, end in spans} - seen
            seen |= new
            yield from new
