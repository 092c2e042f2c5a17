"""Sentences with their findings, as checks look at them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from schemas.arithmetic import HUNDRED, Printed
from schemas.checks.model import Place, at_text
from schemas.document import Block
from schemas.finding import Finding
from schemas.report import Report

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SAME = 1e-6
_RUNNING = ("paragraph", "item", "quote")
_SENTENCE_END = re.compile(r"[.!?](?P<gap>[⁰¹²³⁴-⁹]*\s+)(?=[A-Z0-9“‘\"'(])")


@dataclass
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


def sentences(report: Report) -> list[Sentence]:
    """Every sentence that has a finding, in reading order."""
    blocks = {block.block_id: block for block in report.blocks}
    found: dict[tuple[str, int], Sentence] = {}
    for finding in report.findings:
        block = blocks[finding.block_id]
        start = block.text.rfind(finding.sentence, 0, finding.start + len(finding.sentence))
        key = (block.block_id, max(start, 0))
        told = found.setdefault(key, Sentence(block, key[1], finding.sentence))
        told.findings.append(finding)
    for told in found.values():
        told.findings.sort(key=lambda one: one.start)
    return list(found.values())


def every_sentence(report: Report) -> list[Sentence]:
    """The sentences of all running text, with and without findings, in reading order."""
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[finding.block_id].append(finding)
    return [
        Sentence(block, start, block.text[start:end], _within(findings[block.block_id], start, end))
        for block in report.blocks
        if block.kind in _RUNNING
        for start, end in _spans(block.text)
    ]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end: a full stop, and a capital or a digit behind a space."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.start("gap")
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _within(findings: list[Finding], start: int, end: int) -> list[Finding]:
    return sorted((one for one in findings if start <= one.start < end), key=lambda one: one.start)


def printed_share(finding: Finding) -> Printed | None:
    """The percentage exactly as printed; None for ranges, changes, words and inexact modifiers."""
    if finding.kind != "percentage" or finding.change or finding.value is None:
        return None
    figures = _FIGURE.findall(finding.text)
    if len(figures) != 1:
        return None
    share = Printed.of(figures[0])
    low, high = max(share.low, Fraction(0)), share.high
    ends = (high, min(high, HUNDRED))
    return (
        share if _near(finding.low, low) and any(_near(finding.high, end) for end in ends) else None
    )


def _near(one: float | None, other: Fraction) -> bool:
    return one is not None and abs(one - float(other)) < _SAME
