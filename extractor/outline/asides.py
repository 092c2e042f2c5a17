"""What stands right of a title on its line: a grade is no part of the title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractor.layout.model import BlockDraft, Line, make_line
from extractor.layout.settings import LAYOUT
from extractor.layout.typography import Typography
from extractor.outline.settings import OUTLINE
from extractor.outline.short_texts import is_grade
from extractor.reading.model import Word


def separate_asides(drafts: list[BlockDraft], typography: Typography) -> list[BlockDraft]:
    """Part titles from the grade right of them; two labels side by side are no title.

    The grade follows its title as a draft of its own, marked as standing beside it.
    """
    out: list[BlockDraft] = []
    run: list[BlockDraft] = []
    for draft in drafts:
        parted = _parted(draft, typography)
        listed = parted[0] if parted else draft if _ends_in_page(draft, typography) else None
        if listed and not _large(draft.words[0], typography):
            run.append(listed)
        else:
            _unhead_list(run)
            run = []
        out += parted or [draft]
    _unhead_list(run)
    return out


def _unhead_list(run: list[BlockDraft]) -> None:
    """Labels with grades or page numbers line below line are a list and head nothing."""
    if len(run) >= OUTLINE.aside_lines:
        for title in run:
            title.beside = True


def _parted(draft: BlockDraft, typography: Typography) -> list[BlockDraft] | None:
    """A title and its grade; None for a draft without one, which may be two labels."""
    for at, edge, gap in _edges(draft, typography):
        parts = [_split(line, edge, wraps=number != at) for number, line in enumerate(draft.lines)]
        _wrap_grade(parts, at)
        right = [word for _, words in parts for word in words]
        if right and _is_aside(right, draft, gap, typography):
            return [_cut(draft, parts, 0), _cut(draft, parts, 1)]
        if right and gap > LAYOUT.wide_gap and _emphatic(right[0], typography):
            draft.beside = True
    return None


def _is_aside(right: list[Word], draft: BlockDraft, gap: float, typography: Typography) -> bool:
    """A grade; or a few words at the far right of a title that is set larger than text."""
    text = " ".join(word.text for word in right)
    if is_grade(text):
        return True
    left, end = draft.lines[0].column
    far = (
        right[0].x0 > (left + end) / 2 and max(word.x1 for word in right) > end - OUTLINE.aside_edge
    )
    short = len(right) <= OUTLINE.aside_words and any(map(str.isalpha, text))
    return gap > LAYOUT.wide_gap and far and short and _large(draft.words[0], typography)


def _wrap_grade(parts: list[tuple[list[Word], list[Word]]], at: int) -> None:
    """Let the last line be the end of a grade that begins at the right of the line above it."""
    if at == len(parts) - 2 and parts[at][1] and not parts[-1][1]:
        whole = [*parts[at][1], *parts[-1][0]]
        if is_grade(" ".join(word.text for word in whole)):
            parts[-1] = ([], parts[-1][0])


def _split(line: Line, edge: float, *, wraps: bool) -> tuple[list[Word], list[Word]]:
    """The words left and right of an edge; a line that wraps is of one of the two parts."""
    if wraps:
        return ([], line.words) if line.x0 >= edge else (line.words, [])
    return [w for w in line.words if w.x0 < edge], [w for w in line.words if w.x0 >= edge]


def _ends_in_page(draft: BlockDraft, typography: Typography) -> bool:
    """Whether a number stands at the right, as in a list of contents."""
    number = draft.words[-1].text.isdecimal() and len(draft.words[-1].text) <= LAYOUT.page_digits
    return number and any(edge > draft.words[-2].x1 for _, edge, _ in _edges(draft, typography))


def _edges(draft: BlockDraft, typography: Typography) -> Iterator[tuple[int, float, float]]:
    """Line and place at which a right part of the title may begin, and the gap before it in em."""
    lines = draft.lines
    if draft.kind not in ("paragraph", "item") or not 0 < len(lines) <= OUTLINE.aside_lines:
        return
    if len(draft.words) > LAYOUT.title_words or not _emphatic(draft.words[0], typography):
        return
    for at, line in enumerate(lines):
        for word, after in pairwise(line.words):
            gap = (after.x0 - word.x1) / max(word.style.size, after.style.size)
            apart = gap > OUTLINE.grade_gap or after.text in (
                "Grade",
                "Grade:",
            )  # it may stand near
            if apart and word.x0 >= draft.words[0].x0:
                yield at, after.x0 - LAYOUT.rounding, gap


def _emphatic(word: Word, typography: Typography) -> bool:
    return word.style.bold or _large(word, typography)


def _large(word: Word, typography: Typography) -> bool:
    return word.style.size > LAYOUT.larger * typography.body_size


def _cut(draft: BlockDraft, parts: list[tuple[list[Word], list[Word]]], side: int) -> BlockDraft:
    """The draft with the words of one side alone: 0 the title, 1 what stands beside it."""
    held = [(line, part[side]) for line, part in zip(draft.lines, parts, strict=True) if part[side]]
    lines = [_like(line, words) for line, words in held]
    kept = {id(word) for word in draft.words}
    words = [word for _, found in held for word in found if id(word) in kept]
    cut = BlockDraft("paragraph", words, words[0].style, lines=lines, panel=draft.panel)
    if side:
        cut.beside = True
    else:
        cut.kind, cut.label, cut.label_x0 = draft.kind, draft.label, draft.label_x0
        cut.role, cut.beside = draft.role, draft.beside
    return cut


def _like(line: Line, words: list[Word]) -> Line:
    made = make_line(words, line.element)
    made.column, made.flow, made.panel = line.column, line.flow, line.panel
    return made
