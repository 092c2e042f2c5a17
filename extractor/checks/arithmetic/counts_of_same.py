"""Two counts of what is described in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.check_model import Check
from extractor.checks.check_numerals import NUMBER, number
from extractor.checks.check_sentences import every_sentence
from extractor.checks.check_words import stems
from extractor.checks.groups import Group, counted_otherwise
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

# "the 28 cases where there were restrictive requirements": one definite group, described.
_GROUP = re.compile(
    rf"\bthe\s+(?P<count>{NUMBER})\s+(?:\w+\s+)?(?P<noun>[a-z]+)\s+"
    r"(?P<which>(?:where|with|in\s+which|who|that|which)\b\s[^.,;:()]{8,90})",
    re.I,
)
_GATE = re.compile(rf"the\s+(?:{NUMBER})\s")  # over the text in lower case
_LEAST, _ALIKE = 2, 0.6


@dataclass(frozen=True)
class _Group(Group):
    words: frozenset[str]


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Groups that are described alike and counted otherwise."""
    return counted_otherwise(CHECK.code, report.report_id, _groups(report), _alike, _message)


def _message(one: _Group, first: int, other: _Group, second: int) -> str:
    return (
        f"What seems to be one group counts {one.count} on page {first} and "
        f"{other.count} on page {second}."
    )


def _groups(report: Report) -> list[_Group]:
    return [
        _Group(count, match["noun"].lower(), sentence, stems(match["which"]))
        for sentence in every_sentence(report)
        if _GATE.search(sentence.text.lower())
        for match in _GROUP.finditer(sentence.text)
        if (count := number(match["count"])) is not None
    ]


def _alike(one: _Group, other: _Group) -> bool:
    common = len(one.words & other.words)
    return common >= _LEAST and common >= _ALIKE * min(len(one.words), len(other.words))


CHECK = Check("counts_of_same", find)
