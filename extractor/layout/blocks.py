"""Lines in reading order to drafts of blocks: what stands together is one block.

The structure tree is the strongest evidence that two lines are or are not one block; where it is
silent, type, space, labels and a forced line break decide.
"""

from __future__ import annotations

import re
from itertools import takewhile

from extractor.layout.grouping import runs
from extractor.layout.list_labels import is_mark, label_of
from extractor.layout.model import BlockDraft, Line, main_style
from extractor.layout.settings import LAYOUT
from extractor.layout.typography import Typography
from extractor.reading.model import Page

_NUMERALS = set("0123456789ivxlIVXL")
_LEADERS = re.compile(r"(?:(?<!\.)\.{4,}|(?<!…)…{2,})(?:\d{1,3}|[ivxl]+)$", re.I)
_PLAIN = re.compile(r"^(?:\d{1,3}|[ivxl]+)$", re.I)
_GROUPING = {"Document", "Sect", "Part", "Div", "Art", "Figure"}


def draft_blocks(page: Page, lines: list[Line], typography: Typography) -> list[BlockDraft]:
    """Group a page's lines into drafts, list labels taken off into ``label``."""
    groups = runs(lines, lambda block, line: _continues(page, block, line, typography))
    return [_draft(page, group) for group in groups]


def _continues(page: Page, block: list[Line], line: Line, typography: Typography) -> bool:
    last = block[-1]
    if line.flow != last.flow or line.panel != last.panel or leads_to_page(last):
        return False
    together = _same_element(page, last, line)
    if _differs(last, line) and not (together and abs(last.size - line.size) <= LAYOUT.size_step):
        return together is None and _wraps_title(last, line, typography)
    label = label_of(line)
    if label and _opens_item(page, block, line, label):
        return False
    if together or (together is False and not _is_torn(last, line, typography)):
        return together
    if leads_to_page(line) and not label and _wraps_entry(last, line, typography):
        return True
    return _runs_on(block, line, typography)


def _same_left(last: Line, line: Line) -> bool:
    return abs(last.x0 - line.x0) <= LAYOUT.same_edge


def _is_next(last: Line, line: Line, typography: Typography) -> bool:
    """Whether a line stands as near below another as those of one block do."""
    return 0 <= line.text_top - last.text_top <= typography.gap(line.size)


def _wraps_title(last: Line, line: Line, typography: Typography) -> bool:
    """Whether a large title goes on in another weight: "The judgement is" with a bold "good"."""
    large = last.size == line.size > LAYOUT.larger * typography.body_size
    near = _same_left(last, line) and _is_next(last, line, typography)
    return large and near and last.leaves_no_room(line) and line.words[0].text[:1].islower()


def _is_torn(last: Line, line: Line, typography: Typography) -> bool:
    """Whether the structure tree parts a sentence between two full lines, as word processors do."""
    full = last.leaves_no_room(line)
    open_end = last.words[-1].text[-1:].isalnum() or last.words[-1].text.endswith(",")
    alike = last.style == line.style and _same_left(last, line)
    near = _is_next(last, line, typography)
    return full and open_end and alike and near and line.words[0].text[:1].islower()


def _runs_on(block: list[Line], line: Line, typography: Typography) -> bool:
    """What indent, space and line end say where the structure tree is silent."""
    last = block[-1]
    if typography.indent and _opens_paragraph(last, line, typography.indent):
        return False
    if line.words[0].style.bold and _opens_with_title(last, line):
        return False
    if not _is_next(last, line, typography):
        return False
    if _leaves_item(block, line):
        return False
    if last.size > typography.body_size + LAYOUT.larger_by or not _fits_before(block, line):
        return True
    return _goes_on(last, line)


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a sentence runs on in text set narrower than its column, as quotations are."""
    if not line.words[0].text[:1].islower() or not last.words[-1].text[-1:].isalnum():
        return False
    centred = abs(last.x0 + last.x1 - line.x0 - line.x1) < 2 * LAYOUT.same_edge
    wide = last.x1 - last.x0 > LAYOUT.wrapped_width * (last.column[1] - last.column[0])
    return last.style == line.style and wide and (centred or _same_left(last, line))


def leads_to_page(line: Line) -> bool:
    """A line of the contents page: dots, or a wide gap, that lead to a number."""
    last = line.words[-1]
    if last.text[-1:] not in _NUMERALS:
        return False
    if _LEADERS.search(last.text):
        return True
    if len(line.words) < 2 or len(last.text) > LAYOUT.page_number_length:
        return False
    before = line.words[-2]
    dots = before.text == "." and line.words[-3:][0].text == "."
    if dots or before.text.endswith(("..", "…")) or last.text.startswith("..."):
        return True
    wide = last.x0 - before.x1 > LAYOUT.wide_gap * last.style.size
    return wide and bool(_PLAIN.match(last.text)) and line.words[0].text[:1].isalnum()


def _opens_paragraph(last: Line, line: Line, indent: float) -> bool:
    """Whether the line is set in as first lines are, in a document where that tells paragraphs."""
    if abs(line.x0 - line.column[0] - indent) > LAYOUT.indent_slack:
        return False
    ended = last.words[-1].text.endswith((".", "?", "!", ":"))
    return ended or last.x0 < line.x0 - LAYOUT.same_edge


def _opens_with_title(last: Line, line: Line) -> bool:
    """Whether a few bold words and a stop open the line, where the text before has ended."""
    if last.words[-1].style.bold or not last.words[-1].text.endswith((".", "?", "!")):
        return False
    bold = [*takewhile(lambda word: word.style.bold, line.words)]
    short = len(bold) <= LAYOUT.run_in_words and len(bold) < len(line.words)
    return short and bold[-1].text.endswith((".", ":", "–", "—", "?"))


def _leaves_item(block: list[Line], line: Line) -> bool:
    """Whether the line goes back to the left of an item's text, and the item has ended."""
    first, last = block[0], block[-1]
    if not label_of(first) or line.x0 > first.words[1].x0 - LAYOUT.same_edge:
        return False
    if len(block) > 1 and last.x0 > line.x0 + LAYOUT.same_edge:
        return True
    ended = last.words[-1].text.endswith((".", "?", "!"))
    return ended and line.words[0].text[:1].isupper()


def _wraps_entry(last: Line, line: Line, typography: Typography) -> bool:
    """Whether an entry of the contents page begins on the line before."""
    return _is_next(last, line, typography) and last.x1 - last.x0 > LAYOUT.wrapped_width * (
        last.column[1] - last.column[0]
    )


def _differs(last: Line, line: Line) -> bool:
    """Whether the type changes in a way that it does not within a block."""
    if abs(last.size - line.size) > LAYOUT.size_step:
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
    further_left = line.x0 < block[-1].x0 - LAYOUT.same_edge
    return further_left or len(block) == 1 or not _fits_before(block, line)


def _same_element(page: Page, last: Line, line: Line) -> bool | None:
    """What the structure tree says: one block, two, or nothing."""
    if last.element < 0 or line.element < 0:
        return None
    if page.elements[last.element].role in _GROUPING:
        return None
    if page.elements[line.element].role in _GROUPING:
        return None
    return last.element == line.element


def _fits_before(block: list[Line], line: Line) -> bool:
    """Whether the first word would have fitted on the line before, so the break was meant."""
    last = block[-1]
    first = line.words[0]
    room = max(last.column[1], line.column[1]) - last.x1
    return room > (first.x1 - first.x0) + LAYOUT.room * line.size


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
