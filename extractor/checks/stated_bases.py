"""Percentages with the base that their sentence states, and how a report makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.evidence import Evidence
from extractor.checks.printed_counts import DIGITS
from extractor.checks.printed_shares import printed_share
from schemas.arithmetic import Printed, is_possible, is_possible_cut_off, power
from schemas.finding import Finding

# A number that measures time, or is an end of a range or of an age, is no base.
_NO_BASE_AFTER = re.compile(
    r"\s*(?:[-–—%]|(?:to|and)\s+\d|(?:week|month|day|hour|year|minute)(?:s|ly)?\b)", re.I
)
_NUMBER = re.compile(rf"(?<![\d.,])(?:{DIGITS})(?!\d|[.,]\d)")
_NO_BASE_BEFORE = re.compile(r"[-–—]\s*$|[.,]$|\b(?:to|aged?|Section|Outcome)\s*$", re.I)

# "Four out of five" is a way of speaking, and so may be any ratio of ten at most: 8 or 12 would
# judge no ratio of 141 reports otherwise.
MOST_FIGURATIVE = 10

_SAMPLE = re.compile(r"(?:all )?(?:the |our )?(?:cases (?:in|of) )?(?:the |our )sample", re.I)


@dataclass(frozen=True)
class Based:
    """A percentage as printed, and the number that it is a share of."""

    finding: Finding
    share: Printed
    total: int

    @property
    def has_power(self) -> bool:
        """Whether there are shares that the total cannot give."""
        return power(self.share, self.total) > 0


def shares_with_base(evidence: Evidence) -> Iterator[Based]:
    """Every exact percentage whose base is stated."""
    for sentence in evidence.stating_sentences:
        for finding in sentence.findings:
            share, total = printed_share(finding), finding.denominator
            if share is not None and total and is_base(sentence.text, total):
                yield Based(finding, share, total)
            elif share is not None and not total and _is_of_sample(finding):
                sample = evidence.report.metadata.sample_size
                if sample:
                    yield Based(finding, share, sample)


def _is_of_sample(finding: Finding) -> bool:
    """Whether it is a share of the inspected cases, all of them."""
    return bool(_SAMPLE.fullmatch(finding.population or "")) and finding.context != "comparison"


def is_base(sentence: str, total: int) -> bool:
    """Whether the number stands in the sentence as a count of something."""
    printed = (str(total), f"{total:,}")
    places = [one for one in _NUMBER.finditer(sentence) if one.group() in printed]
    if not places:
        return True  # in words, or sentences away
    return any(
        not _NO_BASE_AFTER.match(sentence[place.end() :])
        and not _NO_BASE_BEFORE.search(sentence[: place.start()])
        for place in places
    )


def is_rounded(evidence: Evidence) -> bool:
    """Whether a report has a percentage that only rounding gives, and not cutting off digits."""
    return any(
        is_possible(one.share, one.total) and not is_possible_cut_off(one.share, one.total)
        for one in shares_with_base(evidence)
    )
