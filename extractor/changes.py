"""Figures that are rises, falls or gaps, and no shares: by the words around them, as data."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from extractor.language.patterns import pattern_file

_REACH = 140  # characters before a figure that can say that it is a change
_HINT = re.compile(
    r"\b(?:by|of|up|down|increasing|decreasing)\s+(?:[\w-]+\s+){0,5}$", re.I
)  # every rule of `before` ends so


class _Rules(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def rules() -> dict[str, Any]:
    """The parts and rules of ``patterns/changes.yaml``."""
    return dict(pattern_file("changes"))


@cache
def _compiled() -> _Rules:
    return _Rules(_any_of("before"), _any_of("after"))


def _any_of(side: str) -> re.Pattern[str]:
    given = rules()
    text = "|".join(f"(?:{rule['regex']})" for rule in given[side])
    for name, part in given["parts"].items():
        text = text.replace(name.upper(), part)
    return re.compile(text, re.I)


def is_change(text: str, start: int, end: int) -> bool:
    """Whether the words around a figure say that it is a rise, a fall or a gap, and no share."""
    grammar = _compiled()
    if grammar.after.match(text[end:]):
        return True
    before = text[max(0, start - _REACH) : start]
    return bool(_HINT.search(before) and grammar.before.search(before))
