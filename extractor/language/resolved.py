"""What a printed name stands for."""

from __future__ import annotations

from typing import NamedTuple

from schemas.document import Match


class Resolved(NamedTuple):
    """The one id that a name stands for, or None; and what it is alike to, the best first."""

    id: str | None
    candidates: list[Match]
