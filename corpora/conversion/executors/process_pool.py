"""Files in a pool of processes."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from corpora.conversion.executors.executor import Task
from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Failure, Outcome, without_rows


class ProcessPool:
    """Reads ``jobs`` files at once. A file that crashes its reader costs one failure."""

    def __init__(self, task: Task, jobs: int) -> None:
        self._task = partial(_without_rows, task)
        self._jobs = jobs

    def map(self, sources: Sequence[Source]) -> Iterator[Outcome]:
        """The outcomes as they are ready."""
        left = []
        for source, outcome in self._pooled(sources, self._jobs):
            if outcome is None:
                left.append(source)
            else:
                yield outcome
        # A process died and took the pool with it. One file for each pool shows which it was.
        for alone in left:
            for source, outcome in self._pooled([alone], 1):
                yield outcome or _crashed(source)

    def _pooled(
        self, sources: Sequence[Source], jobs: int
    ) -> Iterator[tuple[Source, Outcome | None]]:
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts)
        try:
            futures = {pool.submit(self._task, source): source for source in sources}
            for future in as_completed(futures):
                yield futures[future], _outcome(future)
        finally:
            pool.shutdown(cancel_futures=True)


def _without_rows(task: Task, source: Source) -> Outcome:
    """The rows are left behind: sending them takes longer than reading them from the report."""
    return without_rows(task(source))


def _leave_interrupts() -> None:
    """An interrupt ends the batch in order: files being read are finished, no more begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcome(future: Future[Outcome]) -> Outcome | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _crashed(source: Source) -> Failure:
    return Failure.of(source, "crashed", "the process that read the file died")
