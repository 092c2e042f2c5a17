"""Words inside charts: labels of bars, slices and axes belong to the chart and to no sentence."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from extractor.layout.charts.settings import CHARTS
from extractor.layout.lines import rows_of, segments_of
from extractor.layout.model import BlockDraft, main_style
from extractor.layout.settings import LAYOUT
from extractor.layout.tables.cell_grid import FoundTable
from extractor.reading.model import Page, Shape, Word
from extractor.reading.shapes import WHITE


def tagged_charts(page: Page, words: list[Word]) -> list[list[Word]]:
    """Words of each Figure element."""
    figures, owner = _figure_elements(page), page.owner
    found: dict[int, list[Word]] = {}
    for word in words if figures else ():
        element = owner.get(word.mcid, -1)
        if element in figures:
            found.setdefault(figures[element], []).append(word)
    return list(found.values())


def drawn_charts(page: Page, words: list[Word], tables: list[FoundTable]) -> list[list[Word]]:
    """Words around drawn bars and slices, for a page whose tags name no figure."""
    if any(role == "Figure" for role, _ in page.elements):
        return []
    found: list[list[Word]] = []
    taken: set[int] = set()
    held = [table.sides for table in tables]
    shapes = [shape for shape in page.shapes if not any(_lies_in(shape, sides) for sides in held)]
    for bars in _drawn_zones(page, shapes, words):
        zone = _around(bars)
        found_here = _framed(zone, page.shapes, words)
        found_here = found_here or _labels_of(zone, words) + _row_names(bars, zone, words)
        labels = [w for w in {id(w): w for w in found_here}.values() if id(w) not in taken]
        taken |= set(map(id, labels))
        if labels:
            found.append(labels)
    return found


def _lies_in(shape: Shape, sides: tuple[float, float, float, float]) -> bool:
    x, y = (shape.x0 + shape.x1) / 2, (shape.top + shape.bottom) / 2
    x0, top, x1, bottom = sides
    slack = LAYOUT.column_slack
    return x0 - slack <= x <= x1 + slack and top - slack <= y <= bottom + slack


def chart_draft(words: list[Word]) -> BlockDraft:
    """A chart's labels as one draft, row by row."""
    ordered = [word for row in rows_of(words) for word in row]
    return BlockDraft("chart", ordered, main_style(ordered))


def _figure_elements(page: Page) -> dict[int, int]:
    """Each element in a figure, with the outermost figure that holds it."""
    inside: dict[int, int] = {}
    for index, (role, parent) in enumerate(page.elements):
        if parent in inside:
            inside[index] = inside[parent]
        elif role in ("Figure", "Formula"):
            inside[index] = index
    return inside


def _drawn_zones(page: Page, shapes: list[Shape], words: list[Word]) -> list[list[Shape]]:
    """Areas in which several filled shapes lie that are no panel behind running text."""
    bars = [shape for shape in shapes if _is_bar(shape, page, words)]
    zones: list[list[Shape]] = []
    for bar in sorted(bars, key=lambda shape: shape.top):
        near = [zone for zone in zones if any(_near(bar, other) for other in zone)]
        zones = [zone for zone in zones if zone not in near]
        zones.append([bar, *(other for zone in near for other in zone)])
    return [zone for zone in zones if len(zone) >= CHARTS.bars or _is_pie(zone)]


def _is_pie(zone: list[Shape]) -> bool:
    """Two or more large curved shapes side by side."""
    curved = [
        bar
        for bar in zone
        if bar.segments > LAYOUT.rectangle_segments and bar.bottom - bar.top > CHARTS.slice_height
    ]
    return len(curved) > 1


def _near(one: Shape, other: Shape) -> bool:
    apart_across = max(one.x0, other.x0) - min(one.x1, other.x1)
    apart_down = max(one.top, other.top) - min(one.bottom, other.bottom)
    if apart_across < CHARTS.reach and apart_down < CHARTS.reach:
        return True
    return _same_row(one, other, apart_across)


def _same_row(one: Shape, other: Shape, apart: float) -> bool:
    """Bars of one width that stand on one line may stand further apart."""
    width = one.x1 - one.x0
    level = abs(one.bottom - other.bottom) < LAYOUT.rounding
    alike = abs(other.x1 - other.x0 - width) < LAYOUT.rounding
    return level and alike and apart < CHARTS.bars_apart * width


def _is_bar(shape: Shape, page: Page, words: list[Word]) -> bool:
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    if not shape.filled or min(width, height) < CHARTS.bar_thickness or shape.colour == WHITE:
        return False
    if max(width / page.width, height / page.height) > CHARTS.bar_length:
        return False
    inside = [word for word in words if _holds(shape, word)]
    return len(inside) <= CHARTS.bar_words and all(_is_figure(word.text) for word in inside)


def _holds(shape: Shape, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return shape.x0 <= x <= shape.x1 and shape.top <= y <= shape.bottom


def _is_figure(text: str) -> bool:
    return text.strip("%()").replace(".", "").replace(",", "").isdigit()


def _around(zone: list[Shape]) -> Shape:
    first = zone[0]
    return first._replace(
        top=min(shape.top for shape in zone),
        bottom=max(shape.bottom for shape in zone),
        x0=min(shape.x0 for shape in zone),
        x1=max(shape.x1 for shape in zone),
    )


def _row_names(bars: list[Shape], zone: Shape, words: list[Word]) -> list[Word]:
    """What stands left of bars that begin on one line, level with them: the names of the rows."""
    starts = Counter(round(bar.x0) for bar in bars)
    start, count = starts.most_common(1)[0]
    if count < CHARTS.bars or abs(start - zone.x0) > LAYOUT.rounding:
        return []
    level = [w for w in words if zone.top <= (w.top + w.bottom) / 2 <= zone.bottom]
    found: list[Word] = []
    for row in rows_of([word for word in level if word.x1 <= zone.x0 - CHARTS.reach]):
        name = segments_of(row)[-1]
        if len(name) > CHARTS.legend_words or name[0].x0 < zone.x0 - CHARTS.name_length:
            return []
        found += name
    return found


def _framed(zone: Shape, shapes: list[Shape], words: list[Word]) -> list[Word]:
    """All words in the frame drawn around the bars but for a title; empty if it holds text."""
    frames = [shape for shape in shapes if _frames(shape, zone)]
    if not frames:
        return []
    frame = min(frames, key=attrgetter("area"))
    found: list[Word] = []
    for row in rows_of([word for word in words if _holds(frame, word)]):
        for segment in segments_of(row):
            if len(segment) > CHARTS.label_words or segment[-1].text.endswith((".", ";")):
                return []
            if segment[0].bottom > zone.top or not segment[0].style.bold:
                found += segment
    return found


def _frames(shape: Shape, zone: Shape) -> bool:
    """Whether a box stands around the bars, with room for labels and not much more."""
    around = (
        shape.x0 <= zone.x0 and zone.x1 <= shape.x1 and shape.top <= zone.top - LAYOUT.box_slack
    ) and shape.bottom >= zone.bottom + CHARTS.slice_height
    return around and shape.bottom - shape.top <= zone.bottom - zone.top + CHARTS.frame_room


def _labels_of(zone: Shape, words: list[Word]) -> list[Word]:
    """Labels beside the bars, then the axis and legend below them, down to running text."""
    beside: list[Word] = []
    below: list[list[Word]] = []
    for row in rows_of([word for word in words if word.bottom > zone.top - CHARTS.reach]):
        middle = (row[0].top + row[0].bottom) / 2
        for segment in segments_of(row):
            if middle <= zone.bottom and _touches(zone, segment):
                if middle >= zone.top or all(_is_figure(word.text) for word in segment):
                    beside += segment
            elif middle > zone.bottom and _overlaps(zone, segment, beside):
                below.append(segment)
    size = main_style(beside).size if beside else 0.0
    return beside + _axis(zone, below, size)


def _touches(zone: Shape, segment: list[Word]) -> bool:
    left, right = segment[0].x0, max(word.x1 for word in segment)
    return left < zone.x1 + CHARTS.reach and right > zone.x0 - CHARTS.reach


def _overlaps(zone: Shape, segment: list[Word], beside: list[Word]) -> bool:
    left = min((word.x0 for word in beside), default=zone.x0)
    right = max((word.x1 for word in beside), default=zone.x1)
    start, end = segment[0].x0, max(word.x1 for word in segment)
    return (
        start >= min(left, zone.x0) - LAYOUT.column_slack
        and end <= max(right, zone.x1) + CHARTS.reach
    )


def _axis(zone: Shape, below: list[list[Word]], size: float) -> list[Word]:
    """Short rows right below the bars, in the type of their labels: ticks, axis title, legend."""
    found: list[Word] = []
    foot = zone.bottom
    for segment in below:
        figures = all(_is_figure(word.text) for word in segment)
        if not figures and abs(segment[0].style.size - size) > CHARTS.same_type:
            break
        if segment[0].top - foot > CHARTS.reach or (
            len(segment) > CHARTS.legend_words and not figures
        ):
            break
        if not figures and (segment[-1].text.endswith((".", ":", ";")) or segment[0].style.bold):
            break
        found += segment
        foot = max(foot, segment[0].bottom)
        if foot - zone.bottom > CHARTS.axis_height:
            break
    return found
