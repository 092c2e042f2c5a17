"""Drafts to the report's blocks and sections: ids, parts, paragraph numbers, lead-ins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from extractor.assembly.footnote_links import link_footnotes
from extractor.assembly.ids import Ids
from extractor.assembly.open_lists import OpenLists
from extractor.assembly.paragraph_numbers import number_paragraphs
from extractor.assembly.sentences import Sentences
from extractor.assembly.tidy_cells import TableRow, continues, tidy_cells
from extractor.frameworks.parts_and_criteria import Placer
from extractor.layout.block_text import Vocabulary
from extractor.layout.block_text import assemble as run_together
from extractor.layout.model import BlockDraft
from extractor.outline.read_outline import Outline
from extractor.reading.model import Page
from extractor.reading.turned import displayed
from schemas.document import Block, PlacedWord, Section, TableCell, rounded_words
from schemas.framework import Framework

_HEADING_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*\.?)\s+(?P<title>[^\W\d].*)$")
_RAISED = re.compile("\\s*[⁰¹²³⁴-⁹]+$")  # a footnote's mark


READ_KINDS = frozenset({"paragraph", "item", "quote", "footnote", "caption", "row", "signature"})


@dataclass
class Body:
    """Blocks, sections and table cells of a report in reading order."""

    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    cells: list[TableCell] = field(default_factory=list)
    page_labels: dict[int, str] = field(default_factory=dict)  # of physical pages, as printed
    ids: Ids = field(default_factory=lambda: Ids(""))

    @property
    def read_blocks(self) -> Iterator[Block]:
        """The blocks whose text states something: no headings, charts or contents pages."""
        return (block for block in self.blocks if block.kind in READ_KINDS)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of all blocks, shared by all that reads them."""
        return Sentences(self.blocks)


@dataclass(slots=True)
class _Place:
    """Where the next block stands."""

    stack: list[Section] = field(default_factory=list)
    paragraph: str | None = None
    lead_in: Block | None = None
    lists: OpenLists = field(default_factory=OpenLists)
    panel: str | None = None
    panel_title: str | None = None
    inside: set[str] = field(default_factory=set)  # sections that a panel's headings open


def assemble(outline: Outline, framework: Framework | None, ids: Ids) -> Body:
    """The body of a report: its drafts as blocks under their sections, its tables as cells."""
    layout = outline.layout
    labels = layout.page_labels()
    assembler = _Assembler(ids, layout.vocabulary, labels, layout.turned, framework)
    return assembler.build(outline.drafts)


class _Assembler:
    """Walks the drafts in order and builds the blocks."""

    def __init__(
        self,
        ids: Ids,
        vocabulary: Vocabulary,
        labels: dict[int, str],
        turned: dict[int, Page],
        framework: Framework | None,
    ) -> None:
        self._ids, self._vocabulary, self._labels = ids, vocabulary, labels
        self._turned = turned
        self._placer = Placer(framework)
        self._place = _Place()
        self._out = Body(page_labels=labels, ids=ids)

    def build(self, drafts: list[BlockDraft]) -> Body:
        """Blocks in the drafts' order; a heading opens a section for what follows it."""
        numbers = number_paragraphs(drafts)
        table: list[TableRow] = []
        caption: str | None = None
        for draft in drafts:
            if table and not self._same_table(table, draft):
                self._add_cells(table, caption)
                table, caption = [], None
            block = self._block(draft, numbers.get(draft))
            if draft.kind == "heading":
                self._open_section(draft, block)
            self._file(draft, block)
            self._out.blocks.append(block)
            if draft.kind == "row":
                table.append(TableRow(draft, block))
            elif not table:
                caption = block.text if draft.kind == "caption" else None
        self._add_cells(table, caption)
        link_footnotes(self._out.blocks)
        return self._out

    @staticmethod
    def _same_table(table: list[TableRow], draft: BlockDraft) -> bool:
        if draft.kind == "footnote":
            return True  # notes at a page's foot do not end a table that the next page continues
        last = table[-1].draft
        return draft.kind == "row" and (last.table_id == draft.table_id or continues(table, draft))

    def _block(self, draft: BlockDraft, number: str | None) -> Block:
        runs = draft.cells if draft.cells else [draft.words]
        text, words = run_together(runs, self._vocabulary)
        if self._turned:
            words = [self._displayed(word) for word in words]
        words = rounded_words(words)
        kind = draft.kind
        if number is not None and kind == "item":
            kind = "paragraph"
        return Block.unchecked(
            block_id=self._ids.make("block", draft.page, text),
            kind=kind,
            text=text,
            words=words,
            number=number if number is not None else draft.label,
            table_id=draft.table_id,
        )

    def _displayed(self, word: PlacedWord) -> PlacedWord:
        page = self._turned.get(word.page)
        return displayed(page, word) if page else word

    def _open_section(self, draft: BlockDraft, block: Block) -> None:
        place, level = self._place, draft.level or 1
        while place.stack and place.stack[-1].level >= level:
            place.stack.pop()
        parent = place.stack[-1] if place.stack else None
        number, title = _numbered(draft.label, block.text)
        placed = self._placer.place(title, parent)
        section = Section.unchecked(
            section_id=self._ids.make("section", draft.page, block.text),
            parent_id=parent.section_id if parent else None,
            level=level,
            number=number,
            title=title,
            page=draft.page,
            page_label=self._labels.get(draft.page),
            part=placed.part,
            criterion=placed.criterion,
            criterion_candidates=placed.candidates,
            source="+".join(draft.source),
            block_id=block.block_id,
        )
        if draft.panel and "grade" not in draft.source:  # a title with its grade heads a chapter
            place.inside.add(section.section_id)
        place.stack.append(section)
        place.paragraph = place.lead_in = None
        self._out.sections.append(section)

    def _file(self, draft: BlockDraft, block: Block) -> None:
        """Note on the block where it stands: section, part, panel, paragraph, lead-in."""
        place = self._place
        if draft.panel is None and block.kind in ("paragraph", "item", "quote"):
            self._leave_panel()
        section = place.stack[-1] if place.stack else None
        self._enter_panel(draft, block)
        if block.kind == "paragraph":
            place.paragraph = block.number
        inherits = block.kind == "row" or (block.kind == "item" and draft.panel is None)
        own = block.kind == "paragraph" and block.number
        block.fill(
            section_id=section.section_id if section else None,
            part=section.part if section else None,
            panel=place.panel_title if draft.panel else None,
            paragraph=place.paragraph if inherits or own else None,
        )
        if block.kind == "item":
            above = place.lists.enter(draft, block)
            introduced = above or place.lead_in
            if introduced:
                block.fill(lead_in=introduced.text, lead_in_id=introduced.block_id)
        if block.kind in ("paragraph", "heading"):
            place.lists.close()
            place.lead_in = block if block.text.rstrip().endswith(":") else None

    def _leave_panel(self) -> None:
        """What follows a panel belongs to the section that the panel interrupts."""
        stack = self._place.stack
        while stack and stack[-1].section_id in self._place.inside:
            stack.pop()

    def _enter_panel(self, draft: BlockDraft, block: Block) -> None:
        place = self._place
        if draft.panel != place.panel or (draft.panel and block.kind == "heading"):
            place.panel = draft.panel
            place.panel_title = block.text if draft.panel and block.kind == "heading" else None

    def _add_cells(self, rows: list[TableRow], caption: str | None) -> None:
        if not rows:
            return
        table_id = self._ids.make("table", rows[0].block.page, rows[0].block.text)
        for row in rows:
            row.block.table_id = table_id
        self._out.cells += tidy_cells(rows, table_id, caption)


def _numbered(label: str | None, text: str) -> tuple[str | None, str]:
    """A heading's number and title; the number may stand so close that it is no label."""
    plain = _RAISED.sub("", text)
    match = _HEADING_NUMBER.match(plain) if label is None else None
    return (match["number"], match["title"]) if match else (label, plain)
