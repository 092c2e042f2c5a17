"""Text cut from a longer text that knows where it stood in it.

Cutting and stripping work as they do on strings, and keep the place: so nothing that was cut out
is ever searched for again.
"""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A run of characters, and the offset of its first one in the whole text."""

    text: str
    start: int = 0

    @property
    def end(self) -> int:
        """Offset behind its last character in the whole text."""
        return self.start + len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int = 0, end: int | None = None) -> Piece:
        """The part between two offsets of this piece, none of which is negative."""
        return Piece(self.text[start:end], self.start + min(start, len(self.text)))

    def strip(self, marks: str | None = None) -> Piece:
        """Without the marks (white space where none are named) at both ends."""
        kept = self.text.lstrip(marks)
        return Piece(kept.rstrip(marks), self.start + len(self.text) - len(kept))

    def lstrip(self, marks: str | None = None) -> Piece:
        """Without the marks at its beginning."""
        kept = self.text.lstrip(marks)
        return Piece(kept, self.start + len(self.text) - len(kept))

    def removeprefix(self, prefix: str) -> Piece:
        """Without a text at its beginning, if it begins so."""
        return self.cut(len(prefix)) if self.text.startswith(prefix) else self
