"""Footnotes linked to the place that calls them: the raised mark of the same number."""

from __future__ import annotations

import re

from schemas.document import Block

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MAY_BE = re.compile(r"[⁰¹²³⁴-⁹†‡]")
_MARK = re.compile(r"[⁰¹²³⁴-⁹]+|[*†‡]+(?=\s|$)")


def link_footnotes(blocks: list[Block]) -> None:
    """Note on each footnote the block and offset that call it; both stay null where none does.

    The mark is looked for on the footnote's page, then on the page before, because a table's
    notes stand below it and a paragraph's may stand on the next page.
    """
    if not any(block.kind == "footnote" for block in blocks):
        return
    calls = [
        (block, match)
        for block in blocks
        if block.kind != "footnote" and _may_call(block.text)
        for match in _MARK.finditer(block.text)
    ]
    for note in blocks:
        if note.kind == "footnote" and note.number:
            _link(note, calls)


def _may_call(text: str) -> bool:
    """A cheap look: of the plainest text an asterisk alone is a mark."""
    return "*" in text or (not text.isascii() and _MAY_BE.search(text) is not None)


def _link(note: Block, calls: list[tuple[Block, re.Match[str]]]) -> None:
    number = (note.number or "").translate(_RAISED).rstrip(".")
    found = None
    for block, match in calls:
        page = block.words_of(match.start(), match.end())[0].page
        if match.group().translate(_RAISED) != number or not 0 <= note.page - page <= 1:
            continue
        if found is None or page == note.page > found[2]:
            found = (block, match, page)
    if found:
        note.called_from, note.called_at = found[0].block_id, found[1].start()
