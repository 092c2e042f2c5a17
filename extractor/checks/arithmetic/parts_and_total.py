"""Parts spelled out in brackets that are more than the total they are parts of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Check, at_finding, problem
from extractor.checks.check_sentences import Sentence, sentences
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_OPENS = re.compile(r"\($")
_CLOSES = re.compile(r"\s*[\w’'-]*\s*[\w’'-]*\)")
_SPELLS_OUT = re.compile(r"^(?:Of\s+)?(?:these|they|this|those)\b", re.I)


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """ "Only 18 cases … These included A (ten cases), B (two cases) and C (seven cases)"."""
    for one, other in pairwise(sentences(report)):
        if one.block is not other.block or not _SPELLS_OUT.match(other.text):
            continue
        parts = [part for part in other.findings if _is_part(other, part)]
        totals = [total for total in one.findings if _counts_the_same(total, parts)]
        if len(parts) > 1 and len(totals) == 1:
            yield from _problems(totals[0], parts)


def _is_part(sentence: Sentence, part: Finding) -> bool:
    """Whether it is a count that stands in brackets alone."""
    if part.kind != "count" or part.numerator is None:
        return False
    opened = _OPENS.search(sentence.before(part))
    return bool(opened and _CLOSES.match(sentence.after(part)))


def _counts_the_same(total: Finding, parts: list[Finding]) -> bool:
    counted = {part.population for part in parts}
    return total.kind == "count" and counted == {total.population} != {None}


def _problems(total: Finding, parts: list[Finding]) -> Iterator[Problem]:
    counts = [part.numerator or 0 for part in parts]
    if total.numerator is None or sum(counts) <= total.numerator:
        return
    sums = " + ".join(map(str, counts))
    yield problem(
        CHECK.code,
        "error",
        f"The parts are more than their total of {total.numerator}: {sums} = {sum(counts)}.",
        [at_finding(one) for one in (total, *parts)],
        criterion=total.criterion,
    )


CHECK = Check("parts_and_total", find)
