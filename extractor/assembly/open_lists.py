"""Lists within lists: how deep an item stands, and which item it is an item of."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.assembly.settings import ASSEMBLY
from extractor.layout.list_labels import is_mark
from extractor.layout.model import BlockDraft
from schemas.document import Block


@dataclass(slots=True)
class _Item:
    draft: BlockDraft
    block: Block


@dataclass(slots=True)
class OpenLists:
    """The items that the next one may belong to, from the outermost."""

    _open: list[_Item] = field(default_factory=list)

    def close(self) -> None:
        """Running text or a heading ends all lists."""
        self._open.clear()

    def enter(self, draft: BlockDraft, block: Block) -> Block | None:
        """Give an item its depth; returns the item that it is an item of."""
        moved = self._moved(draft)
        while self._open and not self._is_above(draft, moved):
            self._open.pop()
        above = self._open[-1].block if self._open else None
        self._open.append(_Item(draft, block))
        block.depth = len(self._open)
        return above

    def _moved(self, draft: BlockDraft) -> bool:
        """Whether a list goes on in a column that begins elsewhere: no item began as far left."""
        last = self._open[-1].draft if self._open else draft
        if (last.last_page, last.lines[-1].flow) == (draft.page, draft.lines[0].flow):
            return False
        return all(_step(one.draft, draft, moved=False) for one in self._open)

    def _is_above(self, draft: BlockDraft, moved: bool) -> bool:
        """Whether an item stands below the last open one: further in.

        The tags are not asked: they nest items that are printed as one list. A list of other marks
        at the same indent is below the item if that introduces it.
        """
        last = self._open[-1].draft
        if draft.panel != last.panel:
            return False
        step = _step(last, draft, moved=moved)
        if step:
            return step > 0
        others = is_mark(draft.label or "") != is_mark(last.label or "")
        return others and self._open[-1].block.text.rstrip().endswith(":")


def _step(last: BlockDraft, draft: BlockDraft, *, moved: bool) -> int:
    """Whether an item begins further in (1) or out (-1) than another, or as far.

    Labels may be set to the right, so those of one list agree in one of their edges at least.
    """
    label, text = (
        one - other for one, other in zip(_edges(draft, moved), _edges(last, moved), strict=True)
    )
    if min(abs(label), abs(text)) <= ASSEMBLY.same_indent:
        return 0
    return 1 if label > 0 else -1


def _edges(draft: BlockDraft, moved: bool) -> tuple[float, float]:
    """Where an item's label and its text begin, from its column's edge if that has moved."""
    left = draft.lines[0].column[0] if moved else 0.0
    label = draft.label_x0 if draft.label_x0 is not None else draft.words[0].x0
    return label - left, draft.words[0].x0 - left
