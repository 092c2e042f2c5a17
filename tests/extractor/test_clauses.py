"""Where clauses begin and end: examples match, traps do not."""

from __future__ import annotations

import re

import pytest

from extractor.clauses import KINDS, ClauseRule, clause_rules

MARKED = re.compile("⟦(.*?)⟧")
RULES = [rule for kind in KINDS for rule in clause_rules(kind)]
PLACED = [rule for kind in ("ends", "starts") for rule in clause_rules(kind)]
COMMENTS = clause_rules("comments")


def pairs(rules: list[ClauseRule], name: str) -> list[tuple[ClauseRule, str]]:
    return [(rule, text) for rule in rules for text in getattr(rule, name)]


@pytest.mark.parametrize(("rule", "text"), pairs(PLACED, "examples"))
def test_an_example_is_matched_where_it_is_marked(rule: ClauseRule, text: str) -> None:
    marked = MARKED.search(text)
    assert marked is not None
    found = re.search(rule.regex, MARKED.sub(r"\1", text), re.I)
    assert found is not None
    assert (found.start(), found.group()) == (marked.start(), marked[1])


@pytest.mark.parametrize(("rule", "text"), pairs(list(COMMENTS), "examples"))
def test_a_comment_is_known_by_its_beginning(rule: ClauseRule, text: str) -> None:
    assert re.match(rule.regex, text, re.I)


@pytest.mark.parametrize(("rule", "text"), pairs(RULES, "traps"))
def test_a_trap_is_not_matched(rule: ClauseRule, text: str) -> None:
    find = re.match if rule in COMMENTS else re.search
    assert not find(rule.regex, text, re.I)
