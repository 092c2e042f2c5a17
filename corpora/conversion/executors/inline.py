"""Files one after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.conversion.executors.executor import Task
from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Outcome


class InlineExecutor:
    """Reads in the order given, without limits. A file that crashes its reader ends the run."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def map(self, sources: Sequence[Source]) -> Iterator[Outcome]:
        """The outcomes in the order of the sources."""
        return (self._task(source, _unheeded) for source in sources)


def _unheeded(_pages: int) -> None:
    """Who reads in this process needs no word of it."""
