"""The number of inspected cases, which another place has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import Place, at_text, problem
from extractor.language.prefilter import compiled
from schemas.document import Metadata
from schemas.problem import Problem

# The forms that speak of the whole sample and of no part of it.
_SAMPLE = compiled(
    r"\bwe\s+(?:inspected|assessed|examined)\s+(?:a\s+total\s+of\s+)?(?P<first>\d{1,4})\s+cases\b"
    r"|\b(?P<second>\d{1,4})\s+cases\s+were\s+(?:inspected|assessed|examined)\b",
    re.I,
)
_PART = re.compile(r"\s+(?:where|in\s+which|that|which|who|with|of|from|for|led)\b")


def find(evidence: Evidence) -> Iterator[Problem]:
    """One problem for each number of cases that is not the first one."""
    report = evidence.report
    if report.metadata.sample_size is None:
        return
    stated: dict[int, Place] = {}
    for block in report.blocks:
        for match in _SAMPLE.finditer(block.text):
            if not _PART.match(block.text, match.end()):
                place = at_text(report.report_id, block, match.start(), match.end())
                stated.setdefault(int(match["first"] or match["second"]), place)
    sizes = list(stated)
    for other in sizes[1:]:
        places = [stated[sizes[0]], stated[other]]
        pages = [place.provenance.page for place in places]
        message = (
            f"{sizes[0]} cases were inspected, page {pages[0]} says, and {other}, says page "
            f"{pages[1]}."
        )
        yield problem(CHECK.code, "error", message, places)


_TOTAL = "We inspected a total of 70 cases.\n"
_KNOWN = {"metadata": Metadata(sample_size=70)}

CHECK = Check(
    code="sample_size",
    find=find,
    severities={"error": ""},
    certainty=Certainty.LIKENESS,
    order=3,
    sees="“we inspected a total of 70 cases”, and elsewhere another number",
    cannot_see="samples of parts, of staff, of files",
    examples=(
        Example(
            f"{_TOTAL}[NB: 70 cases were inspected.]\n"
            "We assessed 72 cases as part of this inspection.",
            says="70 cases were inspected, page 1 says, and 72, says page 3.",
            fields=_KNOWN,
        ),
    ),
    traps=tuple(
        Example(f"{_TOTAL}{text}", fields=_KNOWN)
        for text in (
            "[NB: 70 cases were inspected.]",
            "We assessed 12 cases where a report had been written.",
            "In 12 cases we inspected there was none.",
            "They had examined 12 cases.",
        )
    ),
)
