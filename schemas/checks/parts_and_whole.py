"""Shares of one whole, told one after the other in a sentence, that exceed it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.arithmetic import exceed_the_whole, in_figures
from schemas.checks.model import Check, at_finding, problem
from schemas.checks.sentences import Sentence, printed_share, sentences
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_NEXT_PART = re.compile(r"\b(?:further|remaining|other|rest|additional|another)\b", re.I)
_NEW_CLAUSE = re.compile(r"[;:.]|\b(?:compared|while|whereas|although|up from|against)\b", re.I)

_STARTS_A_CHANGE = re.compile(r"\bfrom\s+$", re.I)


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Runs of percentages that "further" or "remaining" makes parts of one whole."""
    for sentence in sentences(report):
        run = _run(sentence)
        shares = [share for one in run if (share := printed_share(one)) is not None]
        if len(shares) < 2 or not exceed_the_whole(shares):
            continue
        total = in_figures(sum((share.value for share in shares), start=shares[0].value * 0), 2)
        sums = " + ".join(map(str, shares))
        yield problem(
            CHECK.code,
            "error",
            f"The parts of one whole add up to more than 100%: {sums} = {total}.",
            [at_finding(one) for one in run],
            criterion=run[0].criterion,
        )


def _run(sentence: Sentence) -> list[Finding]:
    """The percentages up to the last that is called a further or the remaining part."""
    shares = [one for one in sentence.findings if _may_be_part(sentence, one)]
    lasts = [i for i, one in enumerate(shares) if i and _NEXT_PART.search(one.modifier or "")]
    if not lasts:
        return []
    first = last = lasts[-1]
    while first and not _NEW_CLAUSE.search(sentence.between(shares[first - 1], shares[first])):
        first -= 1
    return shares[first : last + 1]


def _may_be_part(sentence: Sentence, share: Finding) -> bool:
    """Whether a percentage can be one of several parts: no comparator, no start of a rise."""
    if printed_share(share) is None or share.context == "comparison":
        return False
    return not _STARTS_A_CHANGE.search(sentence.before(share))


CHECK = Check("parts_and_whole", find)
