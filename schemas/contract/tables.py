"""The tables that a corpus consists of, as data: every column, its type, what it means.

The header of the CSV files, the schema of the Parquet files, the Frictionless data package and the
data dictionary are all made from here, so that they cannot disagree.
"""

from __future__ import annotations

from schemas.contract.columns import Table
from schemas.contract.document_tables import (
    BLOCKS,
    FAILURES,
    RECOMMENDATIONS,
    REPORTS,
    SECTIONS,
    TABLE_CELLS,
)
from schemas.contract.statement_tables import FINDINGS, LEDGER, PROBLEMS, RATINGS, RESTATEMENTS

_ALL = (
    *(REPORTS, SECTIONS, BLOCKS, FINDINGS, RESTATEMENTS, RATINGS, RECOMMENDATIONS),
    *(TABLE_CELLS, PROBLEMS, LEDGER, FAILURES),
)
TABLES: dict[str, Table] = {table.name: table for table in _ALL}
