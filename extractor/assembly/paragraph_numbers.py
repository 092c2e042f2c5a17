"""The report's own paragraph numbers, distinguished from those of lists by their sequence."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from extractor.assembly.settings import ASSEMBLY
from extractor.layout.model import BlockDraft
from extractor.layout.settings import LAYOUT

_DOTTED = re.compile(r"^\d{1,2}\.\d{1,2}\.?$")
_PLAIN = re.compile(r"^\d{1,3}\.?$")
_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})*\.$")
_CODED = re.compile(r"^(?P<code>[A-Z]{1,2})(?P<number>\d{1,3})[.:]?$")


def adopt_numbers(drafts: list[BlockDraft]) -> None:
    """Take off numbers that stand no further from their text than a word does.

    Such a number may just as well end the sentence before; so only the one that comes next in the
    sequence of numbers counts as one, or one a little further on from which the sequence goes on.
    """
    last: list[int] = []
    opening = [draft for draft in drafts if _opens_with_a_number(draft)]
    following = {draft: _opening_number(after) for draft, after in pairwise(opening)}
    for draft in drafts:
        if draft.kind == "item" and draft.label and _NUMBER.match(draft.label):
            last = _parts(draft.label)
        elif last and _opens_with_a_number(draft):
            number = _opening_number(draft)
            if _is_next(number, last) or (
                _is_near(number, last) and _is_next(following.get(draft, []), number)
            ):
                draft.label, draft.label_x0 = draft.words[0].text, draft.words[0].x0
                draft.words, draft.kind = draft.words[1:], "item"
                last = number


def _opens_with_a_number(draft: BlockDraft) -> bool:
    """Whether a paragraph begins with what may be its number."""
    if draft.kind != "paragraph" or draft.label is not None or len(draft.words) < 2:
        return False
    return _NUMBER.match(draft.words[0].text) is not None


def _opening_number(draft: BlockDraft) -> list[int]:
    return _parts(draft.words[0].text)


def _is_next(number: list[int], last: list[int]) -> bool:
    return number == [*last[:-1], last[-1] + 1]


def _is_near(number: list[int], last: list[int]) -> bool:
    return number[:-1] == last[:-1] and 1 < number[-1] - last[-1] <= ASSEMBLY.largest_jump


def _parts(number: str) -> list[int]:
    return [int(part) for part in number.rstrip(".").split(".")]


def number_paragraphs(drafts: list[BlockDraft]) -> dict[BlockDraft, str]:
    """Which drafts are numbered paragraphs: each with its number, without a full stop.

    A report numbers paragraphs 1.1, 1.2 … in each chapter or 1, 2, 3 … throughout. Plain numbers
    that start anew are those of lists; the paragraphs' numbers run on through the whole report.
    """
    items = [draft for draft in drafts if draft.kind == "item" and draft.label]
    return _coded(items) | _numbered(items)


def _coded(items: list[BlockDraft]) -> dict[BlockDraft, str]:
    """Paragraphs numbered S1, S2 … as those of a summary are; a short R1, R2 … is a list."""
    series: dict[str, list[BlockDraft]] = {}
    for draft in items:
        match = _CODED.match(draft.label or "")
        if match:
            coded = series.setdefault(match["code"], [])
            if int(match["number"]) == len(coded) + 1:
                coded.append(draft)
    return {
        draft: (draft.label or "").rstrip(".:")
        for coded in series.values()
        if len(coded) >= ASSEMBLY.coded_numbers
        and median(len(d.words) for d in coded) >= LAYOUT.running_words
        for draft in coded
    }


def _numbered(items: list[BlockDraft]) -> dict[BlockDraft, str]:
    dotted = [draft for draft in items if _DOTTED.match(draft.label or "")]
    if len(dotted) >= ASSEMBLY.dotted_numbers:
        return {draft: (draft.label or "").rstrip(".") for draft in dotted}
    plain = [draft for draft in items if _PLAIN.match(draft.label or "")]
    run = _longest_run([int((draft.label or "").rstrip(".")) for draft in plain])
    if len(run) < ASSEMBLY.plain_numbers:
        return {}
    return {plain[index]: (plain[index].label or "").rstrip(".") for index in run}


def _longest_run(numbers: list[int]) -> list[int]:
    """Indices of the longest sequence that rises by small steps, as paragraph numbers do."""
    best: list[tuple[int, int]] = []  # for each index: length of the run that ends there, its last
    latest: dict[int, int] = {}
    for index, number in enumerate(numbers):
        length, before = 1, -1
        for step in range(1, ASSEMBLY.largest_jump + 1):
            at = latest.get(number - step)
            if at is not None and best[at][0] + 1 > length + (step > 1):
                length, before = best[at][0] + 1, at
        best.append((length, before))
        at = latest.get(number)
        if at is None or best[at][0] <= length:
            latest[number] = index
    if not best:
        return []
    index = max(range(len(best)), key=lambda at: best[at][0])
    run = []
    while index >= 0:
        run.append(index)
        index = best[index][1]
    return run[::-1]
