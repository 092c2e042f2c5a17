"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp
from types import TracebackType
from typing import IO, Self


class Staged:
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
        destination.parent.mkdir(parents=True, exist_ok=True)
        handle, name = mkstemp(
            prefix=f".{destination.name}.", suffix=".tmp", dir=destination.parent
        )
        stream = os.fdopen(handle, "wb")
        self._files.append((Path(name), destination, stream))
        return stream

    def write(self, destination: Path, text: str) -> None:
        """Stage a text in UTF-8 as ``destination``."""
        with self.open(destination) as stream:
            stream.write(text.encode("utf-8"))

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
        # mkstemp makes files that only their owner may read; these are meant to be shared.
        temporary.chmod(0o666 & ~_UMASK)
        os.replace(temporary, destination)
        del self._files[0]


def _current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UMASK = _current_umask()


def write_text(destination: Path, text: str) -> None:
    """Replace one file with a text in UTF-8, whole or not at all."""
    with Staged() as staged:
        staged.write(destination, text)
