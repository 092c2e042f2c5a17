"""A figure of a summary that no figure of the chapter it sums up agrees with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractor.checks.check_model import Check, at_finding, problem
from extractor.checks.check_sentences import Sentence, sentences
from extractor.checks.check_words import Rarity, stems
from extractor.language.similarity import tversky
from schemas.document import Section
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.problem import Problem
from schemas.report import Report

_SHORT = re.compile(r"\bsummary\b|\bkey (?:strength|area)|\bareas? for improvement\b", re.I)
_TITLE_ALIKE = 0.8
_ALIKE = 0.35  # wording of a summary and what it sums up
_CLEAR = 0.1  # more alike than anything else in the chapter
_WEIGHT = 8.0  # of the words in common, in bits
_NEAR = 0.7  # of the best likeness: others that may be what is summed up
_SLACK = 1e-6
Interval = tuple[float, float]


@dataclass(frozen=True)
class _Telling:
    """A share, the text near it, and the chapter that it is told in or sums up."""

    finding: Finding
    near: str
    short: bool
    chapter: str | None
    interval: Interval

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text near it, of who is counted and of what is said of them."""
        said = f"{self.finding.population or ''} {self.finding.predicate or ''}"
        return stems(self.near) | stems(said)


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Shares under a summary's heading for a chapter, held against those of the chapter."""
    outline = _Outline(report.sections)
    if not outline.has_summary:
        return
    told = [one for one in sentences(report) if one.block.kind != "row"]
    mentions = [telling for one in told for telling in _tellings(one, outline)]
    summaries = [one for one in mentions if one.short and one.chapter]
    if not summaries:
        return
    rarity = Rarity(one.text for one in told)
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
        """Whether a section tells in short, and its chapter."""
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


def _tellings(sentence: Sentence, outline: _Outline) -> Iterator[_Telling]:
    """The exact shares of a sentence, each with the words nearer to it than to the others."""
    ends = [sentence.start, *(one.end for one in sentence.findings)]
    starts = [*(one.start for one in sentence.findings[1:]), sentence.start + len(sentence.text)]
    for finding, left, right in zip(sentence.findings, ends, starts, strict=False):
        interval = _interval(finding)
        if interval is None or finding.context == "score":
            continue
        short, chapter = outline.place(finding.section_id)
        yield _Telling(finding, sentence.block.text[left:right], short, chapter, interval)


def _interval(finding: Finding) -> Interval | None:
    """What a share or a universal allows; "all but two" is anything above half, and not all."""
    if finding.kind == "complement" and finding.low is None:
        return 50.0, 99.9
    exact = finding.kind not in ("vague", "count") or finding.value in (0, 100)
    if not exact or finding.low is None or finding.high is None:
        return None
    return finding.low, finding.high


def _contradicted(summary: _Telling, body: list[_Telling], rarity: Rarity) -> Finding | None:
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
    fits = [interval for one in near for interval in (one.interval, _rest(one.interval))]
    agrees = any(_overlap(summary.interval, one) for one in (*fits, *_sums(meant, body)))
    return None if agrees else meant.finding


def _rest(interval: Interval) -> Interval:
    return 100 - interval[1], 100 - interval[0]


def _sums(meant: _Telling, body: list[_Telling]) -> Iterator[Interval]:
    """The share with the one before and the one behind it: some and good progress together."""
    mates = [one for one in body if one.finding.block_id == meant.finding.block_id]
    for one, other in pairwise(mates):
        if meant in (one, other):
            yield one.interval[0] + other.interval[0], one.interval[1] + other.interval[1]


def _likeness(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    shared, rest, other_rest = map(rarity.weight, (one & other, one - other, other - one))
    return tversky(shared, rest, other_rest)


def _overlap(one: Interval, other: Interval) -> bool:
    return min(one[1], other[1]) >= max(one[0], other[0]) - _SLACK


def _problem(summary: Finding, meant: Finding) -> Problem:
    return problem(
        CHECK.code,
        "warning",
        f"The summary says “{summary.text}” on page {summary.page}, its chapter “{meant.text}” on "
        f"page {meant.page}.",
        [at_finding(summary), at_finding(meant)],
        criterion=meant.criterion,
    )


CHECK = Check("summary_and_body", find)
