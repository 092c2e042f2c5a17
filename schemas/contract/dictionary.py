"""The data dictionary: every table and column in Markdown, for people.

``python -m schemas.contract.dictionary DATA.md`` writes it anew below the file's mark.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from schemas.contract.columns import Column, Table
from schemas.contract.tables import TABLES

MARK: Final = "<!-- Below this line: made from schemas/contract/tables.py by `make schemas`. -->\n"

_TYPES: Final = {"json": "list (JSON)"}


def dictionary() -> str:
    """All tables in their order."""
    return "\n".join(map(_table, TABLES.values()))


def renewed(document: str) -> str:
    """A document with the dictionary below its mark.

    Raises:
        ValueError: the document has no mark.
    """
    head, mark, _ = document.partition(MARK)
    if not mark:
        raise ValueError("the document does not say where the dictionary begins")
    return f"{head}{mark}\n{dictionary()}"


def _table(table: Table) -> str:
    rows = "".join(map(_row, table.columns))
    head = "| column | type | | meaning |\n|---|---|---|---|\n"
    return f"## {table.name}\n\n{table.description}.{_keys(table)}\n\n{head}{rows}"


def _keys(table: Table) -> str:
    """What makes a row unique, and where its references lead."""
    own = f" Key: {_names(table.primary_key)}." if table.primary_key else ""
    others = [f"{_names(key.columns)} → `{key.table}`" for key in table.foreign_keys]
    return own + (f" Refers to: {'; '.join(others)}." if others else "")


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _row(column: Column) -> str:
    kind = _TYPES.get(column.type, column.type)
    always = "always" if column.required else ""
    return f"| `{column.name}` | {kind} | {always} | {column.description.replace('|', '/')} |\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(renewed(path.read_text("utf-8")), "utf-8")
