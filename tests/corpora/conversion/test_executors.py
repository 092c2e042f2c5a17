from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

import psutil
import pytest

from corpora.conversion.executors.executor import Executor, OnPage, Task
from corpora.conversion.executors.inline import InlineExecutor
from corpora.conversion.executors.limits import GB, Limits
from corpora.conversion.executors.supervised import ReaderNotStarted, SupervisedExecutor
from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Converted, Failure, Outcome
from schemas.errors import OutputError

LIMITS = Limits(seconds=60)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the limit is not set")


def read(source: Source, on_page: OnPage) -> Outcome:
    """Stands for a reader: the file's name says what becomes of it after its second page."""
    on_page(1)
    on_page(2)
    kind = source.file.rstrip("0123456789")
    try:
        HARM.get(kind, nothing)()
    except MemoryError:  # as the real task says it
        return Failure.of(source, "out_of_memory", "", pages_done=2)
    return Failure.of(source, "seen", "")


def nothing() -> None:
    pass


def hang() -> None:
    time.sleep(3600)


def swell() -> None:
    held = []
    while True:
        held.append(bytearray(b"x" * 10_000_000))
        time.sleep(0.01)


def swell_at_once() -> None:
    bytearray(50 * GB)


def swell_in_a_child() -> None:
    if os.fork() == 0:
        swell()
    hang()


def refuse_to_write() -> None:
    raise OutputError("the disk is full")


HARM = {
    "hang": hang,
    "swell": swell,
    "burst": swell_at_once,
    "grandchild": swell_in_a_child,
    "exit": partial(os._exit, 1),
    "segfault": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "full": refuse_to_write,
}


def convert_nothing(source: Source, on_page: OnPage) -> Outcome:
    counts = (1, 1, 1, 1, 1, 1.0)
    rows = {"reports": [{"report_id": "x"}]}
    return Converted(source.path.name, source.file, source.sha256, "x", None, None, *counts, rows)


def name_of_process(source: Source, on_page: OnPage) -> Outcome:
    return Failure.of(source, "seen", str(os.getpid()))


def cannot_start() -> None:
    raise ImportError("no such library")


def sources(*names: str) -> list[Source]:
    return [Source(Path(name), name, name) for name in names]


def pool_of_two(task: Task) -> Executor:
    return SupervisedExecutor(task, 2, LIMITS)


def rows(names: list[str], limits: Limits = LIMITS, jobs: int = 2) -> dict[str, tuple[str, int]]:
    """The code of each file and the number of its pages that were read."""
    found = list(SupervisedExecutor(read, jobs, limits).map(sources(*names)))
    assert len(found) == len(names)
    assert multiprocessing.active_children() == []
    return {one.file: (one.code, one.pages_done) for one in found if isinstance(one, Failure)}


SEEN = ("seen", 0)


@pytest.mark.parametrize("executor", [InlineExecutor, pool_of_two])
def test_each_source_has_one_outcome(executor) -> None:
    found = executor(read).map(sources("a", "b", "c"))
    assert sorted(one.file for one in found) == ["a", "b", "c"]
    assert list(executor(read).map([])) == []


def test_in_this_process_the_order_is_kept_and_rows_are_at_hand() -> None:
    found = list(InlineExecutor(convert_nothing).map(sources("a", "b", "c")))
    assert [one.file for one in found] == ["a", "b", "c"]
    assert all(isinstance(one, Converted) and one.rows for one in found)


def test_rows_are_not_sent_between_processes() -> None:
    (found,) = SupervisedExecutor(convert_nothing, 1, LIMITS).map(sources("a"))
    assert isinstance(found, Converted)
    assert found.rows is None


def test_one_process_reads_many_files() -> None:
    found = list(SupervisedExecutor(name_of_process, 1, LIMITS).map(sources(*"abcdefgh")))
    assert len({one.message for one in found if isinstance(one, Failure)}) == 1


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_file_that_dies_costs_itself_alone(jobs: int) -> None:
    found = rows(["a", "exit1", "b", "segfault1", "c", "exit2", "killed1", "d"], jobs=jobs)
    assert found == {
        **dict.fromkeys("abcd", SEEN),
        "exit1": ("crashed", 2),
        "exit2": ("crashed", 2),
        "segfault1": ("crashed", 2),
        "killed1": ("out_of_memory", 2),
    }


def test_a_crash_is_named_by_its_signal() -> None:
    (found,) = SupervisedExecutor(read, 1, LIMITS).map(sources("segfault"))
    assert isinstance(found, Failure)
    assert found.message == "the process that read the file died (SIGSEGV)"


def test_a_file_that_hangs_is_ended_in_time() -> None:
    before = time.monotonic()
    found = rows(["a", "hang1", "b"], Limits(seconds=2))
    assert found == {"a": SEEN, "hang1": ("timeout", 2), "b": SEEN}
    assert 2 <= time.monotonic() - before < 12


@pytest.mark.parametrize("kind", ["swell", "grandchild", pytest.param("burst", marks=on_linux)])
def test_a_file_that_swells_is_ended(kind: str) -> None:
    limits = Limits(seconds=60, memory=GB // 2)
    executor = SupervisedExecutor(read, 2, limits)
    found = {one.file: one for one in executor.map(sources("a", kind, "b"))}
    swollen = found.pop(kind)
    assert isinstance(swollen, Failure)
    assert (swollen.code, swollen.pages_done) == ("out_of_memory", 2)
    assert swollen.message == "needed more than 0.5 GB of memory"
    assert set(found) == {"a", "b"}
    assert not [one for one in psutil.Process().children() if "spawn_main" in str(one.cmdline())]


def test_what_cannot_be_written_ends_the_run() -> None:
    with pytest.raises(OutputError, match="disk is full"):
        list(SupervisedExecutor(read, 2, LIMITS).map(sources("a", "full", "b", "c")))
    assert multiprocessing.active_children() == []


def test_a_process_that_cannot_start_is_no_fault_of_a_file() -> None:
    executor = SupervisedExecutor(read, 1, LIMITS, cannot_start)
    with pytest.raises(ReaderNotStarted, match="exit code 1"):
        list(executor.map(sources("a")))


def test_no_process_outlives_a_run_that_ends_early() -> None:
    outcomes = SupervisedExecutor(read, 2, Limits(seconds=600)).map(sources("a", "hang", "b"))
    assert next(outcomes).file == "a"
    outcomes.close()
    assert multiprocessing.active_children() == []
