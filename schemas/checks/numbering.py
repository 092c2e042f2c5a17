"""Numbered paragraphs that leave a number out or have one twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from schemas.checks.model import Check, at_block, problem
from schemas.document import Block
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_FARTHEST = 5  # numbers apart: more is another sequence
_LEAST = 5  # numbered paragraphs: fewer make no sequence
Number = tuple[int, ...]


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Paragraphs in reading order whose numbers do not follow one another."""
    numbered = [(number, block) for block in report.blocks if (number := _number(block))]
    if len(numbered) < _LEAST:
        return
    for (one, first), (other, second) in pairwise(numbered):
        if one[:-1] != other[:-1] or not 0 <= other[-1] - one[-1] <= _FARTHEST:
            continue  # another chapter
        if other[-1] - one[-1] != 1:
            yield problem(
                CHECK.code,
                "warning",
                f"Paragraph {_text(one)} is followed by {_text(other)}.",
                [at_block(report, first), at_block(report, second)],
            )


def _number(block: Block) -> Number | None:
    printed = (block.number or "").strip(".")
    if block.kind != "paragraph" or not _NUMBER.fullmatch(printed):
        return None
    return tuple(map(int, printed.split(".")))


def _text(number: Number) -> str:
    return ".".join(map(str, number))


CHECK = Check("numbering", find)
