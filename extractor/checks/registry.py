"""The checks that there are: those of every module in a room below this one."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from extractor import checks
from extractor.checks.check_model import Check


@cache
def all_checks() -> tuple[Check, ...]:
    """The checks of all rooms, in the order in which they decide.

    The rooms are looked through when they are first asked for, not when the package is imported.

    Raises:
        ValueError: two checks have one code.
    """
    found = {check: None for module in check_modules() for check in checks_of(module)}
    times = Counter(check.code for check in found)
    if twice := [code for code, count in times.items() if count > 1]:
        raise ValueError(f"two checks have one code: {', '.join(twice)}")
    return tuple(sorted(found, key=lambda check: (check.certainty, check.order, check.code)))


def check_modules() -> list[ModuleType]:
    """The modules of the rooms, which are the packages below this one."""
    rooms = [
        import_module(f"{checks.__name__}.{room.name}")
        for room in iter_modules(checks.__path__)
        if room.ispkg
    ]
    return [
        import_module(f"{room.__name__}.{module.name}")
        for room in rooms
        for module in iter_modules(room.__path__)
    ]


def checks_of(module: ModuleType) -> list[Check]:
    """The checks that a module names."""
    return [value for value in vars(module).values() if isinstance(value, Check)]
