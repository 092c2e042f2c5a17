"""Shares of one whole, told one after the other in a sentence, that exceed it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Check, at_finding, problem
from extractor.checks.check_sentences import Sentence, printed_share, sentences
from schemas.arithmetic import Printed, exceed_the_whole, in_figures
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_NEXT_PART = re.compile(r"\b(?:further|remaining|other|rest|additional|another)\b", re.I)
_NEW_CLAUSE = re.compile(r"[;:.]|\b(?:compared|while|whereas|although|up from|against)\b", re.I)

_OPENS = re.compile(r"(?:in|for|of)?\s*(?:the|an?)?\s*$", re.I)
_OPENS_A_PART = re.compile(
    r"(?:[;,]\s*)?(?:\b(?:while|whereas|and|but)\s+)?(?:in|for|of)?\s*(?:the|an?)?\s*$", re.I
)
_STARTS_A_CHANGE = re.compile(r"\bfrom\s+$", re.I)


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Runs of percentages that "further" or "remaining" makes parts of one whole."""
    before: Sentence | None = None
    for sentence in sentences(report):
        run = _run(sentence)
        if before is not None and before.block is sentence.block:
            run = _goes_on(before, sentence) or run
        if any(_may_be_part(sentence, one) for one in sentence.findings):
            before = sentence
        shares = [share for one in run if (share := printed_share(one)) is not None]
        if len(shares) > 1 and exceed_the_whole(shares):
            yield _problem(run, shares)


def _problem(run: list[Finding], shares: list[Printed]) -> Problem:
    total = in_figures(sum((share.value for share in shares), start=shares[0].value * 0), 2)
    sums = " + ".join(map(str, shares))
    return problem(
        CHECK.code,
        "error",
        f"The parts of one whole add up to more than 100%: {sums} = {total}.",
        [at_finding(one) for one in run],
        criterion=run[0].criterion,
    )


def _run(sentence: Sentence) -> list[Finding]:
    """The percentages up to the last that is called a further or the remaining part."""
    shares = [one for one in sentence.findings if _may_be_part(sentence, one)]
    lasts = [i for i, one in enumerate(shares) if i and _is_next_part(one)]
    if not lasts:
        return []
    first = last = lasts[-1]
    while first and not _is_new_clause(sentence, shares[first - 1], shares[first]):
        first -= 1
    return shares[first : last + 1]


def _is_new_clause(sentence: Sentence, one: Finding, other: Finding) -> bool:
    """Whether another statement begins between two shares; "; in the remaining" opens a part."""
    between = sentence.between(one, other)
    if _is_next_part(other):
        between = _OPENS_A_PART.sub("", between)
    return _NEW_CLAUSE.search(between) is not None


def _goes_on(before: Sentence, sentence: Sentence) -> list[Finding]:
    """The parts of two sentences, where the second opens with a further or the remaining part.

    Of the first its own run of parts, or its one percentage; with several others nobody can tell
    which of them the part goes with.
    """
    shares = [one for one in sentence.findings if _may_be_part(sentence, one)]
    earlier = [one for one in before.findings if _may_be_part(before, one)]
    if not shares or not _is_next_part(shares[0]) or not _OPENS.match(sentence.before(shares[0])):
        return []
    run = _run(before) or (earlier if len(earlier) == 1 else [])
    own = _run(sentence)
    return [*run, *(own if own and own[0] is shares[0] else shares[:1])] if run else []


def _is_next_part(share: Finding) -> bool:
    return _NEXT_PART.search(share.modifier or "") is not None


def _may_be_part(sentence: Sentence, share: Finding) -> bool:
    """Whether a percentage can be one of several parts: no comparator, no start of a rise."""
    if printed_share(share) is None or share.context == "comparison":
        return False
    return _is_next_part(share) or not _STARTS_A_CHANGE.search(sentence.before(share))


CHECK = Check("parts_and_whole", find)
