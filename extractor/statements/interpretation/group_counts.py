"""Bare counts that only name a group: "In the 19 cases where …", by the words around, as data."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from extractor.language.data_files import pattern_file
from extractor.language.word_forms import is_contracted_not
from extractor.language.word_lists import words
from extractor.statements.interpretation.interpreted import Interpreted, Passage

_TOKENS = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
_REACH = 120  # characters before a count that can say that it is a base


class BaseRule(NamedTuple):
    """One way to show it (``group_counts.yaml``)."""

    id: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    plain: bool
    examples: list[str]
    traps: list[str]


@cache
def base_rules() -> tuple[BaseRule, ...]:
    """The rules in their order."""
    listed = pattern_file("group_counts")["bases"]
    return tuple(
        BaseRule(
            rule["id"],
            re.compile(rule["before"], re.I) if "before" in rule else None,
            re.compile(rule["after"], re.I) if "after" in rule else None,
            rule.get("plain", False),
            rule["examples"],
            rule["traps"],
        )
        for rule in listed
    )


def name_groups(claims: list[Interpreted], _: Passage) -> list[Interpreted]:
    """A rule of interpretation: bare counts that only name a group that something is said of."""
    return [replace(one, names_group=True) if _names_group(one) else one for one in claims]


def _names_group(one: Interpreted) -> bool:
    quantity = one.quantity
    if quantity.kind != "count":
        return False
    predicate = one.predicate.text if one.predicate else None
    return base_rule(one.sentence.text, quantity.start, quantity.end, predicate) is not None


def base_rule(sentence: str, start: int, end: int, predicate: str | None) -> str | None:
    """The rule by which a count between two offsets names a group, if any does."""
    before, after = sentence[max(0, start - _REACH) : start], sentence[end:]
    judged: bool | None = None
    for rule in base_rules():
        if rule.before is not None and not rule.before.search(before):
            continue
        if rule.after is not None and not rule.after.match(after):
            continue
        if rule.plain:
            judged = is_judged(predicate or sentence) if judged is None else judged
        if not (rule.plain and judged):
            return rule.id
    return None


def is_judged(text: str) -> bool:
    """Whether a text says that something is good, bad or not done."""
    tokens = _TOKENS.findall(text.lower())
    judging = words("approving") | words("bad") | words("negators")
    return any(token in judging or is_contracted_not(token) for token in tokens)
