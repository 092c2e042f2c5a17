from __future__ import annotations

from pathlib import Path

import pytest

from corpora.corpus import Corpus
from schemas.contract.columns import Table
from schemas.contract.tables import TABLES


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_corpus_keeps_what_its_description_promises(corpus: Path, table: Table) -> None:
    opened = Corpus.open(corpus)
    rows = opened.table(table.name)
    keys = [tuple(row[name] for name in table.primary_key) for row in rows]
    assert not table.primary_key or len(set(keys)) == len(keys)
    for column in table.columns:
        assert not column.required or all(row[column.name] not in (None, "") for row in rows)
    for key in table.foreign_keys:
        known = {tuple(row[name] for name in key.refers_to) for row in opened.table(key.table)}
        assert {tuple(row[name] for name in key.columns) for row in rows} <= known
