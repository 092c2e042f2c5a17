"""How columns are declared, and those that several tables have."""

from __future__ import annotations

from typing import Any, get_args

from schemas.contract.columns import Column, ColumnType, ForeignKey


def must(name: str, type_: ColumnType, description: str) -> Column:
    """A column that is never null."""
    return Column(name, type_, description, required=True)


def may(name: str, type_: ColumnType, description: str, null: str) -> Column:
    """A column that is null where ``null`` is so."""
    return Column(name, type_, description, null=null)


def words(vocabulary: Any) -> str:
    """The words of a closed vocabulary."""
    return ", ".join(get_args(vocabulary))


REPORT_ID = must("report_id", "string", "Report: slug of the file's stem and 8 hex of its sha256")
OF_REPORT = ForeignKey(("report_id",), "reports", ("report_id",))
OF_BLOCK = ForeignKey(("report_id", "block_id"), "blocks", ("report_id", "block_id"))
BLOCK_ID = must("block_id", "string", "Block in which it stands")
PAGE = must("page", "integer", "Physical page, counted from 1")
PAGE_LABEL = may(
    "page_label", "string", "Page number as printed, or as the file calls it", "there is neither"
)
LINK = must("link", "string", "The page of the file, seen from the corpus's folder: file#page=N")
BOXES = must("boxes", "json", "Where it is printed: [[page, x0, top, x1, bottom], ...] in points")
CRITERION = may("criterion", "string", "Criterion or outcome of the framework", "none applies")
PART = may(
    "part",
    "string",
    "Part of the report: foreword, summary, outcome1, appendix1, ...",
    "the framework names none, or the report is of no framework",
)
SECTION_ID = may(
    "section_id", "string", "Section under whose heading it stands", "it stands under none"
)
