"""A count of a base given together with a percentage, where the two disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence, SentenceFindings
from extractor.checks.listed_parts import parts_of_lists, parts_of_these
from extractor.checks.printed_counts import DIGITS, count_of
from extractor.checks.printed_shares import printed_share
from extractor.checks.problem_places import at_finding, problem
from extractor.checks.stated_bases import MOST_FIGURATIVE, is_base, is_rounded
from schemas.arithmetic import Printed, in_figures, percent
from schemas.finding import Finding
from schemas.problem import Problem

# "21 of the 34 cases where one was needed (71%)", "21 of the 34 cases, or 62%,": nothing between
# the two that begins another clause.
_OPENS = re.compile(r"[^().,;:]{0,80}\(\s*(?:or\s+|i\.e\.\s+)?|[^().,;:]{0,40},?\s+or\s+")
_CLOSES = re.compile(r"\s*(?:[^().,;:]{0,40}\)|[,.;]|$)")
_COUNT_BEFORE = re.compile(rf"(?<![\d.,])(?P<count>{DIGITS})\s*\(\s*(?:or\s+)?$")
_THE_BASE = re.compile(r"\b(?:the|these|those|its|their)\s+\S+$|\d$", re.I)


@dataclass(frozen=True)
class _Pair:
    """A count out of a base, and the percentage that stands beside it.

    ``stated_by`` are the findings that state them, the percentage among them.
    """

    stated_by: tuple[Finding, ...]
    share: Finding
    printed: Printed
    count: int
    total: int


def find(evidence: Evidence) -> Iterator[Problem]:
    """A percentage beside a count, both of one base."""
    pairs = [*_pairs(evidence), *_of_numbers_before(evidence)]
    wrong = [pair for pair in pairs if not _agrees(pair)]
    rounds = bool(wrong) and is_rounded(evidence)
    for pair in wrong:
        cut_off = not rounds and pair.printed.is_cut_off(percent(pair.count, pair.total))
        yield _problem(pair, cut_off)


def _agrees(pair: _Pair) -> bool:
    return pair.printed.prints(percent(pair.count, pair.total))


def _pairs(evidence: Evidence) -> Iterator[_Pair]:
    for sentence in evidence.stating_sentences:
        known = set()
        for one, other in sentence.neighbours():
            for counted, share in ((one, other), (other, one)):
                pair = _beside(sentence, one, other, counted, share)
                if pair is not None:
                    known.add(share.finding_id)
                    yield pair
        for share in sentence.findings:
            pair = None if share.finding_id in known else _own_count(sentence, share)
            if pair is not None:
                yield pair


def _of_numbers_before(evidence: Evidence) -> Iterator[_Pair]:
    """ "Of this number: 125 (26.8%) …": the base stands before the list or the sentence."""
    for part in (*parts_of_lists(evidence), *parts_of_these(evidence)):
        printed, total = printed_share(part.share), part.total.numerator
        if printed is not None and total and not part.share.denominator and part.count <= total:
            yield _Pair((part.total, part.share), part.share, printed, part.count, total)


def _own_count(sentence: SentenceFindings, share: Finding) -> _Pair | None:
    """ "435 (65%) of the 730": the percentage knows the base, the count stands before it."""
    printed, total, before = printed_share(share), share.denominator, sentence.before(share)
    if printed is None or not total or "(" not in before:
        return None
    match = _COUNT_BEFORE.search(before)
    if match is None or not is_base(sentence.text, total):
        return None
    count = share.numerator or count_of(match["count"]) or 0
    return _Pair((share,), share, printed, count, total) if count <= total else None


def _beside(
    sentence: SentenceFindings, one: Finding, other: Finding, counted: Finding, share: Finding
) -> _Pair | None:
    """ "21 of the 34 cases (62%)" or "62% (21 of 34)": the count knows the base."""
    printed, count, total = printed_share(share), counted.numerator, counted.denominator
    if printed is None or counted.kind != "ratio" or count is None or not total or count > total:
        return None
    exact = counted.low == counted.high  # not "more than 21 of the 34"
    if not exact or _is_figurative(counted, total) or not is_base(sentence.text, total):
        return None
    if not _OPENS.fullmatch(sentence.between(one, other)):
        return None
    closed = _CLOSES.match(sentence.after(other))
    return _Pair((counted, share), share, printed, count, total) if closed else None


def _is_figurative(counted: Finding, total: int) -> bool:
    """Whether a ratio is a way of speaking: "four out of five", but not "four of the five"."""
    return total <= MOST_FIGURATIVE and not _THE_BASE.search(counted.text)


def _problem(pair: _Pair, cut_off: bool) -> Problem:
    how = "; it was cut off and not rounded" if cut_off else ""
    true = in_figures(percent(pair.count, pair.total), 2)
    return problem(
        CHECK.code,
        "warning" if cut_off else "error",
        f"{pair.count} of {pair.total} is {true}%, not {pair.printed}%{how}.",
        [at_finding(one) for one in pair.stated_by],
        criterion=pair.share.criterion,
    )


_IN_CARE = "At 31 March, 178 children were being looked after by the local authority."
_EARLIER = "This is an increase from 160 children a year before."

CHECK = Check(
    code="count_and_share",
    find=find,
    severities={"error": "", "warning": "where digits may have been cut off"},
    certainty=Certainty.ARITHMETIC,
    order=2,
    sees="“21 of the 34 (71%)”: a count and a percentage side by side that disagree; also "
    "“267 (47%)” in a list or sentence that is said to be “of this number”, or “of these”",
    cannot_see="the two in different sentences; items that leave somebody out (“excluding …”)",
    examples=(
        Example(
            "A visit had been made in 21 of the 34 cases where one was needed (71%).",
            says="21 of 34 is 61.76%, not 71%.",
        ),
        Example(
            "At the time, 187 children were known to it, of whom 21 (17.2%) were cared for.",
            says="21 of 187 is 11.23%, not 17.2%.",
        ),
        Example(
            "At the time of the inspection, 137 out of 398 (38%) of all looked after children "
            "lived elsewhere.",
            says="137 of 398 is 34.42%, not 38%.",
        ),
        Example(
            "It has achieved change with 435 (65%) of the 730 families worked with.",
            says="435 of 730 is 59.59%, not 65%.",
        ),
        Example(
            "Of 78 in this cohort, 69 (82%) are in education.",
            says="69 of 78 is 88.46%, not 82%.",
        ),
        Example("It was late in 55% (10 of the 20).", says="10 of 20 is 50%, not 55%."),
        Example(
            "306 live with foster families, of whom 84 (27.4%) live elsewhere.",
            says="84 of 306 is 27.45%, not 27.4%; it was cut off and not rounded.",
            severity="warning",
        ),
        Example(  # 21 of 34 is 61.76: this report rounds
            "306 live with foster families, of whom 84 (27.4%) live elsewhere.\n"
            "In 62% of the 34 cases it was late.",
            says="84 of 306 is 27.45%, not 27.4%.",
        ),
        Example(
            f"{_IN_CARE} {_EARLIER} Of this number:\n• 62 (37%) live elsewhere",
            says="62 of 178 is 34.83%, not 37%.",
        ),
        Example(
            f"• {_IN_CARE} Of this (or these) number:\n• 62 (or 37%) live elsewhere",
            says="62 of 178 is 34.83%, not 37%.",
        ),
        Example(
            f"• {_IN_CARE}\nOf these children:\n• 9 are alone\n• 62 (or 37%) live elsewhere",
            says="62 of 178 is 34.83%, not 37%.",
        ),
        Example(
            f"• {_IN_CARE} {_EARLIER}\n• Of this number, 62 (or 37%) live elsewhere",
            says="62 of 178 is 34.83%, not 37%.",
        ),
        Example(
            "We met 118 people. Of these, 91 (46%) were adults.",
            says="91 of 118 is 77.12%, not 46%.",
        ),
    ),
    traps=(
        "A visit had been made in 21 of the 34 cases where one was needed (62%).",
        "Four out of five cases had been well screened (79%).",  # a way of speaking
        "In 21 of the 34 cases it was late; most of them (71%) were new.",
        "It was late in more than 21 of the 34 cases (71%).",
        "It was late in 21 of the 34 cases, and 71% were new.",
        "It was 188 (or 21.1%) of them.",
        f"{_IN_CARE} Of this number:\n• 62 (35%) live elsewhere",
        f"{_IN_CARE} Of this number:\n• 62 (37%) live elsewhere (excluding those adopted)",
        f"{_IN_CARE} Of this number:\n• 620 (37%) live elsewhere",  # of another number, then
        f"{_IN_CARE} There were:\n• 62 (37%) live elsewhere",
        f"{_IN_CARE} Of this number:\n• 9 are alone\nElsewhere,\n• 62 (37%) live alone",
        "Of this number:\n• 62 (37%) live elsewhere",
        "We met 118 people. Of these, 91 (77%) were adults.",
        "We met 118 people, of whom 21 had a job. Of these, five (23.8%) were adults.",
        "We met 118 people. They were glad. Of these, 91 (46%) were adults.",
        "We met 118 people and 30 families. Of these, 91 (46%) were adults.",
        "We met 118 people. In 46% of cases, 91 of these were adults.",
    ),
)
