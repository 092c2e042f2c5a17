"""Lines in reading order to drafts of blocks: what stands together is one block.

The structure tree is the strongest witness that two lines are or are not one block; where it is
silent, type, space, labels and a forced line break decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import zip_longest

from extractor.layout.labels import is_mark, label_of
from extractor.layout.model import Draft, Line, main_style
from extractor.reading.model import Page

_LOOSE = 1.22  # times the usual pitch: more is a gap between blocks
_SIZE_STEP = 0.6
_INDENT = 3.0
_PAGE_NUMBER = 7  # characters: lxxxvii


@dataclass(frozen=True, slots=True)
class Typography:
    """What is usual in this document: size of running text, and line pitch by size, in points."""

    body_size: float
    pitches: dict[float, float]

    def pitch(self, size: float) -> float:
        return self.pitches.get(round(size), 1.25 * size)


def typography(lines: list[Line]) -> Typography:
    """Measure the running text: the size that sets most characters, and common line pitches."""
    weights: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for line, after in zip_longest(lines, lines[1:]):
        weights[line.size] += len(line.words)
        if after and after.page == line.page and abs(after.size - line.size) < 0.3:
            step = after.top - line.top
            if 0.9 * line.size < step < 2.2 * line.size:
                steps[round(line.size)][round(step * 2) / 2] += len(line.words)
    body = weights.most_common(1)[0][0] if weights else 10.0
    return Typography(body, {size: count.most_common(1)[0][0] for size, count in steps.items()})


def draft_blocks(page: Page, lines: list[Line], usual: Typography) -> list[Draft]:
    """Group a page's lines into drafts, list labels taken off into ``label``."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(page, groups[-1], line, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_draft(page, group) for group in groups]


def _continues(page: Page, block: list[Line], line: Line, usual: Typography) -> bool:
    last = block[-1]
    if line.flow != last.flow or line.panel != last.panel or _leads_to_page(last):
        return False
    together = _same_element(page, last, line)
    if _differs(last, line) and not (together and abs(last.size - line.size) <= _SIZE_STEP):
        return False
    label = label_of(line)
    if label and _opens_item(page, block, line, label):
        return False
    if together is not None:
        return together
    step = line.top - last.top
    if step > _LOOSE * usual.pitch(line.size) + 0.5 or step < 0:
        return False
    return _is_heading_like(last, usual) or not _forced_break(block, line)


def _leads_to_page(line: Line) -> bool:
    """A line of the contents page: dots that lead to a number."""
    if len(line.words) < 2 or len(line.words[-1].text) > _PAGE_NUMBER:
        return False
    return line.words[-2].text.endswith(("..", "…")) or line.words[-1].text.startswith("...")


def _differs(last: Line, line: Line) -> bool:
    """Whether the type changes in a way that it does not within a block."""
    if abs(last.size - line.size) > _SIZE_STEP:
        return True
    return _uniform_bold(last) != _uniform_bold(line)


def _uniform_bold(line: Line) -> bool:
    for word in line.words:
        if not word.style.bold and (word.text.isalnum() or any(map(str.isalnum, word.text))):
            return False
    return True


def _opens_item(page: Page, block: list[Line], line: Line, label: str) -> bool:
    """A labelled line opens an item unless it merely continues text further left or as far."""
    first = block[0]
    if label_of(first):
        return True
    if is_mark(label):
        return True
    apart = _same_element(page, block[-1], line)
    if apart is not None:
        return not apart
    return line.x0 < block[-1].x0 - _INDENT or not _fits_before(block, line) or len(block) == 1


def _same_element(page: Page, last: Line, line: Line) -> bool | None:
    """What the structure tree says: one block, two, or nothing."""
    if last.element < 0 or line.element < 0:
        return None
    roles = {page.elements[last.element].role, page.elements[line.element].role}
    if roles & {"Document", "Sect", "Part", "Div", "Art", "Figure"}:
        return None
    return last.element == line.element


def _is_heading_like(line: Line, usual: Typography) -> bool:
    return line.size > usual.body_size + 1.5


def _forced_break(block: list[Line], line: Line) -> bool:
    """The next word would have fitted on the line before, so the break was meant."""
    return _fits_before(block, line)


def _fits_before(block: list[Line], line: Line) -> bool:
    last = block[-1]
    first = line.words[0]
    room = max(last.column[1], line.column[1]) - last.x1
    return room > (first.x1 - first.x0) + 0.9 * line.size


def _draft(page: Page, lines: list[Line]) -> Draft:
    words = [word for line in lines for word in line.words]
    label = label_of(lines[0])
    draft = Draft("paragraph", words, main_style(words), lines=lines, panel=lines[0].panel)
    if label and len(words) > 1:
        draft.label, draft.label_x0 = label, words[0].x0
        draft.words = words[1:]
        draft.kind = "item"
    if lines[0].element >= 0:
        draft.role = page.elements[lines[0].element].role
    return draft
