"""What one file may take."""

from __future__ import annotations

from dataclasses import dataclass

GB = 1024**3  # bytes


@dataclass(frozen=True)
class Limits:
    """Seconds and bytes of memory that one file may take, in a process of its own.

    The longest of 150 published reports takes 4 seconds and 0.3 GB; nested forms of 2 KB can ask
    for hours and for any memory.

    Args:
        seconds: by the clock, without the time for which the computer slept.
        memory: resident memory of the reading process and its children, in bytes.
    """

    seconds: float = 120
    memory: int = 2 * GB

    @property
    def too_long(self) -> str:
        """What a failure says of a file that takes longer."""
        return f"took longer than {self.seconds:g} s"

    @property
    def too_large(self) -> str:
        """What a failure says of a file that needs more memory."""
        return f"needed more than {self.memory / GB:g} GB of memory"
