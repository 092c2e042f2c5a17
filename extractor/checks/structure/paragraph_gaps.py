"""Numbered paragraphs that leave a number out or have one twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_block, problem
from schemas.document import Block
from schemas.problem import Problem

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
# One more or less of either changes nothing in 141 reports.
_FARTHEST = 5  # numbers apart: more is another sequence
_LEAST = 5  # numbered paragraphs: fewer make no sequence
Number = tuple[int, ...]
Numbered = tuple[Number, Block]


def find(evidence: Evidence) -> Iterator[Problem]:
    """Paragraphs in reading order whose numbers do not follow one another."""
    numbered = [(number, block) for block in evidence.report.blocks if (number := _number(block))]
    if len(numbered) < _LEAST:
        return
    numbers = [number for number, _ in numbered]
    pairs = list(pairwise(numbered))
    start_at_one = _start_at_one(pairs)
    for index, ((one, first), (other, second)) in enumerate(pairs):
        late = start_at_one and _starts_late(one, other) and _are_sections(numbers, index)
        if _is_gap(one, other) or late:
            yield problem(
                CHECK.code,
                "warning",
                f"Paragraph {_text(one)} is followed by {_text(other)}.",
                [at_block(evidence.report, block) for block in (first, second)],
            )


def _is_gap(one: Number, other: Number) -> bool:
    """Whether a sequence goes on, but not with the next number."""
    if one[:-1] != other[:-1] or not 0 <= other[-1] - one[-1] <= _FARTHEST:
        return False  # another chapter
    return not _follows(one, other)


def _follows(one: Number, other: Number) -> bool:
    return other == (*one[:-1], one[-1] + 1)


def _start_at_one(pairs: list[tuple[Numbered, Numbered]]) -> bool:
    """Whether the report's sections have numbers of their own, which begin with one."""
    starts = [other[-1] for (one, _), (other, _) in pairs if one[:-1] != other[:-1]]
    return starts.count(1) >= _LEAST


def _starts_late(one: Number, other: Number) -> bool:
    return one[:-1] != other[:-1] and 1 < other[-1] <= _FARTHEST


def _are_sections(numbers: list[Number], index: int) -> bool:
    """Whether numbers run on before a place and behind it, as they do not in a list of criteria."""
    before, behind = numbers[max(index - 1, 0) : index + 1], numbers[index + 1 : index + 3]
    ran_on = before[-1][-1] == 1 or _follows(before[0], before[-1])
    return ran_on and len(behind) == 2 and (_follows(*behind) or behind[1][-1] == 1)


def _number(block: Block) -> Number | None:
    printed = (block.number or "").strip(".")
    if block.kind != "paragraph" or not _NUMBER.fullmatch(printed):
        return None
    return tuple(map(int, printed.split(".")))


def _text(number: Number) -> str:
    return ".".join(map(str, number))


def _numbered(*numbers: str) -> str:
    return "\n".join(f"§{number} Text." for number in numbers)


CHECK = Check(
    code="numbering",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.STRUCTURE,
    order=5,
    sees="paragraph numbers that leave one out or have one twice; a section whose numbers do not "
    "begin with one, where those of others do",
    cannot_see="numbers that were read as something else",
    examples=(
        Example(_numbered("1", "2", "4", "5", "6"), says="Paragraph 2 is followed by 4."),
        Example(
            _numbered("1.1", "1.2", "1.2", "1.3", "2.1"), says="Paragraph 1.2 is followed by 1.2."
        ),
        Example(
            _numbered("1.1", "2.1", "3.1", "1.1", "2.1", "3.1", "1.1", "2.2", "2.3"),
            says="Paragraph 1.1 is followed by 2.2.",
        ),
        Example(
            _numbered("1.1", "2.1", "3.1", "1.1", "2.1", "3.1", "1.1", "2.3", "3.1"),
            says="Paragraph 1.1 is followed by 2.3.",
        ),
    ),
    traps=(
        _numbered("1.", "2.", "3.", "4.", "5."),
        _numbered("1.1", "1.2", "2.1", "2.2", "1.1"),
        _numbered("1.9", "1.10", "1.11", "2.1", "2.2"),
        _numbered("1", "2", "3", "17", "18"),  # another sequence
        _numbered("1", "3"),
        _numbered("1.1", "2.1", "3.1", "2.2", "5.2"),
        _numbered("1.1", "2.1", "3.1", "4.1", "5.1", "1.1", "2.9", "2.10"),  # not read, it seems
        # Criteria by column.
        _numbered("1.1", "2.1", "3.1", "4.1", "5.1", "2.2", "3.2", "4.2", "4.3"),
    ),
)
