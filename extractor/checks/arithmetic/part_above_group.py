"""A count said of a group in the next sentence that is greater than the group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence, SentenceFindings
from extractor.checks.printed_counts import COUNT, count_of
from extractor.checks.problem_places import at_finding, problem
from schemas.problem import Problem

# "In eight the change was not identified, in 11 not acted upon": counts without a noun go on
# with the group of the sentence before.
_ELLIPTIC = re.compile(
    rf"\bin\s+(?:only\s+|just\s+|another\s+|a\s+further\s+)?(?P<count>{COUNT})"
    r"(?=\s+(?:the|it|this|there|not|no|had|was|were|they|cases?)\b)",
    re.I,
)
_LEAST = 2  # counts: one alone may begin something new, and did in one report


def find(evidence: Evidence) -> Iterator[Problem]:
    """Sentences that list counts of the group whose size the sentence before gives."""
    for block in evidence.running_text:
        if evidence.findings_in(block):
            for sentence, following in pairwise(evidence.sentences_of(block)):
                yield from _above_group(evidence, sentence, following)


def _above_group(
    evidence: Evidence, sentence: SentenceFindings, following: SentenceFindings
) -> Iterator[Problem]:
    ratios = [finding for finding in sentence.findings if finding.kind == "ratio"]
    if len(ratios) != 1:
        return
    (group,) = ratios
    matches = _ELLIPTIC.finditer(following.text)
    counts = [count for match in matches if (count := count_of(match["count"]))]
    if len(counts) < _LEAST or group.numerator is None or group.denominator is None:
        return
    if max(counts) > group.numerator:
        yield problem(
            CHECK.code,
            "error" if max(counts) > group.denominator else "warning",
            f"{max(counts)} are said of a group of {group.numerator} (out of {group.denominator}).",
            [at_finding(group), following.place(evidence.report.report_id)],
            criterion=group.criterion,
        )


_GROUP = "The response to changes was inappropriate in 10 out of 24 relevant cases."

CHECK = Check(
    code="part_above_group",
    find=find,
    severities={"warning": "", "error": "above the base"},
    certainty=Certainty.ARITHMETIC,
    order=10,
    sees="“inappropriate in 10 out of 24 cases. In eight …, in 11 …”: counts without a noun that "
    "go on with the group before",
    cannot_see="lists that name their group anew",
    examples=(
        Example(
            f"{_GROUP} In eight the change was not identified, in 11 not acted upon, and in six "
            "cases not told.",
            says="11 are said of a group of 10 (out of 24).",
        ),
        Example(
            f"{_GROUP} In eight the change was not identified, in 25 not acted upon, and in six "
            "cases not told.",
            says="25 are said of a group of 10 (out of 24).",
            severity="error",
        ),
    ),
    traps=(
        f"{_GROUP} In eight the change was not identified, and in six it was not acted upon.",
        f"{_GROUP} In 11 cases there was no review.",
        f"{_GROUP} In 11 months the number fell, and in 12 months it rose.",
        f"{_GROUP} In 12 of the 30 cases the plan was late, and in 14 of the 30 it was poor.",
    ),
)
