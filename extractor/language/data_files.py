"""The data files of all rooms of ``extractor``: found by name, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where there is one: ten times


@cache
def pattern_sources() -> dict[str, Traversable]:
    """The pattern files of all rooms of ``extractor``, by their file names."""
    return dict(_below(files("extractor")))


def _below(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry)
        elif entry.name.endswith((".yaml", ".jsonl")):
            yield entry.name, entry


@cache
def pattern_file(name: str) -> Any:
    """What ``<name>.yaml`` holds, in whichever room it stands; not to be changed."""
    return yaml.load(pattern_sources()[f"{name}.yaml"].read_text("utf-8"), Loader=_LOADER)
