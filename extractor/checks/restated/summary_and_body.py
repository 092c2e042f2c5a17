"""A figure of a summary that no figure of the chapter it sums up agrees with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.content_words import Rarity, stems
from extractor.checks.evidence import Evidence, SentenceFindings
from extractor.checks.printed_shares import allowed, together
from extractor.checks.problem_places import at_finding, problem
from extractor.language.similarity import tversky
from schemas.document import Section
from schemas.finding import Finding
from schemas.interval import Interval
from schemas.plain import plain_words
from schemas.problem import Problem

_SHORT = re.compile(r"\bsummary\b|\bkey (?:strength|area)|\bareas? for improvement\b", re.I)
# What is said of "nothing" holds for 20% less and 20% more, over 141 reports: no published one has
# such a problem, and the samples have the three that were put into them.
_TITLE_ALIKE = 0.8  # share of the words of both titles that they have in common; nothing
_ALIKE = 0.35  # likeness of a summary and what it sums up; at 0.42 two of the three are lost
_CLEAR = 0.1  # likeness above that of anything else in the chapter; nothing
_WEIGHT = 8.0  # bits: of the words in common, those of two rare ones; nothing
_NEAR = 0.7  # of the best likeness: others that may be summed up; at 0.56 one of the three is lost
_ALL_BUT_SOME = Interval(50.0, 99.9)  # percent: “all but two” of an unknown number


@dataclass(frozen=True)
class _Mention:
    """A share, the text near it, and the chapter in which it stands or which it sums up."""

    finding: Finding
    near: str
    short: bool
    chapter: str | None
    interval: Interval

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text near it, of who is counted and of what is said of them."""
        claim = f"{self.finding.population or ''} {self.finding.predicate or ''}"
        return stems(self.near) | stems(claim)


def find(evidence: Evidence) -> Iterator[Problem]:
    """Shares under a summary's heading for a chapter, held against those of the chapter."""
    outline = _Outline(evidence.report.sections)
    if not outline.has_summary:
        return
    stating = [one for one in evidence.stating_sentences if one.block.kind != "row"]
    mentions = [mention for one in stating for mention in _mentions(one, outline)]
    summaries = [one for one in mentions if one.short and one.chapter]
    if not summaries:
        return
    rarity = Rarity(one.text for one in stating)
    for summary in summaries:
        body = [one for one in mentions if not one.short and one.chapter == summary.chapter]
        other = _contradicted(summary, body, rarity)
        if other is not None:
            yield _problem(summary.finding, other)


class _Outline:
    """Which chapter each section belongs to or sums up."""

    def __init__(self, sections: list[Section]) -> None:
        self._sections = {one.section_id: one for one in sections}
        self._tops = [
            (one.section_id, set(plain_words(one.title).split()))
            for one in sections
            if one.parent_id is None
        ]
        self.has_summary = any(_SHORT.search(one.title) for one in sections)
        self._known: dict[str | None, tuple[bool, str | None]] = {}

    def place(self, section_id: str | None) -> tuple[bool, str | None]:
        """Whether a section sums up, and its chapter."""
        if section_id not in self._known:
            chain = self.chain(section_id)
            short = any(_SHORT.search(one.title) for one in chain)
            self._known[section_id] = short, self.chapter(chain)
        return self._known[section_id]

    def chain(self, section_id: str | None) -> list[Section]:
        """The section and those above it, up to the top."""
        found = []
        while section_id is not None:
            found.append(self._sections[section_id])
            section_id = self._sections[section_id].parent_id
        return found

    def chapter(self, chain: list[Section]) -> str | None:
        """The top section; for a heading in a summary, the top section that is called alike."""
        if not chain:
            return None
        if not _SHORT.search(chain[-1].title):
            return chain[-1].section_id
        called = (self._called(one.title) for one in chain[:-1])
        return next((one for one in called if one is not None), None)

    def _called(self, title: str) -> str | None:
        words = set(plain_words(title).split())
        for section_id, others in self._tops:
            if words and len(words & others) >= _TITLE_ALIKE * len(words | others):
                return section_id
        return None


def _mentions(sentence: SentenceFindings, outline: _Outline) -> Iterator[_Mention]:
    """The exact shares of a sentence, each with the words nearer to it than to the others."""
    ends = [sentence.start, *(one.end for one in sentence.findings)]
    starts = [*(one.start for one in sentence.findings[1:]), sentence.end]
    for finding, left, right in zip(sentence.findings, ends, starts, strict=False):
        interval = _interval(finding)
        if interval is None or finding.context == "score":
            continue
        short, chapter = outline.place(finding.section_id)
        yield _Mention(finding, sentence.block.text[left:right], short, chapter, interval)


def _interval(finding: Finding) -> Interval | None:
    """What a share or a universal allows; "all but two" is anything above half, and not all."""
    if finding.kind == "complement" and finding.low is None:
        return _ALL_BUT_SOME
    exact = finding.kind not in ("vague", "count") or finding.value in (0, 100)
    return allowed(finding) if exact else None


def _contradicted(summary: _Mention, body: list[_Mention], rarity: Rarity) -> Finding | None:
    """What the summary must mean, if nothing in the chapter that it can mean agrees with it."""
    alike = [_likeness(summary.words, one.words, rarity) for one in body]
    best = max(alike, default=0.0)
    if best < _ALIKE:
        return None
    meant = body[alike.index(best)]
    elsewhere = (
        likeness
        for likeness, one in zip(alike, body, strict=True)
        if one.finding.block_id != meant.finding.block_id
    )
    if best - max(elsewhere, default=0.0) < _CLEAR:
        return None
    if rarity.weight(summary.words & meant.words) < _WEIGHT:
        return None
    if summary.finding.kind == "vague" and meant.finding.kind != "complement":
        return None  # all and none are said of many things
    near = [one for likeness, one in zip(alike, body, strict=True) if likeness >= _NEAR * best]
    fits = [interval for one in near for interval in (one.interval, one.interval.complement())]
    agrees = any(map(summary.interval.overlaps, (*fits, *_sums(meant, body))))
    return None if agrees else meant.finding


def _sums(meant: _Mention, body: list[_Mention]) -> Iterator[Interval]:
    """The share with the one before and the one behind it: some and good progress together."""
    mates = [one for one in body if one.finding.block_id == meant.finding.block_id]
    for one, other in pairwise(mates):
        if meant in (one, other):
            yield together(one.interval, other.interval)


def _likeness(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    shared, rest, other_rest = map(rarity.weight, (one & other, one - other, other - one))
    return tversky(shared, rest, other_rest)


def _problem(summary: Finding, meant: Finding) -> Problem:
    return problem(
        CHECK.code,
        "warning",
        f"The summary says “{summary.text}” on page {summary.page}, its chapter “{meant.text}” on "
        f"page {meant.page}.",
        [at_finding(summary), at_finding(meant)],
        criterion=meant.criterion,
    )


_CHILDREN = "Not enough attention was paid to the safety of children in {} of the cases."
_KEEPING = "Too little attention had been paid to keeping children safe in {} of relevant cases."
_REPORT = f"""
    # Summary
    This is what we found.
    ## Protecting the public
    {_CHILDREN.format("two-fifths")}
    # Assisting sentencing
    Reports were clear in 80% of cases.
    Proposals were followed by the courts in 90% of hearings.
    # Protecting the public
    Home visits had been repeated where needed in 45% of cases.
    Curfews were monitored by the contractor in 92% of orders.
"""

CHECK = Check(
    code="summary_and_body",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.LIKENESS,
    order=4,
    sees="a share under a summary's heading for a chapter that no share in like words in that "
    "chapter, nor its rest, nor a sum with its neighbour, agrees with",
    cannot_see="summaries without a heading for each chapter",
    examples=(
        Example(
            _REPORT + _KEEPING.format("one-quarter"),
            says="The summary says “two-fifths” on page 4, its chapter “one-quarter” on page 11.",
        ),
    ),
    traps=(
        _REPORT + _KEEPING.format("41%"),
        _REPORT + _KEEPING.format("60%"),  # perhaps the rest of it
        f"{_REPORT}{_KEEPING.format('25%')} In 16% it had been paid too late.",  # a sum
        f"{_REPORT}Staff knew whom to call in 70% of cases.",
        f"# Protecting the public\n{_CHILDREN.format('two-fifths')}\n# Other\n"
        f"{_KEEPING.format('one-quarter')}",
    ),
)
