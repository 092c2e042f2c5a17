"""Sentences read as if they stood in a report, without a PDF."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.assembly.assembler import Body
from extractor.assembly.ids import Ids
from extractor.restatements.linking import counted_once, link_restatements
from extractor.statements.claims import read_claims
from extractor.statements.findings import make_findings
from extractor.statements.interpretation.interpret import interpret
from schemas.document import Block, BlockKind, PlacedWord, Section
from schemas.finding import Finding
from schemas.report import RestatementPair


def findings_of(body: Body) -> list[Finding]:
    """The findings of a body whose figures are the inspectors' own."""
    return make_findings(interpret(read_claims(body), body, None, "inspectors_own"), body)


@dataclass
class Told:
    """A report of some sentences, each a paragraph under a heading."""

    body: Body
    findings: list[Finding]
    pairs: list[RestatementPair]

    @property
    def blocks(self) -> list[Block]:
        return self.body.blocks


def tell(*texts: tuple[str, str], kind: BlockKind = "paragraph") -> Told:
    """A report of (heading, text), read as one that is converted."""
    blocks, sections = [], {}
    for number, (heading, text) in enumerate(texts):
        word = PlacedWord(0, len(text), number + 1, 50, 100, 500, 110)
        sections[heading] = Section(
            section_id=heading,
            parent_id=None,
            level=1,
            title=heading,
            page=1,
            source="type",
            block_id=f"h-{heading}",
        )
        blocks.append(
            Block(
                block_id=f"b{number}",
                kind=kind,
                text=text,
                words=[word],
                section_id=heading,
                part="summary" if heading == "Summary" else None,
            )
        )
    body = Body(blocks, list(sections.values()), ids=Ids("report"))
    findings = findings_of(body)
    pairs = link_restatements(findings, body)
    return Told(body, counted_once(findings, pairs), pairs)
