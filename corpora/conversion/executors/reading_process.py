"""What happens in a process that reads files: it waits for one, reads it, says what came of it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread

from corpora.conversion.executors.executor import Task
from corpora.conversion.executors.limits import Limits
from corpora.conversion.outcome import without_rows
from schemas.errors import OutputError

READY = "ready"
ENDINGS = [
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if (number := getattr(signal, name, None)) is not None
]
"""Signals that end a run in order. Sent to a whole group, they are the parent's to heed."""

# Memory that is asked for and never touched counts here and not as resident: 150 MB at the most
# in published reports. A limit near the real need would end healthy files.
_UNTOUCHED = 512 * 1024**2
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


Prepare = Callable[[], None]


def work(connection: Connection, task: Task, prepare: Prepare | None, limits: Limits) -> None:
    """Read each file that comes through the pipe, until it ends.

    Sent back are ``READY``, then for each file the number of pages read so far, after each page,
    and its outcome, or the ``OutputError`` that ends the run.
    """
    for number in ENDINGS:
        signal.signal(number, signal.SIG_IGN)
    _die_with_parent()
    _limit_memory(limits)
    if prepare:
        prepare()
    with suppress(EOFError, ConnectionError):  # nothing more is wanted
        connection.send(READY)
        while True:
            try:
                outcome = task(connection.recv(), connection.send)
            except OutputError as error:
                connection.send(error)
            else:
                # The rows stay here: sending them takes longer than reading them from the report.
                connection.send(without_rows(outcome))


def _die_with_parent() -> None:
    """End when the parent ends, in the middle of a file as well."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # Elsewhere, and where the parent was gone before it could be asked for.
    Thread(target=_outlive_no_parent, daemon=True).start()


def _outlive_no_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit_memory(limits: Limits) -> None:
    """A back-stop: what grows faster than the parent looks is refused more memory by the system."""
    with suppress(ImportError, ValueError, OSError):  # no such limits here, or lower ones are set
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        most = limits.memory + _UNTOUCHED
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


@contextmanager
def endings_blocked() -> Iterator[None]:
    """Hold back the signals that end a run; processes begun here have them held back for good."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
