"""A table whose column of counts does not add up to its total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.printed_counts import DIGITS
from extractor.checks.problem_places import at_block, problem
from schemas.document import TableCell
from schemas.problem import Problem

_TOTAL = re.compile(r"(?:grand |overall )?totals?", re.I)
_ANY_TOTAL = re.compile(r"\b(?:sub-?)?totals?\b|\bof which\b|\ball\b", re.I)
_COUNT = re.compile(DIGITS)
Rows = list[dict[int, TableCell]]


def find(evidence: Evidence) -> Iterator[Problem]:
    """Tables whose last row is the only total; columns that have nothing but counts."""
    tables: defaultdict[str, defaultdict[int, dict[int, TableCell]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for cell in evidence.report.table_cells:
        tables[cell.table_id][cell.row][cell.column] = cell
    for table in tables.values():
        rows = [table[number] for number in sorted(table)]
        if _has_one_total(rows):
            yield from _of_table(evidence, rows)


def _has_one_total(rows: Rows) -> bool:
    names = [row[0].text.strip() if 0 in row else "" for row in rows]
    return (
        len(rows) > 2
        and bool(_TOTAL.fullmatch(names[-1]))
        and not any(_ANY_TOTAL.search(name) for name in names[:-1])
    )


def _of_table(evidence: Evidence, rows: Rows) -> Iterator[Problem]:
    for column, total in rows[-1].items():
        cells = [row[column] for row in rows[:-1] if column in row]
        parts = [cell for cell in cells if cell.column_header is not None]
        counts = [cell for cell in (*parts, total) if _COUNT.fullmatch(cell.text.strip())]
        if not column or len(parts) < 2 or len(counts) != len(parts) + 1:
            continue
        *counted, whole = (int(cell.text.replace(",", "")) for cell in counts)
        if sum(counted) != whole:
            sums = " + ".join(cell.text.strip() for cell in parts)
            block = evidence.blocks[total.block_id] if total.block_id else None
            yield problem(
                CHECK.code,
                "error",
                f"The column “{total.column_header}” adds up to {sum(counted):,}, not to its total "
                f"of {whole:,}: {sums}.",
                [at_block(evidence.report, block)] if block else [],
                pages=[total.page],
            )


_HEAD = "| Office | Cases | Share\n"
_OFFICES = f"{_HEAD}| North | 1,200 | 60%\n| South | 800 | 40%\n"

CHECK = Check(
    code="table_total",
    find=find,
    severities={"error": ""},
    certainty=Certainty.ARITHMETIC,
    order=5,
    sees="a column of counts that does not add up to the one total in the last row",
    cannot_see="tables with subtotals, columns with anything but counts",
    examples=(
        Example(
            f"{_OFFICES}| Total | 2,100 | 100%",
            says="The column “Cases” adds up to 2,000, not to its total of 2,100: 1,200 + 800.",
        ),
    ),
    traps=(
        f"{_OFFICES}| Total | 2,000 | 101%",
        f"{_OFFICES}| Subtotal | 2,000 | \n| Total | 4,000 | ",
        f"{_OFFICES}| Both together | 2,100 | ",
        f"{_HEAD}| North | about 40 | \n| South | 12 | \n| Total | 60 | ",
        f"{_HEAD}| North | 12 | \n| Total | 13 | ",
    ),
)
