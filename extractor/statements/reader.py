"""Quantities to findings: each with its sentence, its place in the report and its boxes."""

from __future__ import annotations

import re
from collections import Counter

from extractor.assembly.assembler import Body
from extractor.assembly.ids import Ids
from extractor.language.sentences import sentence_spans
from extractor.statements.arguments.carried_over import Earlier
from extractor.statements.arguments.claims import Statement, statements
from extractor.statements.interpretation.anaphora import carry_polarity
from extractor.statements.interpretation.comparisons import tie_comparisons
from extractor.statements.interpretation.context import context
from extractor.statements.interpretation.group_counts import base_rule
from extractor.statements.interpretation.polarity import polarity
from extractor.statements.quantities.finder import read_quantities
from extractor.statements.quantities.table_cells import cell_quantities
from schemas.document import Block, TableCell
from schemas.finding import Finding, Quantity

READ_KINDS = {"paragraph", "item", "quote", "footnote", "caption", "row", "signature"}

_ROW_BASE = re.compile(r"\((?:n\s*=\s*)?(?P<number>\d{1,5})\)\s*$")

_NOTHING = Statement(None, None)
Headings = dict[tuple[str, int], Statement]


def _headings(cells: list[TableCell]) -> Headings:
    """Row and column heading of each cell by its row's block and its place in the row."""
    headings: Headings = {}
    places: Counter[str] = Counter()
    for cell in cells:
        if cell.block_id:
            row = _ROW_BASE.sub("", cell.row_header or "").strip() or None
            said = Statement(row, cell.column_header)
            headings[cell.block_id, places[cell.block_id]] = said
            places[cell.block_id] += 1
    return headings


class StatementReader:
    """Reads the findings of one report's blocks."""

    def __init__(
        self, report_id: str, ids: Ids, built: Body, labels: dict[int, str], own_family: bool
    ) -> None:
        self._report_id, self._ids, self._labels = report_id, ids, labels
        self._sections = {section.section_id: section for section in built.sections}
        self._headings = _headings(built.cells)
        self._own_family = own_family
        self._earlier = Earlier()

    def read(self, blocks: list[Block]) -> list[Finding]:
        """All findings in reading order."""
        return [finding for block in blocks for finding in self._of_block(block)]

    def _of_block(self, block: Block) -> list[Finding]:
        if block.kind not in READ_KINDS:
            return []
        self._earlier.enter(block)
        row = block.kind == "row"
        spans = [(0, len(block.text))] if row else sentence_spans(block.text)
        found = [one for start, end in spans for one in self._of_sentence(block, start, end)]
        if not found:
            return []
        tie_comparisons(found, block, self._own_family)
        if not row:
            carry_polarity(found, block)
        return found

    def _of_sentence(self, block: Block, start: int, end: int) -> list[Finding]:
        sentence = block.text[start:end]
        quantities = read_quantities(sentence)
        if block.kind == "row":
            quantities = self._with_cells(block, sentence, quantities)
        found: list[Finding] = []
        said = self._said(block, sentence, quantities) if quantities else []
        for quantity, one in zip(quantities, said, strict=True):
            finding = self._finding(block, start, sentence, quantity, one)
            interpret(finding, block, self._own_family, quantity.start)
            self._earlier.complete(finding, block)
            found.append(finding)
        if block.kind != "row":
            self._earlier.hear(sentence, found)
        return found

    def _with_cells(self, block: Block, row: str, found: list[Quantity]) -> list[Quantity]:
        """The quantities of a row, with the numbers that only its headings make one."""
        columns = range(row.count("\t") + 1)
        headings = [self._headings.get((block.block_id, one), _NOTHING) for one in columns]
        more = cell_quantities(row, headings, found)
        return sorted([*found, *more], key=lambda one: one.start) if more else found

    def _said(self, block: Block, sentence: str, quantities: list[Quantity]) -> list[Statement]:
        """Who and what each quantity is about: from the sentence, or from a table's headings."""
        if block.kind != "row":
            return statements(sentence, quantities)
        columns = [sentence[: quantity.start].count("\t") for quantity in quantities]
        return [self._headings.get((block.block_id, column), _NOTHING) for column in columns]

    def _finding(
        self, block: Block, offset: int, sentence: str, quantity: Quantity, said: Statement
    ) -> Finding:
        start, end = offset + quantity.start, offset + quantity.end
        boxes = block.boxes(start, end)
        section = self._sections.get(block.section_id or "")
        page = boxes[0].page
        sentence_page = block.page_at(offset)
        return Finding.unchecked(
            report_id=self._report_id,
            block_id=block.block_id,
            page=page,
            page_label=self._labels.get(page),
            boxes=boxes,
            finding_id=self._ids.make("finding", sentence_page, sentence, quantity.start),
            sentence=sentence,
            sentence_page=sentence_page,
            section_id=block.section_id,
            section=section.title if section else None,
            part=block.part,
            paragraph=block.paragraph,
            criterion=section.criterion if section else None,
            population=said.population,
            predicate=said.predicate,
            **{**quantity.as_fields(), "start": start, "end": end},
        )


def interpret(finding: Finding, block: Block, own_family: bool, at: int) -> None:
    """Fill in the context and the polarity.

    Args:
        finding: with its sentence, population and predicate; it is changed.
        block: where it stands.
        own_family: the report is of a family whose figures are the inspectors' own findings.
        at: where the quantity begins in the sentence.
    """
    end = at + len(finding.text)
    base = finding.kind == "count" and base_rule(finding.sentence, at, end, finding.predicate)
    finding.context = context(finding, block, own_family, bool(base))
    finding.polarity = "0" if base else polarity(finding)


def read_sentence(text: str) -> list[Finding]:
    """The findings of one sentence, apart from any report: without page, boxes and section.

    Args:
        text: one sentence, or a table's row with its cells joined by tabs.
    """
    ids, block = Ids(""), Block.unchecked(block_id="", kind="paragraph", text=text, words=[])
    quantities = read_quantities(text)
    found = []
    for quantity, said in zip(quantities, statements(text, quantities), strict=True):
        finding = Finding.unchecked(
            report_id="",
            block_id="",
            page=0,
            boxes=[],
            finding_id=ids.make("finding", text, quantity.start),
            sentence=text,
            sentence_page=0,
            population=said.population,
            predicate=said.predicate,
            **quantity.as_fields(),
        )
        interpret(finding, block, own_family=True, at=quantity.start)
        found.append(finding)
    tie_comparisons(found, block, own_family=True)
    carry_polarity(found, block)
    return found
