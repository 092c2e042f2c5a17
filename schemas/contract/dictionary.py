"""The data dictionary: every table and column in Markdown, for people.

``python -m schemas.contract.dictionary DATA.md`` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from schemas.contract.columns import SHARE_DECIMALS, Column, ColumnType, Table
from schemas.contract.datapackage import FORMAT
from schemas.contract.tables import TABLES
from schemas.geometry import POINT_DECIMALS

_TYPES: Final[dict[ColumnType, str]] = {"json": "list (JSON)"}
_INTRODUCTION: Final = f"""\
<!-- Made from schemas/contract by `make schemas`; what is written here by hand is lost. -->

# Data dictionary

A corpus has {len(TABLES)} tables ({", ".join(f"`{name}`" for name in TABLES)}): as `tables/<table>.csv`, and with the same rows as `parquet/<table>/*.parquet`. This is format {FORMAT} of a corpus, as `findings_format` in `datapackage.json` says; a corpus of another format is refused, and its PDFs have to be converted again into a new folder.

- CSV is UTF-8 without byte order mark, with a header row, commas, and quotes where they are needed. An empty cell is null.
- A list is written as JSON in its cell. Truth values are `true` and `false`.
- Shares are in percent. Numbers have at most {SHARE_DECIMALS} decimals; positions are in points (1/72 inch) from the top left of the page as displayed and have {POINT_DECIMALS}.
- Dates are ISO 8601, as precise as printed: `2014-01-23` or `2014-01`.
- Rows come by report id and, within a report, in reading order; those of `failures` by file.
- `always` marks columns that are never null; of each other the last column says where it is null.

The types are those of `datapackage.json`, which describes the same tables for programs; there a list is an `array`.

**Files.** `file` is the path of the PDF from the corpus's folder (`../reports/westmarch.pdf`), so `link` opens from there, and goes on opening when corpus and PDFs are moved together. It does not depend on the working directory. It names the folders that lie between the two: `findings convert --strip-paths` keeps the name alone (`westmarch.pdf`). The whole path on the machine that converted is in `log/` and nowhere else; leave that folder out when you pass a corpus on.

**Ids.** `report_id` is made of the file's name and its content. `finding_id`, `block_id`, `section_id` and `table_id` are hashes of the report, the page and the text; they are the same in every run, and a change of the rules leaves those of unchanged statements as they are. They are unique together with `report_id`.

**Pages.** `page` is the physical page, counted from 1, as PDF viewers count. `page_label` is what is printed on the page, or else what the file calls it.
"""  # noqa: E501, a paragraph of Markdown is one line


def dictionary() -> str:
    """The whole document: what holds for all tables, then each in its order."""
    return "\n".join([_INTRODUCTION, *map(_table, TABLES.values())])


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
    return f"| `{column.name}` | {kind} | {always} | {column.meaning.replace('|', '/')} |\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        Path(name).write_text(dictionary(), "utf-8")
