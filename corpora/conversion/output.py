"""The folder that a conversion writes to: by one run at a time, and over nothing of others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from corpora.storage.store import corpus_exists
from schemas.contract.tables import TABLES
from schemas.errors import CorpusError, OutputError


class CorpusBusy(CorpusError):
    """Another run writes to the corpus."""

    code = "busy"


@contextmanager
def written_to(folder: Path) -> Iterator[None]:
    """What the system refuses within is a fault of the output, and of no PDF.

    Raises:
        OutputError: in place of an ``OSError``.
    """
    try:
        yield
    except OSError as error:
        raise OutputError(f"{folder} cannot be written to: {error.strerror or error}") from error


@contextmanager
def corpus_lock(root: Path) -> Iterator[bool]:
    """Keep other runs out of a corpus; True if the last run was cut short.

    The file of the lock stays. The system gives the lock up with the process, however that ends;
    what the file holds then, the number of a process, says that its run was cut short.

    Raises:
        CorpusBusy: another run has the lock.
        CorpusError: the folder cannot be a corpus.
        OutputError: it cannot be written to.
    """
    file = root / "log" / "lock"
    _refuse_what_is_none(root, begun=file.exists())
    with written_to(root):
        file.parent.mkdir(parents=True, exist_ok=True)
        stream = file.open("a+", encoding="ascii")
    with stream:
        if not _taken(stream):
            stream.seek(0)
            holder = stream.read() or "just begun"
            raise CorpusBusy(f"{root} is being written by another run (process {holder})")
        with written_to(root):
            stream.seek(0)
            cut_short = bool(stream.read())
            stream.truncate(0)
            stream.write(str(os.getpid()))
            stream.flush()
        yield cut_short
        with written_to(root):  # not after an interrupt: it may leave something behind
            stream.truncate(0)


def _refuse_what_is_none(root: Path, *, begun: bool) -> None:
    if root.exists() and not root.is_dir():
        raise CorpusError(f"{root} is a file; a corpus is a folder")
    if not corpus_exists(root) and not begun:
        foreign = [f"tables/{name}.csv" for name in TABLES]
        for name in foreign:
            if (root / name).exists():
                raise CorpusError(f"{root} is no corpus and has a file {name}: name another folder")


if sys.platform == "win32":
    import msvcrt

    def _taken(stream: IO[str]) -> bool:
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(stream: IO[str]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
