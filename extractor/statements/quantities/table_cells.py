"""Numbers that stand alone in a cell of a table: a count or a rate by the headings over it.

A bare number is none without its headings: "61,300" under "Population", "15" beside "Offences (rate
per 1,000 adults)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pydantic import Field

from extractor.language.data_files import pattern_file
from extractor.language.expressions import Expressions
from extractor.statements.arguments.noun_phrases import is_plural_population
from extractor.statements.quantities.printed import Printed
from schemas.document import Model
from schemas.finding import Quantity

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}|\d{1,4}\.\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FORMS = Expressions("table_cells")
_WORD = re.compile(r"[A-Za-z’'-]+")


class CellRule(Model):
    """What is read of a row, with examples and traps; ``column`` heads all cells but the first."""

    id: str
    column: str | None = None
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)
    note: str | None = None


@cache
def cell_rules() -> tuple[CellRule, ...]:
    """The rules of this module."""
    return tuple(map(CellRule.model_validate, pattern_file("table_cells")["rules"]))


def cell_quantities(
    text: str, headings: Sequence[tuple[str | None, str | None]], taken: list[Quantity]
) -> list[Quantity]:
    """Counts and rates of a row, in order.

    Args:
        text: the row, its cells joined by tabs.
        headings: of each cell, those of its row and its column.
        taken: what was found in the row already.
    """
    found: list[Quantity] = []
    start = 0
    for cell, (row, column) in zip(text.split("\t"), headings, strict=False):
        plain = cell.strip()
        if _NUMBER.fullmatch(plain) and not any(one.start <= start < one.end for one in taken):
            at = start + cell.index(plain)
            quantity = _quantity(text, at, plain, row or "", column or "")
            found += [quantity] if quantity else []
        start += len(cell) + 1
    return found


def _quantity(text: str, start: int, plain: str, row: str, column: str) -> Quantity | None:
    """The count or rate that a cell's number is by its headings."""
    rate = Printed(text, start, start + len(plain), "rate.cell", None)
    number = float(plain.replace(",", ""))
    whole = int(number) if number.is_integer() and "." not in plain else None
    per = _FORMS.per.search(column) or _FORMS.per.search(row)
    if per:
        base = int(per["base"].replace(",", ""))
        return rate.quantity("rate", value=100 * number / base, numerator=whole, denominator=base)
    if whole is None or _YEAR.fullmatch(plain) or not (_is_counted(column) or _is_counted(row)):
        return None
    return rate._replace(rule="count.cell").quantity("count", numerator=whole)


def row_base(text: str) -> list[Quantity]:
    """The base that a row's heading states: "alcohol misuse (42)"."""
    match = _FORMS.row_base.search(text.partition("\t")[0])
    if not match:
        return []
    start, end = match.span("number")
    printed = Printed(text, start, end, "count.row", None)
    return [printed.quantity("count", numerator=int(match["number"]))]


def _is_counted(heading: str) -> bool:
    """Whether a heading names people or work, and no share, time or age of them."""
    if not heading or _FORMS.other.search(heading):
        return False
    return bool(_FORMS.group.search(heading)) or any(
        is_plural_population(word) for word in _WORD.findall(heading)
    )
