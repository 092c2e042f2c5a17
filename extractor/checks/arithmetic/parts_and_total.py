"""Parts spelled out in brackets that are more than the total they are parts of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence, SentenceFindings
from extractor.checks.problem_places import at_finding, problem
from schemas.finding import Finding
from schemas.problem import Problem

_OPENS = re.compile(r"\($")
_CLOSES = re.compile(r"\s*[\w’'-]*\s*[\w’'-]*\)")
_SPELLS_OUT = re.compile(r"^(?:Of\s+)?(?:these|they|this|those)\b", re.I)


def find(evidence: Evidence) -> Iterator[Problem]:
    """ "Only 18 cases … These included A (ten cases), B (two cases) and C (seven cases)"."""
    for one, other in pairwise(evidence.stating_sentences):
        if one.block is not other.block or not _SPELLS_OUT.match(other.text):
            continue
        parts = [part for part in other.findings if _is_part(other, part)]
        totals = [total for total in one.findings if _counts_the_same(total, parts)]
        if len(parts) > 1 and len(totals) == 1:
            yield from _problems(totals[0], parts)


def _is_part(sentence: SentenceFindings, part: Finding) -> bool:
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


_PROGRAMMES = "Only 18 cases in the sample included a programme."

CHECK = Check(
    code="parts_and_total",
    find=find,
    severities={"error": ""},
    certainty=Certainty.ARITHMETIC,
    order=9,
    sees="“18 cases … These included A (ten cases), B (two cases) and C (seven cases)”: parts "
    "spelled out in brackets that are more than their total",
    cannot_see="parts that are fewer, as a report need not name all",
    examples=(
        Example(
            f"{_PROGRAMMES} These included anger management (ten cases), thinking skills (two "
            "cases) and abuse (seven cases).",
            says="The parts are more than their total of 18: 10 + 2 + 7 = 19.",
        ),
    ),
    traps=(
        f"{_PROGRAMMES} These included anger management (ten cases) and thinking skills (two "
        "cases).",
        f"{_PROGRAMMES} Ten staff had delivered anger management (eleven cases) and abuse (nine "
        "cases).",
        f"{_PROGRAMMES} These included anger management (twelve sessions) and thinking skills "
        "(nine sessions).",
    ),
)
