"""Sentences with their findings, as checks look at them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from extractor.checks.check_model import Place, at_text
from schemas.arithmetic import HUNDRED, Printed
from schemas.document import Block
from schemas.finding import Finding
from schemas.report import Report

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SAME = 1e-6
_RUNNING = ("paragraph", "item", "quote")
_GAP = r"(?P<gap>[⁰¹²³⁴-⁹]*\s+)(?=[A-Z0-9“‘\"'(])"
_FULL_STOP, _SENTENCE_END = re.compile(rf"\.{_GAP}"), re.compile(rf"[.!?]{_GAP}")


@dataclass(slots=True)
class Sentence:
    """A sentence of a block and the findings in it, in the order of their places."""

    block: Block
    start: int  # offset in the block's text
    text: str
    findings: list[Finding] = field(default_factory=list)

    def between(self, one: Finding, other: Finding) -> str:
        """The text from the end of one finding to the start of a later one."""
        return self.block.text[one.end : other.start]

    def before(self, finding: Finding) -> str:
        return self.block.text[self.start : finding.start]

    def after(self, finding: Finding) -> str:
        return self.block.text[finding.end : self.start + len(self.text)]

    def place(self, report_id: str) -> Place:
        """Where the sentence stands."""
        end = self.start + len(self.text)
        return at_text(report_id, self.block, self.start, end)

    def neighbours(self) -> Iterator[tuple[Finding, Finding]]:
        """Each finding with the next."""
        return pairwise(self.findings)


_Kept = dict[Callable[[Report], list[Sentence]], list[Sentence]]
_KEPT: ContextVar[tuple[Report, _Kept] | None] = ContextVar("sentences that are kept", default=None)


@contextmanager
def sentences_kept(report: Report) -> Iterator[None]:
    """While many checks look at one report, which nobody changes, it is split only once."""
    token = _KEPT.set((report, {}))
    try:
        yield
    finally:
        _KEPT.reset(token)


def _once(split: Callable[[Report], list[Sentence]], report: Report) -> list[Sentence]:
    kept = _KEPT.get()
    if kept is None or kept[0] is not report:
        return split(report)
    if split not in kept[1]:
        kept[1][split] = split(report)
    return kept[1][split]


def sentences(report: Report) -> list[Sentence]:
    """Every sentence that has a finding, in reading order."""
    return _once(_told, report)


def every_sentence(report: Report) -> list[Sentence]:
    """The sentences of all running text, with and without findings, in reading order."""
    return _once(_running, report)


def _told(report: Report) -> list[Sentence]:
    blocks = {block.block_id: block for block in report.blocks}
    found: dict[tuple[str, int], Sentence] = {}
    for finding in report.findings:
        block = blocks[finding.block_id]
        start = block.text.rfind(finding.sentence, 0, finding.start + len(finding.sentence))
        key = (block.block_id, max(start, 0))
        told = found.setdefault(key, Sentence(block, key[1], finding.sentence))
        told.findings.append(finding)
    for told in found.values():
        told.findings.sort(key=attrgetter("start"))
    return list(found.values())


def _running(report: Report) -> list[Sentence]:
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[finding.block_id].append(finding)
    for own in findings.values():
        own.sort(key=attrgetter("start"))
    return [
        Sentence(block, start, block.text[start:end], _within(own, start, end))
        for block in report.blocks
        if block.kind in _RUNNING
        for own in (findings.get(block.block_id, []),)
        for start, end in _spans(block.text)
    ]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end: a full stop, and a capital or a digit behind a space."""
    start = 0
    # One given character is found several times as fast as one of three.
    ends = _SENTENCE_END if "?" in text or "!" in text else _FULL_STOP
    for match in ends.finditer(text):
        yield start, match.start("gap")
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _within(findings: list[Finding], start: int, end: int) -> list[Finding]:
    return [one for one in findings if start <= one.start < end] if findings else []


def printed_share(finding: Finding) -> Printed | None:
    """The percentage exactly as printed; None for ranges, changes, words and inexact modifiers."""
    if finding.kind != "percentage" or finding.change or finding.value is None:
        return None
    return _share_of(finding.text, finding.low, finding.high)


@lru_cache(maxsize=1_000)  # every check asks for it anew
def _share_of(text: str, low: float | None, high: float | None) -> Printed | None:
    figures = _FIGURE.findall(text)
    if len(figures) != 1:
        return None
    share = Printed.of(figures[0])
    least, most = max(share.low, Fraction(0)), share.high
    ends = (most, min(most, HUNDRED))
    return share if _near(low, least) and any(_near(high, end) for end in ends) else None


def _near(one: float | None, other: Fraction) -> bool:
    return one is not None and abs(one - float(other)) < _SAME
