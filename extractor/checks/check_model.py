"""What a check is: a pure function to problems, with its texts, its examples and its traps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from extractor.checks.evidence import Evidence
from schemas.problem import Problem, Severity

Find = Callable[[Evidence], Iterable[Problem]]


class Certainty(IntEnum):
    """What a check's word rests on, the surest first.

    Of what several checks find in the same findings, what the surest finds is kept.
    """

    RESULT = 1  # headline scores and grades, held against each other and their framework
    ARITHMETIC = 2  # what no count, sum or base can give
    WORDING = 3  # one sentence, or two that follow each other, that deny what they say
    RESTATEMENT = 4  # two places that surely state one fact
    LIKENESS = 5  # groups, samples and chapters that are taken to be the same by their words
    STRUCTURE = 6  # numbers, headings and dates of the document
    READING = 7  # what the reading of the file left open


@dataclass(frozen=True)
class Example:
    """A piece of a fictional report, and what its check says of it.

    Attributes:
        text: one block a line; ``excerpts`` has the signs for each kind of block.
        says: the message of the one problem that the check finds; None in a trap.
        severity: that of the problem; None for the first that the check names.
        framework: id of the report's family.
        fields: fields of the report that no text gives, as they are in :class:`Report`.
    """

    text: str
    says: str | None = None
    severity: Severity | None = None
    framework: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False)
class Check:
    """A check. What it cannot decide it passes over: better to miss one than a false alarm.

    Attributes:
        code: that of its problems, and its name for users.
        find: gives the problems of a report.
        severities: what its problems are, the usual first, and in which cases.
        certainty: what it rests on; what the surer check finds is kept.
        order: its place among the checks of its certainty, from 1; those of one place go by code.
        sees: what it finds, for the documentation.
        cannot_see: what it passes over though a reader would see it.
        examples: texts that it finds; one for each of its severities.
        traps: texts that come close, and are passed over.
    """

    code: str
    find: Find
    severities: Mapping[Severity, str]
    certainty: Certainty
    order: int = 99
    sees: str
    cannot_see: str = ""
    examples: tuple[Example, ...]
    traps: tuple[Example | str, ...]
