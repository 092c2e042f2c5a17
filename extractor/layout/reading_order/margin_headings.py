"""Headings set in the margin, beside the text that they head.

Such a heading shares its rows with running text that begins further right, where most rows of the
page begin. The terms of a glossary look so too; but there every paragraph has a term.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from extractor.layout.lines import segments_of
from extractor.layout.reading_order.settings import ORDER
from extractor.layout.settings import LAYOUT
from extractor.reading.model import Word

Row = list[Word]


def margin_headings(rows: list[Row]) -> list[list[Word]]:
    """The words of each heading in the margin, in their order; most pages have none."""
    if not any(_may_hold(row) for row in rows):
        return []
    parted = [segments_of(row) for row in rows]
    starts = Counter(
        round(max(segments, key=len)[0].x0) for segments in parted if _is_text(segments)
    )
    if not starts:
        return []
    body = starts.most_common(1)[0][0]
    heads: list[list[Word]] = []
    for segments in parted:
        first = segments[0]
        if first[-1].x1 > body - ORDER.margin_room:
            continue
        if heads and _goes_on(heads[-1], first):
            heads[-1] += first
        elif len(segments) > 1 and _is_set_apart(first, segments[1], body):
            heads.append(list(first))
    return heads if len(heads) <= ORDER.margin_share * _paragraphs(parted, body) else []


def _may_hold(row: Row) -> bool:
    """A cheap look: the row begins in another type than it ends in, and with a word."""
    first, last = row[0].style, row[-1].style
    other = first is not last and first != last
    return other and len(row) > ORDER.text_words and row[0].text[:1].isalpha()


def _is_text(segments: list[list[Word]]) -> bool:
    return max(map(len, segments)) >= ORDER.text_words


def _goes_on(head: list[Word], words: list[Word]) -> bool:
    below = words[0].top - head[-1].top
    alike = words[0].style == head[0].style and abs(words[0].x0 - head[0].x0) <= LAYOUT.same_edge
    return alike and 0 < below <= LAYOUT.next_line * words[0].style.size


def _is_set_apart(head: list[Word], text: list[Word], body: float) -> bool:
    """Whether it is in a type of its own, and in words: no number or mark of a list."""
    if abs(text[0].x0 - body) > LAYOUT.same_edge:
        return False
    own, other = head[0].style, text[0].style
    plain = not (other.bold or other.italic)
    emphatic = (own.bold and not other.bold) or own.colour != other.colour
    emphatic = emphatic or (plain and own.font != other.font)
    letters = max(sum(map(str.isalpha, word.text)) for word in head)
    return emphatic and letters >= ORDER.margin_letters and len(text) >= ORDER.text_words


def _paragraphs(parted: list[list[list[Word]]], body: float) -> int:
    """How many paragraphs begin at the edge of the text: below more space than most lines have."""
    texts = [max(segments, key=len) for segments in parted]
    lines = [text[0] for text in texts if abs(text[0].x0 - body) <= LAYOUT.same_edge]
    gaps = [(after.top - line.bottom, after.style.size) for line, after in pairwise(lines)]
    usual = Counter(round(gap * 2) / 2 for gap, _ in gaps).most_common(1)
    return 1 + sum(gap > usual[0][0] + ORDER.margin_space * size for gap, size in gaps)
