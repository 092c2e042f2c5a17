"""What is usual in a document: the type of its running text and the space between its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.layout.list_labels import label_of
from extractor.layout.model import Line, words_by_style
from extractor.layout.settings import LAYOUT


@dataclass(frozen=True, slots=True)
class Typography:
    """What is usual in this document: size of running text, and line pitch by size, in points.

    ``gaps``: by size the step from line to line above which a new block begins; ``colour`` and
    ``font`` are those of the running text, ``indent`` that of its paragraphs' first lines, 0 where
    there is none.
    """

    body_size: float
    pitches: dict[float, float]
    gaps: dict[float, float] = field(default_factory=dict)
    colour: int = 0
    indent: float = 0.0
    font: str = ""

    def gap(self, size: float) -> float:
        """More than this from the top of a line to the next is a gap between blocks."""
        pitch = self.pitches.get(round(size), LAYOUT.default_pitch * size)
        return self.gaps.get(round(size), LAYOUT.loose_pitch * pitch + LAYOUT.pitch_slack)


def measure_typography(lines: list[Line]) -> Typography:
    """Measure the running text: the size that sets most characters, and common line pitches."""
    weights: Counter[float] = Counter()
    looks: Counter[tuple[int, str]] = Counter()
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for style, count in words_by_style(lines).items():
        weights[style.size] += count
        looks[style.colour, style.font] += count
    tops = [line.text_top for line in lines]
    for (line, after), (top, below) in zip(pairwise(lines), pairwise(tops), strict=True):
        size = line.size
        near = LAYOUT.pitch_least * size < below - top < LAYOUT.pitch_most * size
        if near and after.page == line.page and abs(after.size - size) < LAYOUT.same_size:
            steps[round(size)][round((below - top) * 2) / 2] += len(line.words)
    body = weights.most_common(1)[0][0] if weights else LAYOUT.default_size
    pitches = {size: count.most_common(1)[0][0] for size, count in steps.items()}
    gaps = {size: gap for size, count in steps.items() if (gap := _gap(count, pitches[size]))}
    colour, font = looks.most_common(1)[0][0] if looks else (0, "")
    return Typography(body, pitches, gaps, colour, _indent(lines, body), font)


def _indent(lines: list[Line], body: float) -> float:
    """By how much the first line of a paragraph is set in, if that shows where paragraphs begin."""
    found: Counter[float] = Counter()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        depth = line.x0 - before.x0
        if (
            not LAYOUT.same_edge < depth < LAYOUT.deepest_indent * body
            or abs(after.x0 - before.x0) > LAYOUT.rounding
        ):
            continue
        if not (before.size == line.size == after.size == body and before.page == after.page):
            continue
        if not any(map(label_of, (before, line, after))):
            found[round(depth * 2) / 2] += 1
    depth, count = found.most_common(1)[0] if found else (0.0, 0)
    return depth if count >= max(LAYOUT.indented_lines, LAYOUT.indented_share * len(lines)) else 0.0


def _gap(steps: Counter[float], pitch: float) -> float | None:
    """Between the pitch and the next common step: the space that parts paragraphs, if one does."""
    larger = {
        step: count for step, count in steps.items() if step >= pitch + LAYOUT.paragraph_space
    }
    if not larger:
        return None
    space = max(larger, key=lambda step: larger[step])
    if larger[space] < LAYOUT.spaced_share * steps[pitch]:
        return None
    return min((pitch + space) / 2, LAYOUT.loose_pitch * pitch + LAYOUT.pitch_slack)
