"""Hints tell which rules of a list are worth trying."""

from __future__ import annotations

from extractor.language.hints import Hints

HINTS = Hints([["plan", "order"], [], ["visit", "plan"]])


def test_rules_are_told_in_their_order_by_any_of_their_hints() -> None:
    assert HINTS.standing("a visit was planned") == [0, 1, 2]
    assert HINTS.standing("a visit was made") == [1, 2]
    assert HINTS.standing("orders") == [0, 1]


def test_a_rule_without_hints_is_always_tried() -> None:
    assert HINTS.standing("") == [1]
    assert Hints([]).standing("a plan") == []
