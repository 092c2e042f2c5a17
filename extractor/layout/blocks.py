"""Lines in reading order to drafts of blocks: what stands together is one block.

The structure tree is the strongest witness that two lines are or are not one block; where it is
silent, type, space, labels and a forced line break decide.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from extractor.layout.list_labels import is_mark, label_of
from extractor.layout.model import LARGER, BlockDraft, Line, main_style, words_by_style
from extractor.reading.model import Page

_LOOSE = 1.22  # times the usual pitch: more is a gap between blocks
_LEAST_SPACE = 1.5  # points by which the space between paragraphs exceeds the pitch
_SPACED = 0.06  # of the lines: so many stand below such a space where a document has it
_SIZE_STEP = 0.6
_INDENT = 3.0
_DEEPEST = 4.0  # times the size: deeper lines are set in as a block
_INDENTED = 8  # first lines set in, and
_INDENTED_SHARE = 0.03  # of all lines, make it a habit
_PAGE_NUMBER = 7  # characters: lxxxvii
_NUMERALS = set("0123456789ivxlIVXL")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,})(?:\d{1,3}|[ivxl]+)$", re.I)
_PLAIN = re.compile(r"^(?:\d{1,3}|[ivxl]+)$", re.I)
_RUN_IN = 8  # words of a title that opens a paragraph
_WRAPPED = 0.5  # of the column's width: shorter lines do not go on
_GROUPING = {"Document", "Sect", "Part", "Div", "Art", "Figure"}
_LEAD = 2.2  # of the font size: the gap before a page number


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
        usual = self.pitches.get(round(size), 1.25 * size)
        return self.gaps.get(round(size), _LOOSE * usual + 0.5)


def typography(lines: list[Line]) -> Typography:
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
        near = 0.9 * size < below - top < 2.2 * size
        if near and after.page == line.page and abs(after.size - size) < 0.3:
            steps[round(size)][round((below - top) * 2) / 2] += len(line.words)
    body = weights.most_common(1)[0][0] if weights else 10.0
    pitches = {size: count.most_common(1)[0][0] for size, count in steps.items()}
    gaps = {size: gap for size, count in steps.items() if (gap := _gap(count, pitches[size]))}
    colour, font = looks.most_common(1)[0][0] if looks else (0, "")
    return Typography(body, pitches, gaps, colour, _indent(lines, body), font)


def _indent(lines: list[Line], body: float) -> float:
    """By how much the first line of a paragraph is set in, if paragraphs are told by that."""
    found: Counter[float] = Counter()
    for one, two, three in zip(lines, lines[1:], lines[2:], strict=False):
        depth = two.x0 - one.x0
        if not _INDENT < depth < _DEEPEST * body or abs(three.x0 - one.x0) > 1:
            continue
        if not (one.size == two.size == three.size == body and one.page == three.page):
            continue
        if not any(map(label_of, (one, two, three))):
            found[round(depth * 2) / 2] += 1
    depth, count = found.most_common(1)[0] if found else (0.0, 0)
    return depth if count >= max(_INDENTED, _INDENTED_SHARE * len(lines)) else 0.0


def _gap(steps: Counter[float], pitch: float) -> float | None:
    """Between the pitch and the next common step: the space that parts paragraphs, if one does."""
    larger = {step: count for step, count in steps.items() if step >= pitch + _LEAST_SPACE}
    if not larger:
        return None
    space = max(larger, key=lambda step: larger[step])
    if larger[space] < _SPACED * steps[pitch]:
        return None
    return min((pitch + space) / 2, _LOOSE * pitch + 0.5)


def draft_blocks(page: Page, lines: list[Line], usual: Typography) -> list[BlockDraft]:
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
    if line.flow != last.flow or line.panel != last.panel or leads_to_page(last):
        return False
    together = _same_element(page, last, line)
    if _differs(last, line) and not (together and abs(last.size - line.size) <= _SIZE_STEP):
        return together is None and _wraps_title(last, line, usual)
    label = label_of(line)
    if label and _opens_item(page, block, line, label):
        return False
    if together or (together is False and not _is_torn(last, line, usual)):
        return together
    if leads_to_page(line) and not label and _wraps_entry(last, line, usual):
        return True
    return _runs_on(block, line, usual)


def _wraps_title(last: Line, line: Line, usual: Typography) -> bool:
    """Whether a large title goes on in another weight: "The judgement is" with a bold "good"."""
    large = last.size == line.size > LARGER * usual.body_size and abs(last.x0 - line.x0) <= _INDENT
    near = 0 <= line.text_top - last.text_top <= usual.gap(line.size)
    return large and near and last.leaves_no_room(line) and line.words[0].text[:1].islower()


def _is_torn(last: Line, line: Line, usual: Typography) -> bool:
    """Whether the structure tree parts a sentence between two full lines, as word processors do."""
    full = last.leaves_no_room(line)
    open_end = last.words[-1].text[-1:].isalnum() or last.words[-1].text.endswith(",")
    alike = last.style == line.style and abs(last.x0 - line.x0) <= _INDENT
    near = 0 <= line.text_top - last.text_top <= usual.gap(line.size)
    return full and open_end and alike and near and line.words[0].text[:1].islower()


def _runs_on(block: list[Line], line: Line, usual: Typography) -> bool:
    """What indent, space and line end say where the structure tree is silent."""
    last = block[-1]
    if usual.indent and _opens_paragraph(last, line, usual.indent):
        return False
    if line.words[0].style.bold and _opens_with_title(last, line):
        return False
    if not 0 <= line.text_top - last.text_top <= usual.gap(line.size):
        return False
    if _leaves_item(block, line):
        return False
    if _is_heading_like(last, usual) or not _forced_break(block, line):
        return True
    return _goes_on(last, line)


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a sentence runs on in text set narrower than its column, as quotations are."""
    if not line.words[0].text[:1].islower() or not last.words[-1].text[-1:].isalnum():
        return False
    centred = abs(last.x0 + last.x1 - line.x0 - line.x1) < 2 * _INDENT
    wide = last.x1 - last.x0 > _WRAPPED * (last.column[1] - last.column[0])
    return last.style == line.style and wide and (centred or abs(last.x0 - line.x0) <= _INDENT)


def leads_to_page(line: Line) -> bool:
    """A line of the contents page: dots, or a wide gap, that lead to a number."""
    last = line.words[-1]
    if last.text[-1:] not in _NUMERALS:
        return False
    if _LEADERS.search(last.text):
        return True
    if len(line.words) < 2 or len(last.text) > _PAGE_NUMBER:
        return False
    before = line.words[-2]
    dots = before.text == "." and line.words[-3:][0].text == "."
    if dots or before.text.endswith(("..", "…")) or last.text.startswith("..."):
        return True
    wide = last.x0 - before.x1 > _LEAD * last.style.size
    return wide and bool(_PLAIN.match(last.text)) and line.words[0].text[:1].isalnum()


def _opens_paragraph(last: Line, line: Line, indent: float) -> bool:
    """Whether the line is set in as first lines are, in a document where that tells paragraphs."""
    if abs(line.x0 - line.column[0] - indent) > 1.5:
        return False
    return last.x0 < line.x0 - _INDENT or last.words[-1].text.endswith((".", "?", "!", ":"))


def _opens_with_title(last: Line, line: Line) -> bool:
    """Whether a few bold words and a stop open the line, where the text before has ended."""
    if last.words[-1].style.bold or not last.words[-1].text.endswith((".", "?", "!")):
        return False
    bold = [*takewhile(lambda word: word.style.bold, line.words)]
    short = len(bold) <= _RUN_IN and len(bold) < len(line.words)
    return short and bold[-1].text.endswith((".", ":", "–", "—", "?"))


def _leaves_item(block: list[Line], line: Line) -> bool:
    """Whether the line goes back to the left of an item's text, and the item has ended."""
    first, last = block[0], block[-1]
    if not label_of(first) or line.x0 > first.words[1].x0 - _INDENT:
        return False
    if len(block) > 1 and last.x0 > line.x0 + _INDENT:
        return True
    ended = last.words[-1].text.endswith((".", "?", "!"))
    return ended and line.words[0].text[:1].isupper()


def _wraps_entry(last: Line, line: Line, usual: Typography) -> bool:
    """Whether an entry of the contents page begins on the line before."""
    tight = 0 <= line.text_top - last.text_top <= usual.gap(line.size)
    return tight and last.x1 - last.x0 > _WRAPPED * (last.column[1] - last.column[0])


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
    if page.elements[last.element].role in _GROUPING:
        return None
    if page.elements[line.element].role in _GROUPING:
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


def _draft(page: Page, lines: list[Line]) -> BlockDraft:
    words = [word for line in lines for word in line.words]
    label = label_of(lines[0])
    draft = BlockDraft("paragraph", words, main_style(words), lines=lines, panel=lines[0].panel)
    if label and len(words) > 1:
        draft.label, draft.label_x0 = label, words[0].x0
        draft.words = words[1:]
        draft.kind = "item"
    if lines[0].element >= 0:
        draft.role = page.elements[lines[0].element].role
    return draft
