"""Settings: the tolerances of a room, each with its unit, what it decides and where it is from.

Those of a room stand in one frozen class in its ``settings.py``, whose one instance the room's
modules read. What a change of a fifth to either side does is measured over published reports:
``docs/settings.md``, written by ``python -m tests.sensitivity``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from typing import NamedTuple, TypeVar

Value = TypeVar("Value", int, float, tuple[float, ...])

CHOSEN = "chosen on published reports"


@dataclass(frozen=True, slots=True)
class Settings:
    """Base of the settings of a room."""


class Described(NamedTuple):
    """A setting with what is said of it; ``value`` in ``unit``."""

    name: str
    value: int | float | tuple[float, ...]
    unit: str
    decides: str
    source: str


def setting(value: Value, unit: str, decides: str, source: str = CHOSEN) -> Value:
    """A field of a settings class.

    Args:
        value: the value in use.
        unit: of what it is; ``em`` is the size of the type in question.
        decides: what the value decides, as a sentence.
        source: a convention, a specification, another project's default, or what it was chosen on.
    """
    return field(default=value, metadata={"unit": unit, "decides": decides, "source": source})


def described(settings: Settings) -> list[Described]:
    """All settings of a room, in their order."""
    return [
        Described(one.name, getattr(settings, one.name), **one.metadata) for one in fields(settings)
    ]


@contextmanager
def varied(settings: Settings, **values: int | float | tuple[float, ...]) -> Iterator[None]:
    """Give settings other values for a while, for measurements and tests.

    Raises:
        AttributeError: there is no setting of such a name.
    """
    before = {name: getattr(settings, name) for name in values}
    try:
        for name, value in values.items():
            object.__setattr__(settings, name, value)  # frozen for all others
        yield
    finally:
        for name, value in before.items():
            object.__setattr__(settings, name, value)
