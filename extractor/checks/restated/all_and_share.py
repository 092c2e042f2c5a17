"""A sentence that says of the same cases "in all" and "in three-quarters"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence, SentenceFindings
from extractor.checks.problem_places import at_finding, problem
from schemas.finding import Finding
from schemas.problem import Problem

_IN = re.compile(r"\bin\s+$", re.I)
_OTHER_CLAUSE = re.compile(
    r"[,;:()]|\b(?:and|but|or|while|although|which|that|who|where|when|if)\b", re.I
)


def find(evidence: Evidence) -> Iterator[Problem]:
    """ "In all cases plans were timely in more than three-quarters of cases"."""
    for sentence in evidence.stating_sentences:
        for one, other in combinations(sentence.findings, 2):
            if _is_universal(one) and _is_share(other) and _same_clause(sentence, one, other):
                yield problem(
                    CHECK.code,
                    "error",
                    f"The sentence says the same of “{one.text} {_noun(one)}” and of "
                    f"“{other.text}”.",
                    [at_finding(one), at_finding(other)],
                    criterion=one.criterion,
                )


def _is_universal(finding: Finding) -> bool:
    return finding.kind == "vague" and finding.value == 100


def _is_share(finding: Finding) -> bool:
    if finding.kind not in ("percentage", "fraction", "ratio") or finding.change:
        return False
    return finding.high is not None and (finding.low or 0) < 100


def _same_clause(sentence: SentenceFindings, one: Finding, other: Finding) -> bool:
    """Whether nothing between the two begins another statement, and both count the same."""
    if not _IN.search(sentence.before(one)) or not _IN.search(sentence.before(other)):
        return False
    if _OTHER_CLAUSE.search(sentence.between(one, other)):
        return False
    return _noun(other) != "" and _noun(one) == _noun(other)


def _noun(finding: Finding) -> str:
    """The first word of what is counted."""
    return next(iter((finding.population or "").split()), "")


CHECK = Check(
    code="all_and_share",
    find=find,
    severities={"error": ""},
    certainty=Certainty.WORDING,
    order=1,
    sees="“In all cases … in three-quarters of cases”, in one clause",
    examples=(
        Example(
            "In all cases plans were sufficiently timely in more than three-quarters of cases.",
            says="The sentence says the same of “all cases” and of “more than three-quarters”.",
        ),
    ),
    traps=(
        "In all cases plans were timely, and in more than three-quarters of cases they were good.",
        "All social care staff are supervised, up from 10.5% to 8% of staff in need of it.",
        "The national figure of 32% for all children in care was above that in 22% of schools.",
        "In all cases there was a plan which was timely in 80% of cases.",
    ),
)
