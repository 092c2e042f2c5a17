"""How far a conversion is: a bar on terminals, at most one line a file elsewhere."""

from __future__ import annotations

import sys
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cli.terminal import one_line, stderr

if TYPE_CHECKING:
    from corpora.conversion.outcome import Failure, Outcome

_PATIENCE = 2.0


class ConversionProgress:
    """Shows each file that is done; the bar appears when it takes longer than two seconds."""

    def __init__(self, debug: bool) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        self._console = stderr()
        self._debug = debug
        self._bar = Progress(
            BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=self._console
        )
        self._task = self._bar.add_task("", total=None)
        self._timer = Timer(_PATIENCE, self._bar.start)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        # A bar that never appeared must not leave a line behind.
        if self._bar.live.is_started:
            self._bar.stop()

    def observe(self, outcome: Outcome, done: int, total: int) -> None:
        """Show that a file is done. Failures are always shown."""
        from corpora.conversion.outcome import Failure

        self._bar.update(self._task, completed=done, total=total)
        if isinstance(outcome, Failure):
            self._show_failure(outcome)
        elif not self._console.is_terminal:
            what = f"{outcome.pages} pages, {outcome.findings} findings"
            sys.stderr.write(f"{done}/{total} {one_line(outcome.path)}: {what}\n")

    def _show_failure(self, failure: Failure) -> None:
        path, message = one_line(failure.path), one_line(failure.message)
        self._console.print(f"findings: {path}: {message} [{failure.code}]")
        if self._debug and failure.trace:
            self._console.print(failure.trace)
