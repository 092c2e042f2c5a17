"""What a table is described by: its columns, its keys, what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

ColumnType = Literal["string", "integer", "number", "boolean", "json"]


SHARE_DECIMALS: Final = 3
"""Of every number in a table but positions: shares in percent, scores of likeness."""


@dataclass(frozen=True)
class Column:
    """One column. ``json`` is a list written as JSON; ``required`` columns are never null.

    ``null`` says when one that is not required is null, as the end of "null where …".
    """

    name: str
    type: ColumnType
    description: str
    required: bool = False
    null: str = ""

    @property
    def meaning(self) -> str:
        """The description, and when it is null."""
        return f"{self.description}; null where {self.null}" if self.null else self.description


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values are found in ``table`` in the columns called ``refers_to``."""

    columns: tuple[str, ...]
    table: str
    refers_to: tuple[str, ...]


@dataclass(frozen=True, eq=False)  # each is there once, and what is made of it is kept
class Table:
    """One table. Foreign keys are declared where no part of the key can be null."""

    name: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @cached_property
    def header(self) -> tuple[str, ...]:
        """Names of the columns, in the order of the CSV file."""
        return tuple(column.name for column in self.columns)
