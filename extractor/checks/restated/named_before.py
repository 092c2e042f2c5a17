"""Parts of a number that stands before them: "Of this number: 125 (26.8%) …", "Of these, 91 …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractor.checks.check_numerals import NUMBER, number
from extractor.checks.check_sentences import sentences
from schemas.document import Block
from schemas.finding import Finding
from schemas.report import Report

_POINTS_BACK = re.compile(
    r"\bof\s+(?:this|these|those)(?:\s+\(or\s+(?:this|these|those)\))?"
    r"(?:\s+(?:number|total|children|people|cases|individuals|families|staff))?\s*[:,]?\s*",
    re.I,
)
_GATE = re.compile(r"of\s+th(?:is|[eo]se)")  # over the text in lower case
_PART = re.compile(rf"(?:only\s+|just\s+)?(?P<count>{NUMBER})\s*\(\s*(?:or\s+)?", re.I)
_NARROWED = re.compile(r"\bexclud|\bnot\s+(?:including|counting)\b|\bapart\s+from\b", re.I)
# A sentence that holds the number against an earlier one.
_LOOKS_BACK = re.compile(r"(?:this|that)\s+(?:is|was)\b|compared\b", re.I)
_ITEMS = ("item", "paragraph")


@dataclass(frozen=True)
class Part:
    """A percentage behind its count, both of the number that the list is said to be of."""

    share: Finding
    count: int
    total: Finding


def parts_of_lists(report: Report) -> Iterator[Part]:
    """The items "n (p%)" of lists that point back to a number."""
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[finding.block_id].append(finding)
    total: Finding | None = None  # of the list that is open
    named: Finding | None = None  # the number named last
    for block in report.blocks:
        if block.kind not in _ITEMS:
            total = named = None
            continue
        own = findings[block.block_id]
        back = _GATE.search(block.text.lower())
        opening = back and _POINTS_BACK.match(block.text)
        if opening:
            total = named
        if total is not None and not _NARROWED.search(block.text):
            yield from _parts(block, opening.end() if opening else 0, own, total)
        if opening and opening.end() == len(block.text):
            continue
        named = _number_named(own) or named
        if total is not None and block.kind == "paragraph" and not opening:
            total = None
        ends = list(_POINTS_BACK.finditer(block.text)) if back else []
        if ends and ends[-1].end() == len(block.text):
            total = _number_named(own)


def parts_of_these(report: Report) -> Iterator[Part]:
    """ "118 were without work. Of these, 91 (46%) were over 19": sentences that point back."""
    for one, other in pairwise(sentences(report)):
        opening = _POINTS_BACK.match(other.text)
        if opening is None or one.block is not other.block or _NARROWED.search(other.text):
            continue
        between = other.block.text[one.start + len(one.text) : other.start]
        totals = [two for two in one.findings if two.numerator or two.denominator]
        alone = len({(two.numerator, two.denominator) for two in totals}) == 1
        if not between.strip() and alone and totals[0].denominator is None:
            start = other.start + opening.end()
            yield from _parts(other.block, start, other.findings, totals[0])


def _parts(block: Block, start: int, findings: list[Finding], total: Finding) -> Iterator[Part]:
    """The percentage at the head of an item, behind its count."""
    for share in findings:
        counted = _PART.fullmatch(block.text[start : share.start])
        count = number(counted["count"]) if counted else None
        if count is not None:
            yield Part(share, count, total)


def _number_named(findings: list[Finding]) -> Finding | None:
    """The first count of the last sentence that tells one, and compares it with none."""
    found: Finding | None = None
    for one in findings:
        if one.kind != "count" or not one.numerator or _LOOKS_BACK.match(one.sentence):
            continue
        if found is None or found.sentence != one.sentence:
            found = one
    return found
