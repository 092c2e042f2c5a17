"""The data files of all rooms of ``extractor``: found by name, read once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where there is one: ten times

_FOLDERS: ContextVar[tuple[Path, ...]] = ContextVar("_FOLDERS", default=())


@contextmanager
def more_pattern_folders(*folders: Path) -> Iterator[None]:
    """Read the pattern files of some folders outside the package too, for as long as it lasts.

    A file there adds its lines to those of the file of the same name in the package.
    """
    token = _FOLDERS.set((*_FOLDERS.get(), *folders))
    try:
        yield
    finally:
        _FOLDERS.reset(token)


def pattern_folders() -> tuple[Path, ...]:
    """The folders outside the package whose pattern files are read now."""
    return _FOLDERS.get()


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
