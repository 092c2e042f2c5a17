"""Small reports made of texts, read as those that are converted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.assembly.assembler import Body
from extractor.assembly.ids import Ids
from extractor.restatements.linking import counted_once, link_restatements
from extractor.statements.claims import read_claims
from extractor.statements.findings import make_findings
from extractor.statements.interpretation.interpret import interpret
from schemas.document import Block, BlockKind, PageInfo, PlacedWord, Section
from schemas.family import FiguresAre
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.report import Report

ID = "told-0123abcd"


def told(
    *texts: str | tuple[str, str],
    parts: dict[str, str] | None = None,
    kind: BlockKind = "paragraph",
    figures_are: FiguresAre = "inspectors_own",
    **fields: Any,
) -> Report:
    """A report of paragraphs, each on a page of its own.

    A text is alone or comes with the heading that it stands under; ``parts`` has the headings
    that open a part.
    """
    parts = parts or {}
    blocks: list[Block] = []
    sections: dict[str, Section] = {}
    for page, given in enumerate(texts, 1):
        heading, text = given if isinstance(given, tuple) else ("", given)
        if heading and heading not in sections:
            sections[heading] = _section(heading, page, parts.get(heading))
            blocks.append(_block(f"h-{heading}", "heading", heading, page))
        blocks.append(_block(f"b{page}", kind, text, page, heading, parts.get(heading)))
    body = Body(blocks, list(sections.values()), ids=Ids(ID))
    findings = findings_of(body, figures_are)
    pairs = link_restatements(findings, body)
    given_fields: dict[str, Any] = {
        "report_id": ID,
        "file": "told.pdf",
        "sha256": "0" * 64,
        "pages": [_page(page) for page in range(1, len(texts) + 1)],
        "blocks": blocks,
        "sections": body.sections,
        "findings": counted_once(findings, pairs),
        "restatements": pairs,
    }
    return Report(**given_fields | fields)


def findings_of(body: Body, figures_are: FiguresAre = "inspectors_own") -> list[Finding]:
    """The findings of a body, as those of a family whose figures are so, without scores."""
    family = Framework.model_construct(figures_are=figures_are, scoring=None)
    return make_findings(interpret(read_claims(body), body, family), body)


def _section(heading: str, page: int, part: str | None) -> Section:
    return Section(
        section_id=heading,
        parent_id=None,
        level=1,
        title=heading,
        page=page,
        part=part,
        source="type",
        block_id=f"h-{heading}",
    )


def _block(
    block_id: str,
    kind: BlockKind,
    text: str,
    page: int,
    section: str | None = None,
    part: str | None = None,
) -> Block:
    word = PlacedWord(0, len(text), page, 50, 100, 500, 110)
    return Block(
        block_id=block_id,
        kind=kind,
        text=text,
        words=[word],
        section_id=section or None,
        part=part,
    )


def _page(page: int) -> PageInfo:
    return PageInfo(page=page, width=595, height=842, words=100)


def messages(problems: Sequence[Any]) -> list[str]:
    """What problems say, in their order."""
    return [one.message for one in problems]
