"""A count said of a group in the next sentence that is greater than the group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Check, at_finding, problem
from extractor.checks.check_numerals import NUMBER, number
from extractor.checks.check_sentences import every_sentence
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

# "In eight the change was not identified, in 11 not acted upon": counts without a noun go on
# with the group of the sentence before.
_ELLIPTIC = re.compile(
    rf"\bin\s+(?:only\s+|just\s+|another\s+|a\s+further\s+)?(?P<count>{NUMBER})"
    r"(?=\s+(?:the|it|this|there|not|no|had|was|were|they|cases?)\b)",
    re.I,
)
_LEAST = 2  # one alone may begin something new


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Sentences that list counts of the group whose size the sentence before gives."""
    for one, other in pairwise(every_sentence(report)):
        if not one.findings or one.block is not other.block:
            continue
        ratios = [ratio for ratio in one.findings if ratio.kind == "ratio"]
        if len(ratios) != 1:
            continue
        (group,) = ratios
        matches = _ELLIPTIC.finditer(other.text)
        counts = [found for match in matches if (found := number(match["count"]))]
        if len(counts) < _LEAST or group.numerator is None or group.denominator is None:
            continue
        if max(counts) > group.numerator:
            yield problem(
                CHECK.code,
                "error" if max(counts) > group.denominator else "warning",
                f"{max(counts)} are said of a group of {group.numerator} "
                f"(out of {group.denominator}).",
                [at_finding(group), other.place(report.report_id)],
                criterion=group.criterion,
            )


CHECK = Check("part_above_group", find)
