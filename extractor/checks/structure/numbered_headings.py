"""Chapters and appendices that carry a number: one missing, twice, or out of order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_block, problem
from schemas.document import Section
from schemas.problem import Problem
from schemas.report import Report

_NUMBERED = re.compile(
    r"(?P<kind>outcome|appendix|annex|chapter|part|section)\s+(?P<number>\d{1,2}|[A-Z])\b", re.I
)
_LEAST = 2  # headings of a kind: one alone has no order


def find(evidence: Evidence) -> Iterator[Problem]:
    """Top headings of one kind whose numbers do not count up from the first."""
    kinds: defaultdict[str, list[tuple[int, Section]]] = defaultdict(list)
    for section in evidence.report.sections:
        match = _NUMBERED.match(section.title) if section.parent_id is None else None
        if match:
            kinds[match["kind"].lower()].append((_value(match["number"]), section))
    for kind, numbered in kinds.items():
        if len(numbered) < _LEAST:
            continue
        for (one, first), (other, second) in pairwise(numbered):
            if other != one + 1 and not _stands_elsewhere(evidence.report, kind, one + 1):
                yield problem(
                    CHECK.code,
                    "warning",
                    f"“{first.title}” is followed by “{second.title}”.",
                    [
                        at_block(evidence.report, evidence.blocks[section.block_id])
                        for section in (first, second)
                    ],
                )


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else ord(number.upper()) - ord("A") + 1


def _stands_elsewhere(report: Report, kind: str, number: int) -> bool:
    """Whether some text begins so, of which it was not seen that it is a heading."""
    headings = {section.block_id for section in report.sections if section.parent_id is None}
    for block in report.blocks:
        if block.kind != "contents" and block.block_id not in headings:
            match = _NUMBERED.match(block.text)
            if match and (match["kind"].lower(), _value(match["number"])) == (kind, number):
                return True
    return False


CHECK = Check(
    code="numbered_headings",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.STRUCTURE,
    order=4,
    sees="chapters or appendices whose numbers leave one out, have one twice or stand out of order",
    cannot_see="a heading that was not recognised, unless its words are found in the text",
    examples=(
        Example(
            "# Appendix 1 Area\n# Appendix 2 Sample\n# Appendix 4 Criteria",
            says="“Appendix 2 Sample” is followed by “Appendix 4 Criteria”.",
        ),
        Example("# Annex A\n# Annex A", says="“Annex A” is followed by “Annex A”."),
        Example(
            "# Outcome 1: Courts\n# Outcome 2: Plans\n# Outcome 2: Risk",
            says="“Outcome 2: Plans” is followed by “Outcome 2: Risk”.",
        ),
    ),
    traps=(
        "# Outcome 1: Courts\n# Outcome 2: Plans\n# Appendix 1 Area\n# Appendix 2 Sample",
        "# Summary\n# Appendix A Area\n# Appendix B Sample\n# Glossary",
        "# Outcome 1: Courts\n# Appendix 4 Sample",
        "# Appendices\n# Partnership 1\n# Partnership 4",
        # A heading that was taken for text.
        "# Appendix 1 Area\nAppendix 2 Sample\n# Appendix 3 Criteria",
    ),
)
