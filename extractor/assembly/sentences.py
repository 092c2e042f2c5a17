"""The sentences of a report: parted once, and shared by all that reads them.

A sentence is a place in a block; nothing that has one searches for its text again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from extractor.language.sentence_splitter import sentence_spans
from schemas.document import Block
from schemas.span import Span

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a whole row of a table: half-open offsets in its block's text."""

    block: Block
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.block.block_id, self.start, self.end)

    @property
    def page(self) -> int:
        """Physical page (1-based) on which it begins."""
        return self.block.page_at(self.start)


class Sentences:
    """The sentences of a report's blocks, each block parted when it is first asked for."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = {block.block_id: block for block in blocks}
        self._parted: dict[str, tuple[Sentence, ...]] = {}

    def of(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of a block in order; a row of a table is one."""
        parted = self._parted.get(block.block_id)
        if parted is None:
            parted = self._parted[block.block_id] = tuple(part(block))
        return parted

    def at(self, block_id: str, offset: int) -> Sentence:
        """The sentence in which an offset of a block lies.

        Raises:
            KeyError: there is no such block.
            IndexError: the offset lies before the block's first sentence.
        """
        parted = self.of(self._blocks[block_id])
        found = bisect_right(parted, offset, key=_start) - 1
        if found < 0:
            raise IndexError(offset)
        return parted[found]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence right before another in the same block."""
        parted = self.of(sentence.block)
        at = bisect_right(parted, sentence.start, key=_start) - 2
        return parted[at] if at >= 0 else None


def part(block: Block) -> list[Sentence]:
    """The sentences of one block, white space at their ends left out."""
    text = block.text
    spans = [(0, len(text))] if block.kind == "row" else sentence_spans(text)
    return [Sentence(block, start, end, text[start:end]) for start, end in spans]
