"""What checks look at: a report, its framework, and its sentences with their findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from extractor.assembly.sentences import Sentence, Sentences
from extractor.checks.problem_places import Place, at_text
from schemas.document import Block
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.report import Report

_RUNNING = ("paragraph", "item", "quote")
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class SentenceFindings:
    """A sentence, or a whole row of a table, with its findings in the order of their places."""

    sentence: Sentence
    findings: Sequence[Finding]

    @property
    def block(self) -> Block:
        return self.sentence.block

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end

    @property
    def text(self) -> str:
        return self.sentence.text

    def between(self, finding: Finding, later: Finding) -> str:
        """The text from the end of one finding to the start of a later one."""
        return self.block.text[finding.end : later.start]

    def before(self, finding: Finding) -> str:
        """The sentence's text up to a finding."""
        return self.block.text[self.start : finding.start]

    def after(self, finding: Finding) -> str:
        """The sentence's text behind a finding."""
        return self.block.text[finding.end : self.end]

    def place(self, report_id: str) -> Place:
        """Where the sentence stands."""
        return at_text(report_id, self.block, self.start, self.end)

    def neighbours(self) -> Iterator[tuple[Finding, Finding]]:
        """Each finding with the next."""
        return pairwise(self.findings)


class Evidence:
    """One report for all its checks, none of which changes it: what it holds is worked out once.

    Args:
        report: with its findings, ratings and restatements.
        framework: the report's family; None where it has none.
        sentences: those of the report's blocks where they are parted already.
    """

    def __init__(
        self, report: Report, framework: Framework | None = None, sentences: Sentences | None = None
    ) -> None:
        self.report, self.framework = report, framework
        self._sentences = sentences or Sentences(report.blocks)
        self._parted: dict[str, list[SentenceFindings]] = {}

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """The report's blocks by their id."""
        return {block.block_id: block for block in self.report.blocks}

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        """Findings by their block, each block's in the order of their places."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.report.findings:
            found[finding.block_id].append(finding)
        for own in found.values():
            own.sort(key=_start)
        return dict(found)

    def findings_in(self, block: Block) -> Sequence[Finding]:
        """A block's findings in the order of their places."""
        return self._findings.get(block.block_id, ())

    def sentences_of(self, block: Block) -> list[SentenceFindings]:
        """All sentences of a block, with and without findings, in reading order."""
        parted = self._parted.get(block.block_id)
        if parted is None:
            own = self.findings_in(block)
            parted = self._parted[block.block_id] = [
                SentenceFindings(one, [two for two in own if one.start <= two.start < one.end])
                for one in self._sentences.of(block)
            ]
        return parted

    @cached_property
    def stating_sentences(self) -> list[SentenceFindings]:
        """Every sentence that has a finding, rows of tables among them, in reading order."""
        return [
            sentence
            for block_id in self._findings
            for sentence in self.sentences_of(self.blocks[block_id])
            if sentence.findings
        ]

    @cached_property
    def running_text(self) -> list[Block]:
        """The blocks of running text: paragraphs, items of lists and quotes."""
        return [block for block in self.report.blocks if block.kind in _RUNNING]
