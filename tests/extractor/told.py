"""Sentences read as if they stood in a report, without a PDF."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.assembly.assembler import Body
from extractor.assembly.ids import Ids
from extractor.statements.reader import StatementReader
from schemas.document import Block, BlockKind, PlacedWord, Section
from schemas.finding import Finding


@dataclass
class Told:
    """A report of some sentences, each a paragraph under a heading."""

    blocks: list[Block]
    findings: list[Finding]


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
    built = Body(blocks, list(sections.values()))
    reader = StatementReader("report", Ids("report"), built, {}, own_family=True)
    return Told(blocks, reader.read(blocks))
