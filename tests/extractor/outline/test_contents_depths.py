"""Depths of the entries of a contents page, by indent, size and weight together."""

from __future__ import annotations

import pytest

from extractor.layout.model import BlockDraft, make_line
from extractor.outline.contents import read_contents
from extractor.reading.model import Style, Word

PLAIN = Style("Sans", 14, False, False, 0, 0)
LARGE = PLAIN._replace(size=16, bold=True)


def entry(text: str, x0: float, top: float, style: Style) -> BlockDraft:
    words, x = [], x0
    for part in text.split():
        words.append(Word(part, 2, x, top, x + 7 * len(part), top + style.size, style))
        x += 7 * len(part) + 4
    return BlockDraft("paragraph", words, style, lines=[make_line(words)])


@pytest.mark.parametrize("indent", [64.0, 72.0, 86.0])
def test_large_bold_entries_are_higher_wherever_the_others_begin(indent: float) -> None:
    page = [
        entry("Contents", 72, 60, LARGE),
        entry("The local authority ........ 5", 72, 100, LARGE),
        entry("What is done well ........ 7", indent, 120, PLAIN),
        entry("What is not ........ 9", indent, 140, PLAIN),
        entry("The safeguarding board ........ 20", 72, 160, LARGE),
    ]
    assert [one.level for one in read_contents(page)] == [1, 2, 2, 1]


def test_bold_entries_further_in_are_deeper() -> None:
    page = [
        entry("Contents", 72, 60, LARGE),
        entry("The local authority ........ 5", 72, 100, PLAIN),
        entry("What is done well ........ 7", 90, 120, PLAIN._replace(bold=True)),
        entry("What is not ........ 9", 90, 140, PLAIN._replace(bold=True)),
    ]
    assert [one.level for one in read_contents(page)] == [1, 2, 2]
