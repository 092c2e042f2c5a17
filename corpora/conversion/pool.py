"""Runs a function over many files, here or in processes of their own."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Failure, Outcome

S = TypeVar("S")
Task = Callable[[Source, S], Outcome]


def run(task: Task[S], sources: Sequence[Source], settings: S, jobs: int) -> Iterator[Outcome]:
    """The outcome of each file: in the order given with one job, as they are ready with more."""
    if jobs <= 1:
        yield from (task(one, settings) for one in sources)
        return
    left = []
    for one, outcome in _pooled(task, sources, settings, jobs):
        if outcome is None:
            left.append(one)
        else:
            yield outcome
    # A process died and took the pool with it. One file for each pool shows which it was.
    for alone in sorted(left, key=lambda one: one.file):
        for one, outcome in _pooled(task, [alone], settings, 1):
            yield outcome or _crashed(one)


def _pooled(
    task: Task[S], sources: Sequence[Source], settings: S, jobs: int
) -> Iterator[tuple[Source, Outcome | None]]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_parent)
    try:
        futures = {pool.submit(task, one, settings): one for one in sources}
        for future in as_completed(futures):
            yield futures[future], _result(future)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    """An interrupt ends the batch in order: files being read are finished, no more begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _result(future: Future[Outcome]) -> Outcome | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _crashed(one: Source) -> Failure:
    return Failure(one.file, one.sha256, "crashed", "the process that read the file died")
