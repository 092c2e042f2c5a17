from __future__ import annotations

import multiprocessing
import os
from functools import partial
from pathlib import Path

import pytest

from corpora.conversion.executors.executor import Executor, Task
from corpora.conversion.executors.inline import InlineExecutor
from corpora.conversion.executors.supervised import SupervisedExecutor
from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Converted, Failure, Outcome


def seen(source: Source, deadly: str = "") -> Outcome:
    """Stands for a reader: says which file it saw, or dies as a foreign library may."""
    if source.file == deadly:
        os._exit(1)
    return Failure.of(source, "seen", "")


def dies(source: Source) -> Outcome:
    os._exit(1)


def read(source: Source) -> Outcome:
    counts = (1, 1, 1, 1, 1, 1.0)
    rows = {"reports": [{"report_id": "x"}]}
    return Converted(source.path.name, source.file, source.sha256, "x", None, None, *counts, rows)


SOURCES = [Source(Path(name), name, name) for name in "abc"]


def pool_of_two(task: Task) -> Executor:
    return SupervisedExecutor(task, 2)


@pytest.mark.parametrize("executor", [InlineExecutor, pool_of_two])
def test_each_source_has_one_outcome(executor) -> None:
    assert sorted(one.file for one in executor(seen).map(SOURCES)) == ["a", "b", "c"]
    assert list(executor(seen).map([])) == []


def test_in_this_process_the_order_is_kept_and_rows_are_at_hand() -> None:
    found = list(InlineExecutor(read).map(SOURCES))
    assert [one.file for one in found] == ["a", "b", "c"]
    assert all(isinstance(one, Converted) and one.rows for one in found)


def test_rows_are_not_sent_between_processes() -> None:
    (found,) = SupervisedExecutor(read, 1).map(SOURCES[:1])
    assert isinstance(found, Converted)
    assert found.rows is None


def test_a_process_that_dies_costs_one_file() -> None:
    found = {
        one.file: one.code for one in SupervisedExecutor(partial(seen, deadly="b"), 2).map(SOURCES)
    }
    assert found == {"a": "seen", "b": "crashed", "c": "seen"}


def test_processes_that_die_hold_up_nothing() -> None:
    found = list(SupervisedExecutor(dies, 2).map(SOURCES * 2))
    assert [one.code for one in found] == ["crashed"] * 6
    assert sorted(one.file for one in found) == sorted("abc" * 2)


def test_no_process_outlives_the_run() -> None:
    outcomes = SupervisedExecutor(seen, 2).map(SOURCES)
    assert next(outcomes).code == "seen"
    outcomes.close()
    assert multiprocessing.active_children() == []
