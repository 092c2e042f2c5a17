"""What every executor is: the one seam between a conversion and where its files are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Outcome

OnPage = Callable[[int], None]
"""Is called with the number of pages read so far, after each of them."""

Task = Callable[[Source, OnPage], Outcome]
"""Reads one file, and can be sent to another process.

It raises nothing but an interrupt and ``OutputError``, which end the run.
"""


class Executor(Protocol):
    """Does a task for many files."""

    def map(self, sources: Sequence[Source]) -> Iterator[Outcome]:
        """One outcome for each source, in any order, as they are ready."""
        ...
