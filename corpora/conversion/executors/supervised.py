"""Files in processes of their own, each with one file at a time."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import cast

from corpora.conversion.executors.executor import Task
from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Failure, Outcome, without_rows


class SupervisedExecutor:
    """Reads ``jobs`` files at once. A file that crashes its reader costs one failure.

    The standard library's pool does not say which file a dying process had, and may wait for ever
    for one that it had just begun (Python 3.11). Here each process has a pipe of its own: its end
    is the death of the process, and the file is the one that was sent through it.
    """

    def __init__(self, task: Task, jobs: int) -> None:
        self._task = task
        self._jobs = jobs

    def map(self, sources: Sequence[Source]) -> Iterator[Outcome]:
        """The outcomes as they are ready. Ended early, it waits for the files being read."""
        waiting = deque(sources)
        workers: dict[Connection, _Worker] = {}
        try:
            while waiting or workers:
                while waiting and len(workers) < self._jobs:
                    worker = _Worker(self._task)
                    worker.begin(waiting.popleft())
                    workers[worker.connection] = worker
                for ready in cast(list[Connection], wait(list(workers))):
                    worker = workers[ready]
                    outcome = worker.outcome()
                    if worker.died or not waiting:
                        del workers[ready]
                        worker.dismiss()
                    else:  # before the outcome is handed on, so that the process need not wait
                        worker.begin(waiting.popleft())
                    yield outcome
        finally:
            for worker in workers.values():
                worker.dismiss()


class _Worker:
    """A process, the pipe to it, and the file that it reads."""

    def __init__(self, task: Task) -> None:
        # Spawned: a copy of this process would have the locks of its threads and none of them.
        context = multiprocessing.get_context("spawn")
        self.connection, far_end = context.Pipe()
        self._process = context.Process(target=_work, args=(far_end, task), daemon=True)
        self._process.start()
        far_end.close()  # so that the pipe ends with the process
        self._source: Source | None = None
        self.died = False

    def begin(self, source: Source) -> None:
        self._source = source
        with suppress(BrokenPipeError):  # it died before it could read: the pipe's end says so
            self.connection.send(source)

    def outcome(self) -> Outcome:
        assert self._source is not None
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, ConnectionResetError):
            self.died = True
            return Failure.of(self._source, "crashed", "the process that read the file died")
        return outcome

    def dismiss(self) -> None:
        """Let the process finish the file that it reads, and end."""
        self.connection.close()
        self._process.join()


def _work(connection: Connection, task: Task) -> None:
    # An interrupt ends the batch in order: files being read are finished, no more begun.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionError):  # nothing more is wanted
        while True:
            outcome = task(connection.recv())
            # The rows are left behind: sending them takes longer than reading them from the report.
            connection.send(without_rows(outcome))
