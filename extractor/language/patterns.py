"""Patterns as data: spaCy token patterns with examples that must match and traps that must not.

One JSON object a line. In an example the expected span stands between ⟦ and ⟧.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import Field, ValidationError

from schemas.document import Model
from schemas.errors import PatternInvalid

OPEN, CLOSE = "⟦", "⟧"
Bound = Literal["above", "below", "at_least", "at_most", "about", "exact"]


class Pattern(Model):
    """One rule of a grammar. ``bound`` says what a modifier does to the value's interval."""

    id: str
    label: str
    pattern: list[dict[str, Any]] = Field(min_length=1)
    bound: Bound | None = None
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)
    note: str | None = None


@cache
def load_patterns(name: str) -> tuple[Pattern, ...]:
    """The patterns of ``extractor/patterns/<name>.jsonl`` in order.

    Raises:
        PatternInvalid: a line is no JSON or does not follow the format.
    """
    source = files("extractor") / "patterns" / f"{name}.jsonl"
    found = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(Pattern.model_validate(json.loads(line)))
        except (ValueError, ValidationError) as error:
            raise PatternInvalid(f"{name}.jsonl, line {number}: {error}") from error
    return tuple(found)


def pattern_files() -> list[str]:
    """Names of all pattern files, without ending."""
    folder = files("extractor") / "patterns"
    names = (entry.name for entry in folder.iterdir())
    return sorted(name.removesuffix(".jsonl") for name in names if name.endswith(".jsonl"))


def expected_span(example: str) -> tuple[str, tuple[int, int]]:
    """An example's text without its marks, and the half-open offsets of the marked span."""
    start, end = example.index(OPEN), example.index(CLOSE) - 1
    return example.replace(OPEN, "").replace(CLOSE, ""), (start, end)
