"""Patterns as data: spaCy token patterns with examples that must match and traps that must not.

One JSON object a line. In an example the expected span stands between ⟦ and ⟧.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, Literal

from pydantic import Field, ValidationError

from extractor.language.data_files import pattern_file, pattern_sources
from extractor.language.flags import TEXTS
from extractor.language.word_lists import shared_lists, with_shared_lists
from schemas.document import Model
from schemas.errors import PatternInvalid

OPEN, CLOSE = "⟦", "⟧"
_OPENING = "(‘“'"  # marks that stand before a word
Bound = Literal["above", "below", "at_least", "at_most", "about", "exact"]


class Pattern(Model):
    """One rule of a grammar. ``bound`` says what a modifier does to the value's interval."""

    id: str
    label: str
    pattern: list[dict[str, Any]] = Field(min_length=1)
    bound: Bound | None = None
    trim: int = Field(default=0, ge=0, description="last tokens that only show what follows")
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)
    note: str | None = None


class ComputedRule(Model):
    """A rule that is code (``computed.yaml``): what it finds, and what it must not.

    ``column``: in examples that are a table's row, the heading of all cells but the first.
    """

    id: str
    column: str | None = None
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)
    note: str | None = None


@cache
def computed_rules() -> tuple[ComputedRule, ...]:
    """The rules that are code, in their order."""
    return tuple(map(ComputedRule.model_validate, pattern_file("computed")))


@cache
def load_patterns(name: str) -> tuple[Pattern, ...]:
    """The patterns of ``<name>.jsonl``, in whichever room it stands, in order.

    Raises:
        PatternInvalid: a line is no JSON or does not follow the format.
    """
    source = pattern_sources()[f"{name}.jsonl"]
    found = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(Pattern.model_validate(with_lists(json.loads(line))))
        except (ValueError, ValidationError) as error:
            raise PatternInvalid(f"{name}.jsonl, line {number}: {error}") from error
    return tuple(found)


@cache
def _parts() -> dict[str, list[list[dict[str, Any]]]]:
    """Alternatives of each named part (``pattern_parts.yaml``); the shared lists are parts too."""
    lists = {name: [[{"LOWER": {"IN": [*some]}}]] for name, some in shared_lists().items()}
    return {**lists, **with_lists(pattern_file("pattern_parts"))}


def with_lists(value: Any) -> Any:
    """A token pattern, or what it is made of, with ``⟨small_number⟩`` and the like written out."""
    if isinstance(value, dict):
        return {key: with_lists(one) for key, one in value.items()}
    if isinstance(value, list):
        return [with_lists(one) for one in value]
    return with_shared_lists(value) if isinstance(value, str) else value


def expanded(pattern: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """A pattern with its named parts written out: one token pattern for each combination.

    Raises:
        PatternInvalid: it names a part that does not exist.
    """
    choices = []
    for token in pattern:
        name = token.get("PART")
        if name is not None and name not in _parts():
            raise PatternInvalid(f"there is no part called {name!r}")
        choices.append([[token]] if name is None else _parts()[name])
    return [[token for piece in pieces for token in piece] for pieces in product(*choices)]


def needed(pattern: list[dict[str, Any]]) -> list[frozenset[str]]:
    """Sets of words in lower case, one of each of which stands in every match of a pattern."""
    return [words for token in pattern for words in words_of(token) if "OP" not in token]


def words_of(token: dict[str, Any]) -> Iterator[frozenset[str]]:
    """The words that a token can be, if it is told by words."""
    for attribute in TEXTS.keys() & token.keys():
        wanted = token[attribute]
        if isinstance(wanted, str):
            yield frozenset({wanted.lower()})
        elif wanted.keys() == {"IN"}:
            yield frozenset(map(str.lower, wanted["IN"]))


@cache
def vocabulary(name: str) -> frozenset[str]:
    """All words of the patterns of a file, in lower case."""
    pieces = [token for one in load_patterns(name) for token in one.pattern]
    return frozenset().union(*(words for token in pieces for words in words_of(token)))


def bare_word(text: str) -> str:
    """A word in lower case, without the marks that stand before it and the space behind it."""
    return text.rstrip().lower().lstrip(_OPENING)


def run_before(text: str, end: int, name: str) -> int:
    """Where the words begin that the patterns of a file know and that stand before an offset.

    The word before them is taken in: a part of it may be known too ("non-small number").
    """
    known = vocabulary(name)
    while end > 0:
        start = text.rfind(" ", 0, end - 1) + 1
        if bare_word(text[start:end]) not in known:
            return start
        end = start
    return 0


def pattern_files() -> list[str]:
    """Names of all pattern files, without ending."""
    names = pattern_sources()
    return sorted(name.removesuffix(".jsonl") for name in names if name.endswith(".jsonl"))


def expected_span(example: str) -> tuple[str, tuple[int, int]]:
    """An example's text without its marks, and the half-open offsets of the marked span."""
    start, end = example.index(OPEN), example.index(CLOSE) - 1
    return example.replace(OPEN, "").replace(CLOSE, ""), (start, end)
