"""What every executor is: the one seam between a conversion and where its files are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Outcome

Task = Callable[[Source], Outcome]
"""Reads one file. It raises nothing but an interrupt, and can be sent to another process."""


class Executor(Protocol):
    """Does a task for many files."""

    def map(self, sources: Sequence[Source]) -> Iterator[Outcome]:
        """One outcome for each source, in any order, as they are ready."""
        ...
