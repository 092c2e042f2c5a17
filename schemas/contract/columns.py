"""What a table is described by: its columns, its keys, what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

ColumnType = Literal["string", "integer", "number", "boolean", "json"]


@dataclass(frozen=True)
class Column:
    """One column. ``json`` is a list written as JSON; ``required`` columns are never null."""

    name: str
    type: ColumnType
    description: str
    required: bool = False


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
