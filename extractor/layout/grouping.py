"""Things in groups: what lies within a tolerance, or goes on with what stands before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from extractor.reading.model import Word

Item = TypeVar("Item")


def runs(items: Iterable[Item], goes_on: Callable[[list[Item], Item], bool]) -> list[list[Item]]:
    """Items in their order, each in the run before it if it goes on with that one."""
    found: list[list[Item]] = []
    for item in items:
        if found and goes_on(found[-1], item):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def clusters(
    items: Iterable[Item], position: Callable[[Item], float], tolerance: float
) -> list[list[Item]]:
    """Items by their position, those together that lie within the tolerance of their first."""
    ordered = sorted(items, key=position)
    return runs(ordered, lambda group, item: position(item) - position(group[0]) <= tolerance)


def without(words: list[Word], taken: Iterable[Word]) -> list[Word]:
    """The words but for some of them, which are those themselves and not their like."""
    gone = set(map(id, taken))
    return [word for word in words if id(word) not in gone] if gone else words
