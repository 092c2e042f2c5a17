"""Flags stand for the conditions that open a pattern; what is found must be what spaCy finds."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.matcher import Matcher

from extractor.language.flags import Flags
from extractor.language.nlp import OFTEN
from extractor.language.patterns import expanded, load_patterns

SENTENCE = "In Most of the 41 cases a very few plans, few visits and not one review were late."
PATTERNS: list[list[dict[str, Any]]] = [
    [{"LOWER": {"IN": ["most", "few"]}}],
    [{"TEXT": {"REGEX": r"^\d+$"}}, {"LOWER": {"IN": ["cases", "plans"]}}],
    [{"LOWER": {"IN": ["a"]}, "OP": "?"}, {"LOWER": {"IN": ["very"]}, "OP": "?"}, {"LOWER": "few"}],
    [{"ORTH": {"IN": ["Most"]}}, {"LOWER": "of"}],
    [{"LOWER": {"NOT_IN": ["a"]}}, {"LOWER": "few"}],
]


def found(patterns: list[list[dict[Any, Any]]], validate: bool) -> list[tuple[int, int, int]]:
    matcher = Matcher(NLP.vocab, validate=validate)
    for number, pattern in enumerate(patterns):
        matcher.add(str(number), [pattern], greedy="LONGEST")
    return sorted(matcher(NLP(SENTENCE)))


NLP = spacy.blank("en")


def test_flagged_patterns_find_the_same() -> None:
    flags = Flags(NLP.vocab)
    flagged = [flags.flagged(pattern) for pattern in PATTERNS]
    assert flagged[0] != PATTERNS[0]
    assert len(found(PATTERNS, validate=True)) >= len(PATTERNS)
    assert found(flagged, validate=False) == found(PATTERNS, validate=True)


def test_one_condition_has_one_flag() -> None:
    flags = Flags(spacy.blank("en").vocab)
    one, other = flags.flagged(PATTERNS[0]), flags.flagged([*PATTERNS[0], {"LOWER": "plans"}])
    assert one[0] == other[0]


def test_only_the_tokens_that_can_open_a_match_are_flagged() -> None:
    flags = Flags(spacy.blank("en").vocab)
    assert flags.flagged(PATTERNS[1])[1] == PATTERNS[1][1]
    few = flags.flagged(PATTERNS[2])
    assert [token.get("OP") for token in few] == ["?", "?", None]
    assert "LOWER" not in few[1]


@pytest.mark.parametrize("wanted", ["few", {"NOT_IN": ["a"]}, {"FUZZY": "few"}])
def test_other_conditions_stay_as_they_are(wanted: object) -> None:
    pattern = [{"LOWER": wanted}]
    assert Flags(spacy.blank("en").vocab).flagged(pattern) == pattern


def test_without_a_bit_left_conditions_stay_as_they_are() -> None:
    flags = Flags(spacy.blank("en").vocab)
    asked = [flags.flagged([{"LOWER": {"IN": [str(number)]}}])[0] for number in range(64)]
    assert "LOWER" not in asked[0]
    assert asked[-1] == {"LOWER": {"IN": ["63"]}}


def test_there_is_a_bit_for_each_condition_of_running_text() -> None:
    flags = Flags(spacy.blank("en").vocab)
    for name in OFTEN:
        for pattern in load_patterns(name):
            for written in expanded(pattern.pattern):
                flags.flagged(written)
    assert flags.is_room()
