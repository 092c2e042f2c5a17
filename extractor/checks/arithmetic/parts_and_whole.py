"""Shares of one whole, one after the other in a sentence, that exceed it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence, SentenceFindings
from extractor.checks.printed_shares import printed_share
from extractor.checks.problem_places import at_finding, problem
from schemas.arithmetic import Printed, exceed_the_whole, in_figures
from schemas.finding import Finding
from schemas.problem import Problem

_NEXT_PART = re.compile(r"\b(?:further|remaining|other|rest|additional|another)\b", re.I)
_NEW_CLAUSE = re.compile(r"[;:.]|\b(?:compared|while|whereas|although|up from|against)\b", re.I)

_OPENS = re.compile(r"(?:in|for|of)?\s*(?:the|an?)?\s*$", re.I)
_OPENS_A_PART = re.compile(
    r"(?:[;,]\s*)?(?:\b(?:while|whereas|and|but)\s+)?(?:in|for|of)?\s*(?:the|an?)?\s*$", re.I
)
_STARTS_A_CHANGE = re.compile(r"\bfrom\s+$", re.I)


def find(evidence: Evidence) -> Iterator[Problem]:
    """Runs of percentages that "further" or "remaining" makes parts of one whole."""
    before: SentenceFindings | None = None
    for sentence in evidence.stating_sentences:
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


def _run(sentence: SentenceFindings) -> list[Finding]:
    """The percentages up to the last that is called a further or the remaining part."""
    shares = [one for one in sentence.findings if _may_be_part(sentence, one)]
    lasts = [i for i, one in enumerate(shares) if i and _is_next_part(one)]
    if not lasts:
        return []
    first = last = lasts[-1]
    while first and not _is_new_clause(sentence, shares[first - 1], shares[first]):
        first -= 1
    return shares[first : last + 1]


def _is_new_clause(sentence: SentenceFindings, one: Finding, other: Finding) -> bool:
    """Whether another statement begins between two shares; "; in the remaining" opens a part."""
    between = sentence.between(one, other)
    if _is_next_part(other):
        between = _OPENS_A_PART.sub("", between)
    return _NEW_CLAUSE.search(between) is not None


def _goes_on(before: SentenceFindings, sentence: SentenceFindings) -> list[Finding]:
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


def _may_be_part(sentence: SentenceFindings, share: Finding) -> bool:
    """Whether a percentage can be one of several parts: no comparator, no start of a rise."""
    if printed_share(share) is None or share.context == "comparison":
        return False
    return _is_next_part(share) or not _STARTS_A_CHANGE.search(sentence.before(share))


CHECK = Check(
    code="parts_and_whole",
    find=find,
    severities={"error": ""},
    certainty=Certainty.ARITHMETIC,
    order=4,
    sees="percentages in one sentence, or in two that follow one another, the last of them "
    "“further” or “remaining”, that exceed 100 beyond what rounding explains",
    cannot_see="parts that fall short, since a report need not name them all; a “further” part "
    "behind a sentence with several shares, as nobody can tell which it goes with",
    examples=tuple(
        Example(text, says=f"The parts of one whole add up to more than 100%: {sums}.")
        for text, sums in (
            (
                "The review was good enough in 46% of them, not good enough in 39%, and had not "
                "taken place in a further 24%.",
                "46 + 39 + 24 = 109",
            ),
            (
                "Good progress had been made in 38% of cases, some progress in a further 34% and "
                "none in the remaining 38%.",
                "38 + 34 + 38 = 110",
            ),
            (
                "Good progress had been made in 38% of cases and some in 34%, while in the "
                "remaining 38% there was none.",
                "38 + 34 + 38 = 110",
            ),
            ("Objectives were met in 38%; in the other 72% they were not.", "38 + 72 = 110"),
            (
                "Only 61% of such cases had a sufficient plan. In four cases there was no plan at "
                "all. The remaining 51% were not good enough.",
                "61 + 51 = 112",
            ),
            (
                "Plans were not reviewed well enough in 39% of the cases, and in a further 25% "
                "they came late. In a further 45% there had been no review at all.",
                "39 + 25 + 45 = 109",
            ),
        )
    ),
    traps=(
        "We found 46% had made good progress and a further 20% some progress.",
        "It was good in 34%, fair in a further 34% and poor in the remaining 33%.",  # rounding
        "In 83% of cases it was timely, and in 72% it was complete.",
        "Nationally it was 90%; here 40% were seen, and a further 30% were written to.",
        "It rose from 80% of cases to a further 85%, compared with 90% nationally.",
        "It was good in 82% of cases. The remaining 18% were poor.",
        "It was good in 82% of plans and 60% of reviews. A further 30% were late.",  # of which?
        "It was good in 82% of cases. Here, staff had seen a further 30% of families.",
        "It was good in 82% of cases. In 30% it was late.",
    ),
)
