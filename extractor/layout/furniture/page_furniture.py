"""Running headers, footers, page numbers and side tabs, known by their repetition over pages.

What repeats is the text at a height of the page, whichever side it stands on; a number counts as
the same text where it runs with the pages. A slot once known takes what else stands in it in the
same type: the header of a chapter too short to repeat it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice, takewhile
from operator import attrgetter

from extractor.language.expressions import Expressions
from extractor.language.numerals import roman_value
from extractor.layout.furniture.running_heads import (
    among_text,
    outer_lines,
    running_heads,
    stand_inside,
    text_heights,
    type_of_text,
)
from extractor.layout.furniture.settings import FURNITURE
from extractor.layout.grouping import clusters
from extractor.layout.model import Line
from extractor.layout.settings import LAYOUT

_TOP, _FOOT = attrgetter("top"), attrgetter("bottom")
_FORMS = Expressions("page_edges")


@dataclass(slots=True)
class PageFurniture:
    """Lines of all pages parted into body and furniture, with the printed page labels."""

    body: dict[int, list[Line]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)


def separate_furniture(
    pages: dict[int, list[Line]],
    turned: list[Line],
    body_size: float,
    tables: dict[int, tuple[float, float]],
) -> PageFurniture:
    """Take the furniture out of each page's lines (in reading order); turned text is a side tab.

    Args:
        pages: physical page to its upright lines.
        turned: lines set at an angle, which belong to the page's margin.
        body_size: size in points of the running text.
        tables: top of the first and foot of the last table of each page, infinite where it has
            none; headers stand above the one, footers below the other.
    """
    edges = [line for lines in pages.values() for line in outer_lines(lines, FURNITURE.edge_lines)]
    body = type_of_text(pages)
    heights = text_heights(pages, body)
    slots = _slots(edges, body_size, pages, heights)
    for line in running_heads(pages, body_size, body, heights):
        slots.append(_Slot(line.top, line.size, line.style.font, ""))
    taken = {number: _outermost(lines, slots, *tables[number]) for number, lines in pages.items()}
    emptied = sum(
        bool(lines) and len(taken[number]) == len(lines) for number, lines in pages.items()
    )
    if 2 * emptied > len(pages):
        taken = {number: [] for number in pages}  # the same text on every page is the text
    out = PageFurniture(lines=list(turned))
    for number, lines in pages.items():
        gone = {id(line) for line in taken[number]}
        out.body[number] = [line for line in lines if id(line) not in gone]
        out.lines += taken[number]
    out.labels = _labels(taken)
    _take_odd_numbers(out)
    return out


def _take_odd_numbers(out: PageFurniture) -> None:
    """Page numbers that stand elsewhere than usual (on a landscape page) follow the sequence."""
    offsets = Counter(int(label) - page for page, label in out.labels.items() if label.isdecimal())
    if not offsets:
        return
    offset = offsets.most_common(1)[0][0]
    for number, lines in out.body.items():
        if number in out.labels or not lines:
            continue
        ends = (min(lines, key=_TOP), max(lines, key=_FOOT))
        for line in ends:
            if line.text == str(number + offset) and len(lines) > 1:
                out.labels[number] = line.text
                out.lines.append(line)
                out.body[number] = [other for other in lines if other is not line]
                break


def _outermost(lines: list[Line], slots: list[_Slot], first: float, last: float) -> list[Line]:
    """Furniture from the page's edges inwards, up to the first line that is none, or to a table."""
    down = sorted([line for line in lines if line.top < first], key=_TOP)
    up = sorted([line for line in lines if line.bottom > last], key=_FOOT, reverse=True)
    taken = _inwards(down, slots)
    known = set(map(id, taken))
    return [*taken, *(line for line in _inwards(up, slots) if id(line) not in known)]


def _inwards(lines: list[Line], slots: list[_Slot]) -> list[Line]:
    """Lines in slots, from the edge on; a header of two lines has one of them further out."""
    taken = [*takewhile(lambda line: _in_slot(line, slots), lines)]
    if taken or len(lines) < 2:
        return taken
    outer, inner = lines[:2]
    near = abs(outer.top - inner.top) <= LAYOUT.next_line * inner.size
    alike = (outer.style.font, outer.size) == (inner.style.font, inner.size)
    if near and alike and _in_slot(inner, [slot for slot in slots if not slot.text]):
        return [outer, *takewhile(lambda line: _in_slot(line, slots), lines[1:])]
    return taken


@dataclass(slots=True)
class _Slot:
    """Where furniture stands and how it is set; ``text``: what it says, "" where that changes."""

    top: float
    size: float
    font: str
    text: str


def _slots(
    edges: list[Line], body_size: float, pages: dict[int, list[Line]], heights: list[float]
) -> list[_Slot]:
    """Heights at which the same text stands on at least three pages, however it is set there."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in edges:
        for key in _keys(line, body_size):
            groups[key].append(line)
    few = min(FURNITURE.pages, max(2, len(pages) - 1))
    slots = []
    for text, lines in groups.items():
        for cluster in clusters(lines, _TOP, FURNITURE.same_height):
            first = cluster[0]
            large = first.size > LAYOUT.larger * body_size and any(map(str.isalpha, text))
            # What is set as large as a heading heads the page only if it does so nearly everywhere.
            count = len({line.page for line in cluster})
            if count < (max(few, FURNITURE.large_share * len(pages)) if large else few):
                continue
            words = any(map(str.isalpha, text))
            if words and (among_text(first.top, count, heights) or stand_inside(cluster, pages)):
                continue
            settings = {(line.size, line.style.font): line.top for line in reversed(cluster)}
            slots += [_Slot(top, size, font, text) for (size, font), top in settings.items()]
    return slots


def _keys(line: Line, body_size: float) -> list[str]:
    text = line.text.lower()
    keys = [text] if len(text) > LAYOUT.page_digits or not text.isdecimal() else []
    # Nothing but a page number may be set larger.
    if line.size <= LAYOUT.larger * body_size or _FORMS.page_label.match(text.strip(" |–-")):
        # One number runs with the pages; others, as in a date, stay as they are.
        for match in islice(_FORMS.page_number.finditer(text), FURNITURE.numbers):
            number = _relative(match.group(), line.page)
            keys.append(text[: match.start()] + number + text[match.end() :])
    return keys


def _relative(number: str, page: int) -> str:
    value = int(number) if number.isdecimal() else roman_value(number)
    return f"#{value - page}" if value and abs(value - page) < FURNITURE.number_offset else number


def _in_slot(line: Line, slots: list[_Slot]) -> bool:
    font, size, text = line.style.font, line.size, line.text.lower()
    return any(
        (abs(line.top - slot.top) <= FURNITURE.same_height or text == slot.text)
        and abs(size - slot.size) < LAYOUT.same_size
        and font == slot.font
        for slot in slots
    )


def _labels(taken: dict[int, list[Line]]) -> dict[int, str]:
    """Printed page numbers: those that stand alone, else those at the end of a running line."""
    alone = {page: label for page, lines in taken.items() if (label := _alone(lines))}
    if len(alone) * FURNITURE.labelled_pages >= len(taken):
        return alone
    at_end = [(page, end) for page, lines in taken.items() for line in lines for end in _ends(line)]
    offsets = Counter(int(end) - page for page, end in at_end)
    offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
    if count < FURNITURE.pages:
        return alone
    return {page: end for page, end in at_end if int(end) - page == offset} | alone


def _alone(lines: list[Line]) -> str | None:
    matches = (_FORMS.page_label.match(line.text.strip(" |–-")) for line in lines)
    return next((match.group(1) for match in matches if match), None)


def _ends(line: Line) -> list[str]:
    ends = [line.words[0].text, line.words[-1].text]
    return [end for end in ends if end.isdecimal() and len(end) <= LAYOUT.page_digits]
