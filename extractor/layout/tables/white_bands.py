"""Printed lines with the white in them, and which of them keep to the same columns."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.layout.grouping import runs
from extractor.layout.list_labels import label_before
from extractor.layout.settings import LAYOUT
from extractor.layout.tables.cell_grid import Cell
from extractor.layout.tables.settings import TABLES
from extractor.reading.model import Word

Strip = tuple[float, float]


@dataclass(slots=True)
class LineGroup:
    """Printed lines that stand beside each other, as cells do that are centred, most often one.

    ``words`` go from left to right, ``gaps`` are the white between them that is wider than spaces.
    """

    lines: list[list[Word]]
    words: list[Word]
    gaps: list[Strip]
    top: float
    bottom: float
    size: float


def line_groups(rows: list[list[Word]]) -> list[LineGroup]:
    """A column's printed lines from top to bottom, those beside each other as one."""
    return [_line_group(lines) for lines in runs(rows, _stands_beside)]


def _stands_beside(lines: list[list[Word]], row: list[Word]) -> bool:
    """Whether a line overlaps the last one in height and stands in another column."""
    top, bottom = row[0].top, row[0].bottom
    level = top < lines[-1][0].bottom - TABLES.overlap * (bottom - top)
    return level and _apart(lines[-1], row)


def _apart(one: list[Word], other: list[Word]) -> bool:
    return one[-1].x1 + TABLES.strip < other[0].x0 or other[-1].x1 + TABLES.strip < one[0].x0


def _line_group(lines: list[list[Word]]) -> LineGroup:
    words = lines[0]
    if len(lines) > 1:
        words = sorted((word for line in lines for word in line), key=lambda word: word.x0)
    size = max(word.style.size for word in words)
    gaps = _gaps(words, LAYOUT.cell_gap * size)
    if gaps and words[1].x0 == gaps[0][1] and _labelled(words, gaps):
        gaps = gaps[1:]
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return LineGroup(lines, words, gaps, top, bottom, size)


def _labelled(row: list[Word], gaps: list[Strip]) -> bool:
    """Whether the row opens with the mark or number of a list, and not with a cell."""
    end = gaps[1][0] if len(gaps) > 1 else float("inf")
    worded = any(map(str.isalpha, "".join(w.text for w in row[1:] if w.x1 <= end)))
    return worded and label_before(row) is not None


def _gaps(row: list[Word], least: float) -> list[Strip]:
    gaps = []
    reach = row[0].x1
    for word in row[1:]:
        if word.x0 - reach > least:
            gaps.append((reach, word.x0))
        reach = max(reach, word.x1)
    return gaps


def grow_table(run: list[LineGroup], seed: int) -> tuple[int, int, list[Strip]]:
    """First line, end and strips of white of the lines around a seed that keep its strips."""
    strips, start, end = list(run[seed].gaps), seed, seed + 1
    while end < len(run) and not _is_next(run, end) and (kept := _kept(strips, run[end])):
        strips, end = kept, end + 1
    while start > 0 and not _is_next(run, start) and (kept := _kept(strips, run[start - 1])):
        strips, start = kept, start - 1
    first, last = (
        next(at for at in order if _parted(run[at], strips))
        for order in (range(start, seed + 1), range(end - 1, seed - 1, -1))
    )
    while first > 0 and start - first < TABLES.heading_lines and _spans(strips, run[first - 1]):
        first -= 1
    while first > start and _heads(run[first - 1], run[first]):
        first -= 1
    while last + 1 < end and _goes_on(run[last], run[last + 1]):
        last += 1
    return first, last + 1, strips


def _parted(group: LineGroup, strips: list[Strip]) -> bool:
    """Whether a line has words on both sides of a strip."""
    return any(
        _shared(white, strip) >= TABLES.strip for white in _whites(group) for strip in strips
    )


def _whites(group: LineGroup) -> list[Strip]:
    """Gaps that may part columns, narrow as they are."""
    return _gaps(group.words, max(TABLES.strip, TABLES.space * group.size))


def _is_next(run: list[LineGroup], at: int) -> bool:
    """Whether another table begins here: with its name, and a heading in bold below it."""
    if not 0 < at < len(run) - 1 or run[at].gaps or not run[at + 1].gaps:
        return False
    return all_bold(run[at + 1].words) and not all_bold(run[at - 1].words)


def all_bold(words: list[Word]) -> bool:
    """Whether every word is bold, figures and signs too."""
    return all(word.style.bold for word in words)


def _kept(strips: list[Strip], group: LineGroup) -> list[Strip] | None:
    """The strips that a line leaves white, None where it crosses one or has a gap elsewhere."""
    kept = [_narrowed(strip, group) for strip in strips]
    if any(right - left < TABLES.strip for left, right in kept):
        return None
    if any(not any(_shared(gap, strip) >= TABLES.strip for strip in kept) for gap in group.gaps):
        return None
    return kept


def _narrowed(strip: Strip, group: LineGroup) -> Strip:
    """The widest part of a strip that a line leaves white."""
    whites = [(float("-inf"), group.words[0].x0), *_whites(group)]
    whites.append((max(word.x1 for word in group.words), float("inf")))
    parts = [(max(strip[0], x0), min(strip[1], x1)) for x0, x1 in whites]
    return max(parts, key=lambda part: part[1] - part[0])


def _shared(one: Strip, other: Strip) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def _spans(strips: list[Strip], group: LineGroup) -> bool:
    """Whether a line heads several columns at once: it has pieces, and keeps a strip."""
    if not group.gaps:
        return False
    return any(_shared(strip, gap) >= TABLES.strip for strip in strips for gap in group.gaps)


def _heads(group: LineGroup, after: LineGroup) -> bool:
    """Whether a line in one column begins the heading that the line below ends."""
    close = after.top - group.top <= TABLES.tight * group.size and group.size == after.size
    return close and all_bold(group.words) and all_bold(after.words)


def _goes_on(before: LineGroup, group: LineGroup) -> bool:
    """Whether a line in one column goes on with a cell of the line above."""
    close = group.top - before.top <= TABLES.tight * group.size
    return close and any(
        abs(word.x0 - group.words[0].x0) <= LAYOUT.same_edge for word in before.words
    )


def cells_of(line: list[Word], strips: list[Strip]) -> list[Cell]:
    """A line's words by column; what crosses a strip stays in the column where it begins."""
    cells: list[Cell] = [[] for _ in range(len(strips) + 1)]
    column, reach = 0, float("-inf")
    for word in line:
        if word.x0 - reach >= TABLES.strip:
            column = sum(word.x0 >= right - LAYOUT.rounding for _, right in strips)
        cells[column].append(word)
        reach = max(reach, word.x1)
    return cells
