"""A count that is greater than what it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.checks.model import Check, at_finding, at_text, problem
from schemas.checks.numerals import NUMBER, number
from schemas.document import Block
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

# Too many for a ratio, so that none was read: "14 of the 12 relevant cases".
_OF_TOTAL = re.compile(
    rf"\bof\s+(?:the\s+|these\s+|those\s+)?(?P<total>{NUMBER})\s+"
    r"(?:(?!of\b|to\b|and\b|or\b)[a-z]+\s+)?(?:children|people|staff|[a-z]+s)\b"
    rf"|(?<=\bout\s)of\s+(?P<alone>{NUMBER})(?=[.,;:)]|$)",
    re.I,
)
_COUNT = re.compile(rf"(?<![\d.,£/-])\b(?P<count>{NUMBER})\s+(?:out\s+)?$", re.I)
_REACH = 40  # characters in which the count and what it may be the number of stand
_NAMED = re.compile(
    r"\b(?:pages?|sections?|articles?|regulations?|paragraphs?|parts?|chapters?|appendix|annex|"
    r"years?|weeks?|days?|months?|phases?|stages?|grades?|aged?|outcomes?|criterion|volume)\s+$",
    re.I,
)
_PROSE = ("paragraph", "item", "quote", "footnote")
_YEARS = range(1900, 2100)


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """n of d with n above d."""
    for finding in report.findings:
        count, total = finding.numerator, finding.denominator
        if finding.kind == "rate" or count is None or total is None or count <= total:
            continue
        yield problem(
            CHECK.code,
            "error",
            _message(count, total),
            [at_finding(finding)],
            criterion=finding.criterion,
        )
    for block in report.blocks:
        if block.kind in _PROSE and " of " in block.text:
            yield from _without_ratio(report, block)


def _without_ratio(report: Report, block: Block) -> Iterator[Problem]:
    """Counts that no finding has, because more of a group than all of it is no share."""
    for base in _OF_TOTAL.finditer(block.text):
        before = block.text[max(0, base.start() - _REACH) : base.start()]
        counted = _COUNT.search(before)
        if counted is None or _NAMED.search(before[: counted.start()]):
            continue
        count, total = (
            number(text) or 0 for text in (counted["count"], base["total"] or base["alone"])
        )
        if 1 < total < count and total not in _YEARS and count not in _YEARS:
            start = base.start() - len(before) + counted.start()
            place = at_text(report.report_id, block, start, base.end())
            yield problem(CHECK.code, "error", _message(count, total), [place])


def _message(count: int, total: int) -> str:
    return f"{count} is said to be a part of {total}."


CHECK = Check("count_above_base", find)
