"""A table whose column of counts does not add up to its total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.check_model import Check, at_block, problem
from schemas.document import TableCell
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_TOTAL = re.compile(r"(?:grand |overall )?totals?", re.I)
_ANY_TOTAL = re.compile(r"\b(?:sub-?)?totals?\b|\bof which\b|\ball\b", re.I)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
Rows = list[dict[int, TableCell]]


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Tables whose last row is the only total; columns that have nothing but counts."""
    tables: defaultdict[str, defaultdict[int, dict[int, TableCell]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for cell in report.table_cells:
        tables[cell.table_id][cell.row][cell.column] = cell
    for table in tables.values():
        rows = [table[number] for number in sorted(table)]
        if _has_one_total(rows):
            yield from _of_table(report, rows)


def _has_one_total(rows: Rows) -> bool:
    names = [row[0].text.strip() if 0 in row else "" for row in rows]
    return (
        len(rows) > 2
        and bool(_TOTAL.fullmatch(names[-1]))
        and not any(_ANY_TOTAL.search(name) for name in names[:-1])
    )


def _of_table(report: Report, rows: Rows) -> Iterator[Problem]:
    for column, total in rows[-1].items():
        cells = [row[column] for row in rows[:-1] if column in row]
        parts = [cell for cell in cells if cell.column_header is not None]
        counts = [cell for cell in (*parts, total) if _COUNT.fullmatch(cell.text.strip())]
        if not column or len(parts) < 2 or len(counts) != len(parts) + 1:
            continue
        *some, whole = (int(cell.text.replace(",", "")) for cell in counts)
        if sum(some) != whole:
            sums = " + ".join(cell.text.strip() for cell in parts)
            blocks = [report.block(total.block_id)] if total.block_id else []
            yield problem(
                CHECK.code,
                "error",
                f"The column “{total.column_header}” adds up to {sum(some):,}, not to its total "
                f"of {whole:,}: {sums}.",
                [at_block(report, block) for block in blocks],
                pages=[total.page],
            )


CHECK = Check("table_total", find)
