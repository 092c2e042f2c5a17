"""A piece of a block's text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open offsets, in characters, in the text of one block."""

    block_id: str
    start: int
    end: int
