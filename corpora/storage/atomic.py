"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import IO, Self

_ASIDE = re.compile(r"\..*\.[0-9a-f]{16}\.tmp", re.DOTALL)


class AtomicWrite:
    """Files that are written aside and put in place together when the block ends well.

    Each is written beside its destination, so that putting it in place is one rename. Whatever
    ends the block early, an interrupt included, leaves the old files as they were.
    """

    def __init__(self) -> None:
        self._files: list[tuple[Path, Path, IO[bytes]]] = []

    def __enter__(self) -> Self:
        return self

    def open(self, destination: Path) -> IO[bytes]:
        """A binary file that will become ``destination``; it is closed by the block's end."""
        aside = destination.with_name(f".{destination.name}.{token_hex(8)}.tmp")
        try:
            stream = aside.open("xb")
        except FileNotFoundError:
            destination.parent.mkdir(parents=True, exist_ok=True)
            stream = aside.open("xb")
        self._files.append((aside, destination, stream))
        return stream

    def write(self, destination: Path, text: str) -> None:
        """Stage a text in UTF-8 as ``destination``.

        Half a surrogate pair, as in a file's name that is no UTF-8, is written as JSON escapes it.
        """
        with self.open(destination) as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            for _, _, stream in self._files:
                stream.close()
            while error is None and self._files:
                self._put_in_place()
        finally:
            for temporary, _, _ in self._files:
                temporary.unlink(missing_ok=True)

    def _put_in_place(self) -> None:
        temporary, destination, _ = self._files[0]
        os.replace(temporary, destination)
        del self._files[0]


def write_bytes(destination: Path, *parts: bytes) -> None:
    """Replace one file, whole or not at all."""
    with AtomicWrite() as staged, staged.open(destination) as stream:
        stream.writelines(parts)


def write_text(destination: Path, text: str) -> None:
    """Replace one file with a text in UTF-8, whole or not at all."""
    with AtomicWrite() as staged:
        staged.write(destination, text)


def remove_leftovers(folder: Path) -> None:
    """Remove the files of a folder, and of those below it, that a killed process was writing."""
    for path in folder.rglob(".*.tmp"):
        if _ASIDE.fullmatch(path.name):
            with suppress(OSError):  # it is in nobody's way
                path.unlink()
