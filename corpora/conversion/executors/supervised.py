"""Files in processes of their own, each with limits of time and memory."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from time import monotonic

import psutil

from corpora.conversion.executors.executor import Task
from corpora.conversion.executors.limits import Limits
from corpora.conversion.executors.reading_process import READY, Prepare, endings_blocked, work
from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Failure, Outcome
from schemas.errors import FindingsError, OutputError

_LOOK = 0.1  # seconds between two looks; memory can grow by 0.2 GB in one
# The longest step that counts as time of reading, in seconds: what is longer is a computer that
# slept or a parent that was stopped, and no fault of the file.
_LONGEST_STEP = 1.0
_LOOKS_FOR_CHILDREN = 10  # looks between two counts of the children's memory, which take longer
_START = 120.0  # seconds in which a process must be ready; 2 on an idle machine
_LAST_WORD = 10.0  # seconds for a process to end that has been killed or has nothing more to do
# What one file leaves behind must not count against the next, so a process is replaced when it
_MOST_FILES = 500  # has read so many,
_HEAVY = 350 * 1024**2  # or holds so many bytes between two; 200 MB after reports of 60 pages.


class ReaderNotStarted(FindingsError):
    """The processes that read files cannot be started: no fault of a file."""

    code = "not_started"


class SupervisedExecutor:
    """Reads ``jobs`` files at once. A file that hangs, crashes or swells costs one failure.

    The standard library's pool has no limit of time or memory, does not say which file a dying
    process had, and may wait for ever for one that it had just begun (Python 3.11). Here each
    process has a pipe of its own and one file at a time.

    Args:
        task: reads one file.
        jobs: how many at once.
        limits: what one file may take.
        prepare: is called in each process before its first file, outside the limit of time.
    """

    def __init__(
        self,
        task: Task,
        jobs: int,
        limits: Limits,
        prepare: Prepare | None = None,
    ) -> None:
        self._begun_with = (task, prepare, limits)
        self._jobs = jobs

    def map(self, sources: Sequence[Source]) -> Iterator[Outcome]:
        """The outcomes as they are ready. Ended early, it ends the processes at once.

        Raises:
            ReaderNotStarted: a process ended before its first file.
            OutputError: the corpus cannot be written.
        """
        waiting = deque(sources)
        workers: list[_Worker] = []
        before = monotonic()
        try:
            self._employ(workers, waiting)
            while workers:
                wait([worker.connection for worker in workers], _LOOK)
                step, before = min(monotonic() - before, _LONGEST_STEP), monotonic()
                outcomes = [worker.look(step) for worker in workers]
                # Before the outcomes are handed on, so that no process need wait for that.
                self._employ(workers, waiting)
                yield from filter(None, outcomes)
        finally:
            with endings_blocked():
                for worker in workers:
                    worker.kill()

    def _employ(self, workers: list[_Worker], waiting: deque[Source]) -> None:
        """Keep as many processes as there is work for, each with a file."""
        for worker in workers[:]:
            if not worker.ended and worker.source is None:
                if waiting:
                    worker.begin(waiting.popleft())
                else:
                    worker.dismiss()
            if worker.ended:
                workers.remove(worker)
        while waiting and len(workers) < self._jobs:
            worker = _Worker(*self._begun_with)
            workers.append(worker)
            worker.start()
            worker.begin(waiting.popleft())


class _Worker:
    """A process, the pipe to it, and the file that it reads."""

    def __init__(self, task: Task, prepare: Prepare | None, limits: Limits) -> None:
        # Spawned: a copy of this process would have the locks of its threads and none of them.
        context = multiprocessing.get_context("spawn")
        self.connection, self._far_end = context.Pipe()
        arguments = (self._far_end, task, prepare, limits)
        self._process = context.Process(target=work, args=arguments, daemon=True)
        self._limits = limits
        self._watched: psutil.Process | None = None
        self._ready = False
        self._files = self._looks = 0
        self.source: Source | None = None
        self.ended = False

    def start(self) -> None:
        # The tracker would let the signals through that are held back.
        if hasattr(resource_tracker, "ensure_running"):
            resource_tracker.ensure_running()
        with endings_blocked():
            self._process.start()
        self._far_end.close()  # so that the pipe ends with the process
        self._watched = psutil.Process(self._process.pid)

    def begin(self, source: Source) -> None:
        self.source = source
        self._files += 1
        self._seconds, self._pages, self._most_memory = 0.0, 0, 0
        with suppress(BrokenPipeError):  # it died before it could read: a look will say so
            self.connection.send(source)

    def look(self, step: float) -> Outcome | None:
        """What has come of the file, if anything has, ``step`` seconds after the last look."""
        alive = self._process.is_alive()  # before what it sent is received, or the last is lost
        outcome = self._received()
        self._seconds += step
        if outcome is None and not alive:
            outcome = self._death()
        elif outcome is None and self._ready:
            outcome = self._beyond_limits()
        elif outcome is None and self._seconds > _START:
            raise ReaderNotStarted(f"no process to read files was ready within {_START:g} s")
        if outcome is not None:
            self._finish(outcome)
        return outcome

    def _received(self) -> Outcome | None:
        with suppress(EOFError, ConnectionResetError):
            while self.connection.poll():
                message = self.connection.recv()
                if message == READY:
                    self._ready, self._seconds = True, 0.0
                elif isinstance(message, int):
                    self._pages = message
                elif isinstance(message, OutputError):
                    raise message
                else:
                    return self._in_known_words(message)
        return None

    def _in_known_words(self, outcome: Outcome) -> Outcome:
        """Whether the process or the parent sees first that memory is short, the row is one."""
        if isinstance(outcome, Failure) and outcome.code == "out_of_memory":
            return replace(outcome, message=self._limits.too_large)
        return outcome

    def _beyond_limits(self) -> Outcome | None:
        if self._seconds > self._limits.seconds:
            code, message = "timeout", self._limits.too_long
        elif self._memory() > self._limits.memory:
            code, message = "out_of_memory", self._limits.too_large
        else:
            return None
        self.kill()
        # It may have been ready in the meantime, or with one more page.
        return self._received() or self._failure(code, message)

    def _death(self) -> Failure:
        self._process.join()
        status = self._process.exitcode or 0
        if not self._ready:
            raise ReaderNotStarted(
                "a process to read files ended before it could read one "
                f"({_signal_name(status) or f'exit code {status}'}); code that converts must stand "
                "under 'if __name__ == \"__main__\":'"
            )
        if status == -signal.SIGKILL:
            message = "the system ended its process, most likely because memory was short"
            return self._failure("out_of_memory", message)
        if status < 0 and self._most_memory > self._limits.memory // 2:
            # A library that is refused memory ends its process as it likes.
            return self._failure("out_of_memory", self._limits.too_large)
        name = _signal_name(status)
        return self._failure(
            "crashed", "the process that read the file died" + (f" ({name})" if name else "")
        )

    def _failure(self, code: str, message: str) -> Failure:
        assert self.source is not None
        return Failure.of(self.source, code, message, pages_done=self._pages)

    def _memory(self) -> int:
        """Resident bytes of the process, and at times of its children as well."""
        self._looks += 1
        watched = [self._watched]
        if self._looks % _LOOKS_FOR_CHILDREN == 0:
            watched += _children(self._watched)
        found = 0
        for process in watched:
            with suppress(psutil.Error):
                found += process.memory_info().rss if process else 0
        self._most_memory = max(self._most_memory, found)
        return found

    def _finish(self, outcome: Outcome) -> None:
        self.source = None
        if not self._process.is_alive():
            self.kill()
        elif self._is_spent(outcome):
            self.dismiss()

    def _is_spent(self, outcome: Outcome) -> bool:
        short = isinstance(outcome, Failure) and outcome.code == "out_of_memory"
        return short or self._files >= _MOST_FILES or self._memory() > _HEAVY

    def dismiss(self) -> None:
        """Let the process end: it has nothing more to do."""
        self.connection.close()
        self._process.join(_LAST_WORD)
        self.kill()

    def kill(self) -> None:
        """End the process and its children now, whatever they do."""
        self.ended = True
        if self._process.pid is None:  # its start was interrupted
            return
        for child in _children(self._watched):
            with suppress(psutil.Error):
                child.kill()
        self._process.kill()
        self._process.join(_LAST_WORD)


def _children(process: psutil.Process | None) -> list[psutil.Process]:
    try:
        return process.children(recursive=True) if process else []
    except psutil.Error:  # it has ended
        return []


def _signal_name(status: int) -> str | None:
    try:
        return signal.Signals(-status).name if status < 0 else None
    except ValueError:
        return f"signal {-status}"
