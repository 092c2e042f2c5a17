"""Patterns as data: spaCy token patterns with examples that must match and traps that must not.

One JSON object a line. In an example the expected span stands between ⟦ and ⟧.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import Field, ValidationError

from extractor.language.data_files import pattern_file, pattern_folders, pattern_sources
from extractor.language.word_lists import shared_lists, with_shared_lists
from schemas.document import Model
from schemas.errors import PatternInvalid

OPEN, CLOSE = "⟦", "⟧"
CAPTURE = "AS"  # the key of a token that names what it captures


class Pattern(Model):
    """One rule of a grammar. ``label`` tells its users what a match of it is."""

    id: str
    label: str | None = None
    pattern: list[dict[str, Any]] = Field(min_length=1)
    trim: int = Field(default=0, ge=0, description="last tokens that only show what follows")
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)
    note: str | None = None


P = TypeVar("P", bound=Pattern)


def load_patterns(name: str, model: type[P]) -> tuple[P, ...]:
    """The patterns of ``<name>.jsonl``, in whichever room it stands, in order.

    Args:
        name: of the file, without ending.
        model: what each line is.

    Raises:
        PatternInvalid: a line is no JSON or does not follow the format.
    """
    return patterns_in(name, model, pattern_folders())


@cache
def patterns_in(name: str, model: type[P], folders: tuple[Path, ...]) -> tuple[P, ...]:
    """The same, with those of files of that name in some folders outside the package behind."""
    outside = [folder / f"{name}.jsonl" for folder in folders]
    sources = [pattern_sources()[f"{name}.jsonl"], *(one for one in outside if one.exists())]
    return tuple(pattern for source in sources for pattern in patterns_of(source, model))


def patterns_of(source: Traversable, model: type[P]) -> Iterator[P]:
    """The patterns of one file.

    Raises:
        PatternInvalid: a line is no JSON or does not follow the format.
    """
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield model.model_validate(with_lists(json.loads(line)))
        except (ValueError, ValidationError) as error:
            raise PatternInvalid(f"{source.name}, line {number}: {error}") from error


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


class TokenPattern(NamedTuple):
    """One way to write a pattern: spaCy's conditions, and what each token is captured as."""

    tokens: list[dict[str, Any]]
    captures: list[str | None]


def expanded(pattern: list[dict[str, Any]]) -> list[TokenPattern]:
    """A pattern with its named parts written out: one token pattern for each combination.

    Raises:
        PatternInvalid: it names a part that does not exist.
    """
    choices = []
    for token in pattern:
        name, capture = token.get("PART"), token.get(CAPTURE)
        if name is not None and name not in _parts():
            raise PatternInvalid(f"there is no part called {name!r}")
        plain = {key: wanted for key, wanted in token.items() if key != CAPTURE}
        ways = [[plain]] if name is None else _parts()[name]
        choices.append([[(one, capture) for one in way] for way in ways])
    joined = ([one for piece in pieces for one in piece] for pieces in product(*choices))
    return [TokenPattern([one for one, _ in way], [name for _, name in way]) for way in joined]


def pattern_files() -> list[str]:
    """Names of all pattern files, without ending."""
    names = pattern_sources()
    return sorted(name.removesuffix(".jsonl") for name in names if name.endswith(".jsonl"))


def expected_span(example: str) -> tuple[str, tuple[int, int]]:
    """An example's text without its marks, and the half-open offsets of the marked span."""
    start, end = example.index(OPEN), example.index(CLOSE) - 1
    return example.replace(OPEN, "").replace(CLOSE, ""), (start, end)
