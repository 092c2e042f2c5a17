"""A count of a base given together with a percentage, where the two disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.arithmetic.stated_bases import is_base, is_rounded
from extractor.checks.check_model import Check, at_finding, problem
from extractor.checks.check_sentences import Sentence, printed_share, sentences
from extractor.checks.restated.named_before import parts_of_lists, parts_of_these
from schemas.arithmetic import Printed, in_figures, percent
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

# "21 of the 34 cases where one was needed (71%)", "21 of the 34 cases, or 62%,": nothing between
# the two that begins another clause.
_OPENS = re.compile(r"[^().,;:]{0,80}\(\s*(?:or\s+|i\.e\.\s+)?|[^().,;:]{0,40},?\s+or\s+")
_CLOSES = re.compile(r"\s*(?:[^().,;:]{0,40}\)|[,.;]|$)")
_COUNT_BEFORE = re.compile(r"(?<![\d.,])(?P<count>\d{1,3}(?:,\d{3})+|\d+)\s*\(\s*(?:or\s+)?$")
_THE_BASE = re.compile(r"\b(?:the|these|those|its|their)\s+\S+$|\d$", re.I)
_FEW = 10  # "four out of five cases" is a way of speaking, "four of the five cases" is a count


@dataclass(frozen=True)
class _Pair:
    """A count out of a base, and the percentage that stands beside it.

    ``told`` are the findings that state them, the percentage among them.
    """

    told: tuple[Finding, ...]
    share: Finding
    printed: Printed
    count: int
    total: int


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """A percentage beside a count, both of one base."""
    pairs = [*_pairs(report), *_of_numbers_before(report)]
    wrong = [pair for pair in pairs if not _agrees(pair)]
    rounds = bool(wrong) and is_rounded(report)
    for pair in wrong:
        cut_off = not rounds and pair.printed.is_cut_off(percent(pair.count, pair.total))
        yield _problem(pair, cut_off)


def _agrees(pair: _Pair) -> bool:
    return pair.printed.prints(percent(pair.count, pair.total))


def _pairs(report: Report) -> Iterator[_Pair]:
    for sentence in sentences(report):
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


def _of_numbers_before(report: Report) -> Iterator[_Pair]:
    """ "Of this number: 125 (26.8%) …": the base stands before the list or the sentence."""
    for part in (*parts_of_lists(report), *parts_of_these(report)):
        printed, total = printed_share(part.share), part.total.numerator
        if printed is not None and total and not part.share.denominator and part.count <= total:
            yield _Pair((part.total, part.share), part.share, printed, part.count, total)


def _own_count(sentence: Sentence, share: Finding) -> _Pair | None:
    """ "435 (65%) of the 730": the percentage knows the base, the count stands before it."""
    printed, total, before = printed_share(share), share.denominator, sentence.before(share)
    if printed is None or not total or "(" not in before:
        return None
    match = _COUNT_BEFORE.search(before)
    if match is None or not is_base(sentence, total):
        return None
    count = share.numerator or int(match["count"].replace(",", ""))
    return _Pair((share,), share, printed, count, total) if count <= total else None


def _beside(
    sentence: Sentence, one: Finding, other: Finding, counted: Finding, share: Finding
) -> _Pair | None:
    """ "21 of the 34 cases (62%)" or "62% (21 of 34)": the count knows the base."""
    printed, count, total = printed_share(share), counted.numerator, counted.denominator
    if printed is None or counted.kind != "ratio" or count is None or not total or count > total:
        return None
    exact = counted.low == counted.high  # not "more than 21 of the 34"
    if not exact or _is_figurative(counted, total) or not is_base(sentence, total):
        return None
    if not _OPENS.fullmatch(sentence.between(one, other)):
        return None
    closed = _CLOSES.match(sentence.after(other))
    return _Pair((counted, share), share, printed, count, total) if closed else None


def _is_figurative(counted: Finding, total: int) -> bool:
    """Whether a small ratio is a way of speaking."""
    return total <= _FEW and not _THE_BASE.search(counted.text)


def _problem(pair: _Pair, cut_off: bool) -> Problem:
    how = "; it was cut off and not rounded" if cut_off else ""
    true = in_figures(percent(pair.count, pair.total), 2)
    return problem(
        CHECK.code,
        "warning" if cut_off else "error",
        f"{pair.count} of {pair.total} is {true}%, not {pair.printed}%{how}.",
        [at_finding(one) for one in pair.told],
        criterion=pair.share.criterion,
    )


CHECK = Check("count_and_share", find)
