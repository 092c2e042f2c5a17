"""A universal to which the next sentence makes an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.content_words import stems
from extractor.checks.evidence import Evidence
from extractor.checks.printed_counts import COUNT
from extractor.checks.problem_places import at_finding, problem
from schemas.finding import Finding
from schemas.problem import Problem

_EXCEPTION = re.compile(
    rf"\b(?:in|for)\s+(?:only\s+)?(?:{COUNT}|a\s+few|some|several)\b[^.;]*", re.I
)
_NOT = re.compile(r"\b(?:not|no|never|nor|without|failed|in(?:sufficient|adequate)\w*)\b", re.I)
# Words: fewer may be those of the subject alone. 3 or 5 find the same one in 141 reports.
_COMMON = 4


def find(evidence: Evidence) -> Iterator[Problem]:
    """ "… were recorded and acted upon in all of them. … in one case … were not recorded or acted
    upon": the words of the universal, denied of some."""
    for block in evidence.running_text:
        if any(map(_is_praise_of_all, evidence.findings_in(block))):
            for sentence, following in pairwise(evidence.sentences_of(block)):
                universal = next(filter(_is_praise_of_all, sentence.findings), None)
                if universal is not None and _denies(sentence.text, following.text):
                    yield problem(
                        CHECK.code,
                        "error",
                        f"“{universal.text}” is followed by an exception.",
                        [at_finding(universal), following.place(evidence.report.report_id)],
                        criterion=universal.criterion,
                    )


def _is_praise_of_all(finding: Finding) -> bool:
    return finding.kind == "vague" and finding.value == 100 and finding.polarity == "+"


def _denies(universal: str, following: str) -> bool:
    """Whether a sentence has an exception in the words of the one before it."""
    words = stems(universal)
    return any(
        _NOT.search(match.group()) and len(words & stems(match.group())) >= _COMMON
        for match in _EXCEPTION.finditer(following)
    )


_RECORDED = (
    "Decisions taken in meetings were clearly recorded, followed through and acted upon in all of "
    "them."
)

CHECK = Check(
    code="all_and_exception",
    find=find,
    severities={"error": ""},
    certainty=Certainty.WORDING,
    order=2,
    sees="a universal in praise, and in the next sentence the same words denied of some cases",
    cannot_see="exceptions in other words or further away",
    examples=(
        Example(
            f"{_RECORDED} In two cases actions came late, and in one case the decisions taken in "
            "meetings were not clearly recorded or acted upon.",
            says="“all” is followed by an exception.",
        ),
    ),
    traps=(
        f"{_RECORDED} In two cases actions came late, and in one case nobody from health was "
        "there.",
        f"{_RECORDED} In one case the decisions taken in meetings were clearly recorded and acted "
        "upon early.",
        f"{_RECORDED} Decisions were not recorded in other meetings.",
    ),
)
