"""A filter loses nothing: what is found with it is what is found without."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from extractor.language.data_files import pattern_file, pattern_sources
from extractor.language.expressions import Expressions, expressions
from extractor.language.patterns import CLOSE, OPEN
from extractor.language.prefilter import (
    Filtered,
    Searchable,
    Shortlist,
    compiled,
    folded,
    required_pieces,
)

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
        (r"\d+|plans", None),
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
        assert (compiled(regex, re.I).search(text) is None) == (found is None)


def test_a_window_is_searched_as_without_a_filter() -> None:
    filtered = compiled(r"(?<=a )plan\b")
    assert isinstance(filtered, Filtered)
    for pos in range(-2, 14):
        for end in range(14):
            plain = filtered.unfiltered.search("a plan, a plan", pos, end)
            found = filtered.search("a plan, a plan", pos, end)
            assert (found and found.span()) == (plain and plain.span())


def test_a_shortlist_names_the_expressions_that_can_match_in_their_order() -> None:
    rules = [[r"plans?|orders?"], [r"\d"], [r"visits?", r"\w"], [r"Plan"]]
    listed = Shortlist([[re.compile(regex, re.I) for regex in rule] for rule in rules])
    assert listed.numbers("a VISIT was planned") == [0, 1, 2, 3]
    assert listed.numbers("a visit was made") == [1, 2]
    assert listed.numbers("") == [1]
    assert Shortlist([]).numbers("a plan") == []
