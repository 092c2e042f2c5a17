from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from corpora.diff import CorpusDiff, TableDiff, diff
from corpora.storage.report_files import write_report
from corpora.storage.store import Store
from schemas.errors import CorpusError

Shelve = Callable[..., Path]


@pytest.fixture
def shelve(tmp_path: Path, make_report) -> Shelve:
    """Makes a corpus of a report ``north`` with these fields, and one more for each name."""

    def make(name: str, *others: str, **fields: Any) -> Path:
        store = Store(tmp_path / name)
        write_report(store.root, make_report("north", b"north", **fields))
        for other in others:
            write_report(store.root, make_report(other, other.encode()))
        store.finish()
        return store.root

    return make


def table(found: CorpusDiff, name: str) -> TableDiff:
    return next(one for one in found.tables if one.table == name)


def test_a_corpus_equals_itself(shelve: Shelve) -> None:
    found = diff(shelve("a", "south"), shelve("b", "south"))
    assert found.equal
    assert table(found, "findings").old_rows == 2
    assert not any(one.columns for one in found.tables)


def test_changed_rows_are_counted_by_column(shelve: Shelve, make_finding) -> None:
    old = [make_finding("x", name, criterion="1.2") for name in ("f1", "f2", "f3")]
    new = [
        make_finding("x", "f1", criterion="1.3", polarity="-"),
        make_finding("x", "f2", criterion=None),
        make_finding("x", "f3", criterion="1.2"),
    ]
    found = table(diff(shelve("a", findings=old), shelve("b", findings=new)), "findings")
    assert (found.lost.rows, found.gained.rows, found.changed) == (0, 0, 2)
    assert [(one.column, one.rows) for one in found.columns] == [("criterion", 2), ("polarity", 1)]
    changes = [(one.old, one.new, one.page) for one in found.columns[0].examples]
    assert changes == [("1.2", "1.3", 2), ("1.2", None, 2)]


def test_lost_and_gained_rows_are_counted_by_rule(shelve: Shelve, make_finding) -> None:
    kept = make_finding("x", "f1")
    old = [kept, make_finding("x", "f2", text="half", rule="fraction.half")]
    new = [kept, *(make_finding("x", f"g{n}", text=f"{n}%") for n in range(4))]
    found = table(diff(shelve("a", findings=old), shelve("b", findings=new)), "findings")
    assert (found.lost.rows, found.lost.kinds) == (1, {"fraction.half": 1})
    assert (found.gained.rows, found.gained.kinds) == (4, {"percent.sign": 4})
    assert [one.row["text"] for one in found.gained.examples] == ["0%", "1%", "2%"]
    assert not found.changed


def test_a_finding_with_another_id_is_known_by_its_words(shelve: Shelve, make_finding) -> None:
    old, new = ([make_finding("x", name)] for name in ("f1", "f9"))
    found = table(diff(shelve("a", findings=old), shelve("b", findings=new)), "findings")
    assert (found.lost.rows, found.gained.rows, found.changed) == (0, 0, 1)
    assert [one.column for one in found.columns] == ["finding_id"]


def test_rows_that_are_there_twice_are_counted(shelve: Shelve, make_finding) -> None:
    twice = [make_finding("x", "f1"), make_finding("x", "f1")]
    found = table(diff(shelve("a", findings=twice), shelve("b", findings=twice[:1])), "findings")
    assert (found.lost.rows, found.gained.rows, found.changed) == (1, 0, 0)


def test_a_report_of_one_corpus_is_lost_in_every_table(shelve: Shelve) -> None:
    found = diff(shelve("a", "south", "west"), shelve("b", "south"))
    lost = {one.table: one.lost.rows for one in found.tables if not one.equal}
    assert lost["reports"] == lost["findings"] == 1
    assert not any(one.gained.rows or one.changed for one in found.tables)


def test_columns_are_ignored_on_demand(shelve: Shelve, make_finding) -> None:
    old, new = ([make_finding("x", "f1", rule=rule)] for rule in ("a", "b"))
    corpora = shelve("a", findings=old), shelve("b", findings=new)
    assert not diff(*corpora).equal
    assert diff(*corpora, ignore=["rule"]).equal
    with pytest.raises(CorpusError, match="no table of both has a column rules"):
        diff(*corpora, ignore=["rules"])


def test_a_column_or_table_of_one_alone_is_named_and_left_out(shelve: Shelve) -> None:
    import pyarrow.parquet as pq

    old, new = shelve("a"), shelve("b")
    (file,) = (old / "parquet" / "findings").iterdir()
    pq.write_table(pq.read_table(file).drop_columns(["rule"]), file)
    (new / "parquet" / "ledger").rename(new / "parquet" / "accounts")
    found = diff(old, new)
    assert found.equal
    assert table(found, "findings").only_new_columns == ["rule"]
    assert (found.only_old_tables, found.only_new_tables) == (["ledger"], ["accounts"])


def test_a_column_of_another_type_is_compared_as_text(shelve: Shelve) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    old, new = shelve("a"), shelve("b")
    (file,) = (old / "parquet" / "findings").iterdir()
    rows = pq.read_table(file)
    page = rows.schema.get_field_index("page")
    pq.write_table(rows.set_column(page, "page", rows["page"].cast(pa.string())), file)
    assert diff(old, new).equal


def test_the_answer_does_not_depend_on_the_order_of_rows(shelve: Shelve) -> None:
    old, new = shelve("a", "south", "west", "east"), shelve("b", "east", "south")
    shuffled = old.rename(old.with_name("c"))
    for folder in (shuffled / "parquet").iterdir():
        for number, file in enumerate(sorted(folder.iterdir(), reverse=True)):
            file.rename(folder / f"{number}.parquet")
    again = shelve("a", "south", "west", "east")
    assert asdict(diff(shuffled, new)) == asdict(diff(again, new))


def test_what_is_no_corpus(shelve: Shelve, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="is no corpus"):
        diff(shelve("a"), tmp_path)
