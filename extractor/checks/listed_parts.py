"""Parts of a number that stands before them: "Of this number: 125 (26.8%) …", "Of these, 91 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.checks.evidence import Evidence
from extractor.checks.printed_counts import COUNT, count_of
from extractor.language.prefilter import compiled
from schemas.document import Block
from schemas.finding import Finding

_POINTS_BACK = compiled(
    r"\bof\s+(?:this|these|those)(?:\s+\(or\s+(?:this|these|those)\))?"
    r"(?:\s+(?:number|total|children|people|cases|individuals|families|staff))?\s*[:,]?\s*",
    re.I,
)
_PART = re.compile(rf"(?:only\s+|just\s+)?(?P<count>{COUNT})\s*\(\s*(?:or\s+)?", re.I)
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


def parts_of_lists(evidence: Evidence) -> Iterator[Part]:
    """The items "n (p%)" of lists that point back to a number."""
    total: Finding | None = None  # of the list that is open
    named: Finding | None = None  # the number named last
    for block in evidence.report.blocks:
        if block.kind not in _ITEMS:
            total = named = None
            continue
        own = evidence.findings_in(block)
        head, at_end = _pointing_back(block.text)
        if head:
            total = named
        if total is not None and not _NARROWED.search(block.text):
            yield from _parts(block, head, own, total)
        if head == len(block.text):
            continue
        named = _number_named(own) or named
        if at_end:
            total = _number_named(own)
        elif block.kind == "paragraph" and not head:
            total = None


def _pointing_back(text: str) -> tuple[int, bool]:
    """How many characters at a text's head point back, 0 for none; whether its end does."""
    places = [match.span() for match in _POINTS_BACK.finditer(text)]
    if not places:
        return 0, False
    head = places[0][1] if places[0][0] == 0 else 0
    return head, places[-1][1] == len(text)


def parts_of_these(evidence: Evidence) -> Iterator[Part]:
    """ "118 were without work. Of these, 91 (46%) were over 19": sentences that point back."""
    for sentence, following in pairwise(evidence.stating_sentences):
        opening = _POINTS_BACK.match(following.text)
        if opening is None or sentence.block is not following.block:
            continue
        between = following.block.text[sentence.end : following.start]
        if between.strip() or _NARROWED.search(following.text):
            continue
        totals = [finding for finding in sentence.findings if _counts(finding) != (None, None)]
        if len(set(map(_counts, totals))) == 1 and totals[0].denominator is None:
            start = following.start + opening.end()
            yield from _parts(following.block, start, following.findings, totals[0])


def _counts(finding: Finding) -> tuple[int | None, int | None]:
    return finding.numerator or None, finding.denominator or None


def _parts(block: Block, start: int, findings: Sequence[Finding], total: Finding) -> Iterator[Part]:
    """The percentage at the head of an item, behind its count."""
    for share in findings:
        counted = _PART.fullmatch(block.text[start : share.start])
        count = count_of(counted["count"]) if counted else None
        if count is not None:
            yield Part(share, count, total)


def _number_named(findings: Sequence[Finding]) -> Finding | None:
    """The first count of the last sentence that has one, and compares it with none."""
    found: Finding | None = None
    for one in findings:
        if one.kind != "count" or not one.numerator or _LOOKS_BACK.match(one.sentence):
            continue
        if found is None or found.sentence != one.sentence:
            found = one
    return found
