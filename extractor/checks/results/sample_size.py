"""The number of inspected cases, told otherwise in another place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Check, Place, at_text, problem
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

# The forms that speak of the whole sample and of no part of it.
_SAMPLE = re.compile(
    r"\bwe\s+(?:inspected|assessed|examined)\s+(?:a\s+total\s+of\s+)?(?P<first>\d{1,4})\s+cases\b"
    r"|\b(?P<second>\d{1,4})\s+cases\s+were\s+(?:inspected|assessed|examined)\b",
    re.I,
)
_SEEN = ("inspected", "assessed", "examined")
_PART = re.compile(r"\s+(?:where|in\s+which|that|which|who|with|of|from|for|led)\b")


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """One problem for each number of cases that is not the one told first."""
    if report.metadata.sample_size is None:
        return
    told: dict[int, Place] = {}
    for block in report.blocks:
        if "cases" not in block.text or not any(map(block.text.lower().__contains__, _SEEN)):
            continue
        for match in _SAMPLE.finditer(block.text):
            if not _PART.match(block.text, match.end()):
                place = at_text(report.report_id, block, match.start(), match.end())
                told.setdefault(int(match["first"] or match["second"]), place)
    sizes = list(told)
    for other in sizes[1:]:
        places = [told[sizes[0]], told[other]]
        pages = [place.provenance.page for place in places]
        message = (
            f"{sizes[0]} cases were inspected, page {pages[0]} says, and {other}, says page "
            f"{pages[1]}."
        )
        yield problem(CHECK.code, "error", message, places)


CHECK = Check("sample_size", find)
