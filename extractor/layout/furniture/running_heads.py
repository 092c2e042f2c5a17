"""Running heads that change with the chapter: one place and one type, and words printed elsewhere.

A header of each chapter, or of each section, may stand on a page or two only. What tells it is that
it stands at one height on many pages, in a type that is not that of the text, and repeats words
that are printed elsewhere too: the chapter's heading, or the same header on another page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from operator import attrgetter

from extractor.layout.furniture.settings import FURNITURE
from extractor.layout.grouping import clusters
from extractor.layout.model import Line, words_by_style
from extractor.layout.settings import LAYOUT

_FOLIO = re.compile(r"^(?:\d+|[ivxlc]+)\b[\s|–-]*|(?<![\s|–-])[\s|–-]*\b(?:\d+|[ivxlc]+)$")
_TOP = attrgetter("top")
_NUMERAL = frozenset("0123456789ivxlc")  # one of them stands at the end where the number does

Type = tuple[str, float]


def text_heights(pages: dict[int, list[Line]], body: Type) -> list[float]:
    """Heights at which the text of pages begins or ends: the tops of outermost lines of text.

    They are in the type of the text and are printed once. What stands at such a height on other
    pages, a heading that a page happens to begin with, is no header.
    """
    outer = [line for lines in pages.values() if lines for line in _ends(lines)]
    texts = [_plain(line) for line in outer]
    printed = Counter(texts)
    return [
        line.top
        for line, text in zip(outer, texts, strict=True)
        if (line.style.font, line.size) == body and printed[text] == 1
    ]


def _ends(lines: list[Line]) -> tuple[Line, Line]:
    return min(lines, key=_TOP), max(lines, key=_TOP)


def running_heads(
    pages: dict[int, list[Line]], body_size: float, body: Type, heights: list[float]
) -> list[Line]:
    """One line for each place and type in which such headers stand; ``heights``: of the text."""
    places: dict[Type, list[Line]] = defaultdict(list)
    for lines in pages.values():
        for line in outer_lines(lines, FURNITURE.outermost):
            setting = line.style.font, line.size
            if setting != body and line.size <= LAYOUT.larger * body_size:
                places[setting].append(line)
    enough = max(FURNITURE.head_pages, FURNITURE.head_share * len(pages))
    heads = [
        cluster
        for lines in places.values()
        for cluster in clusters(lines, _TOP, FURNITURE.same_height)
        if _pages(cluster) >= enough
    ]
    if not heads:
        return []
    printed = Counter(_plain(line) for lines in pages.values() for line in lines)
    return [
        lines[0]
        for lines in heads
        if _repeats(lines, printed) and not among_text(lines[0].top, _pages(lines), heights)
        if not stand_inside(lines, pages)
    ]


def stand_inside(lines: list[Line], pages: dict[int, list[Line]]) -> bool:
    """Whether these words, set alike, stand at other heights half as often: so headings do."""
    first = lines[0]
    texts = {line.text for line in lines}
    inside = sum(
        abs(line.top - first.top) > FURNITURE.inside_distance
        and (line.style.font, line.size) == (first.style.font, first.size)
        and line.text in texts
        for body in pages.values()
        for line in body
    )
    return inside >= max(FURNITURE.inside_lines, len(lines) / 2)


def among_text(top: float, pages: int, heights: list[float]) -> bool:
    """Whether on as many pages or more text begins or ends at this height."""
    return sum(abs(top - height) <= FURNITURE.same_height for height in heights) >= pages


def type_of_text(pages: dict[int, list[Line]]) -> Type:
    """Font and size of most words."""
    weights: Counter[Type] = Counter()
    for style, count in words_by_style(line for lines in pages.values() for line in lines).items():
        weights[style.font, style.size] += count
    return weights.most_common(1)[0][0] if weights else ("", 0.0)


def outer_lines(lines: list[Line], count: int) -> list[Line]:
    """So many lines of a page from its top and from its foot, from the top down."""
    ordered = sorted(lines, key=_TOP)
    return ordered[:count] + ordered[max(count, len(ordered) - count) :]


def _pages(lines: list[Line]) -> int:
    return len({line.page for line in lines})


def _plain(line: Line) -> str:
    text = line.text.lower()
    first, last = text[:1], text[-1:]
    numbered = first in _NUMERAL or last in _NUMERAL or first.isdecimal() or last.isdecimal()
    return (_FOLIO.sub("", text) if numbered else text).strip()


def _repeats(lines: list[Line], printed: Counter[str]) -> bool:
    """Whether most of these words are printed elsewhere; a sentence or a figure seldom is."""
    texts = [text for line in lines if (text := _plain(line)) and any(map(str.isalpha, text))]
    again = sum(printed[text] > 1 for text in texts)
    return len(texts) >= FURNITURE.head_pages and again >= FURNITURE.head_repeated * len(texts)
