"""Examples and traps of checks: pieces of fictional reports, read as a report's blocks are.

Each line of an example is a block, on a page of its own:

    # Summary                  a heading; ## one below it, and so on
    §1.2 In 41% of cases …     a numbered paragraph
    • 62 (37%) live elsewhere  an item of a list
    | Office | Cases           a row of a table, the first of which heads its columns
    Glossary ...... 21         a line of the contents page
    In 41% of cases …          a paragraph
"""

from __future__ import annotations

import re
from typing import Any

from extractor.assembly.assembler import Body
from extractor.assembly.ids import Ids
from extractor.checks.check_model import Check, Example
from extractor.checks.evidence import Evidence
from extractor.frameworks.parts_and_criteria import Placer
from extractor.frameworks.ratings import read_ratings
from extractor.restatements.linking import counted_once, link_restatements
from extractor.statements.claims import read_claims
from extractor.statements.findings import make_findings
from extractor.statements.interpretation.interpret import interpret
from schemas.document import Block, BlockKind, PageInfo, PlacedWord, Section, TableCell
from schemas.framework import Framework, load_frameworks
from schemas.report import Report

REPORT_ID = "excerpt-00000000"
_LINE = re.compile(
    r"""
    (?P<level>\#+)\s+(?:(?P<chapter>\d[\d.]*)\s+)?(?P<heading>.+)
    | §(?P<number>[\d.]+)\s+(?P<paragraph>.+)
    | •\s+(?P<item>.+)
    | \|\s*(?P<row>.+)
    | (?P<contents>.+?\s*\.{4,}\s*\S+)
    | (?P<plain>.+)
    """,
    re.VERBOSE,
)
_WIDTH, _HEIGHT = 595.0, 842.0  # of a page of A4, in points
_WORDS = 100  # on each page: any number but none


def read_example(example: Example | str) -> Evidence:
    """What a check is given of an example or a trap.

    Raises:
        KeyError: there is no framework of the example's id.
    """
    given = Example(example) if isinstance(example, str) else example
    framework = _framework(given.framework)
    report = report_of_body(_Excerpt(given.text, framework).body, framework, **given.fields)
    return Evidence(report, framework)


def report_of_body(body: Body, framework: Framework | None, **fields: Any) -> Report:
    """A report whose findings, ratings and restatements are read from its blocks.

    Args:
        body: the blocks, on consecutive pages from the first, with their sections and cells.
        framework: the report's family; without one its figures are taken to be the inspectors'.
        fields: those of the report that are given and not read.
    """
    figures_are = framework.figures_are if framework else "inspectors_own"
    interpreted = interpret(read_claims(body), body, framework, figures_are)
    findings = make_findings(interpreted, body)
    ratings = read_ratings(body, findings, framework)
    pairs = link_restatements(findings, body, ratings)
    pages = max((block.last_page for block in body.blocks), default=0)
    read: dict[str, Any] = {
        "report_id": REPORT_ID,
        "file": "excerpt.pdf",
        "sha256": "0" * 64,
        "framework": framework.id if framework else None,
        "pages": [
            PageInfo(page=page, width=_WIDTH, height=_HEIGHT, words=_WORDS)
            for page in range(1, pages + 1)
        ],
        "blocks": body.blocks,
        "sections": body.sections,
        "table_cells": body.cells,
        "findings": counted_once(findings, pairs),
        "ratings": ratings,
        "restatements": pairs,
    }
    return Report(**read | fields)


def faults(check: Check) -> list[str]:
    """Examples in which a check does not find what they say, and traps in which it finds anything.

    A check without an example, without a trap, or with a severity that no example has, is at
    fault as well.
    """
    found = [fault for example in check.examples for fault in _example_faults(check, example)]
    found += [
        f"trap {_text(trap)!r}: {problem.message!r}"
        for trap in check.traps
        for problem in check.find(read_example(trap))
    ]
    shown = {_severity(check, example) for example in check.examples}
    found += [f"no example is of severity {one!r}" for one in check.severities if one not in shown]
    return found if check.traps else [*found, "no trap"]


def _example_faults(check: Check, example: Example) -> list[str]:
    expected = [(check.code, _severity(check, example), example.says)]
    problems = list(check.find(read_example(example)))
    read = [(problem.code, problem.severity, problem.message) for problem in problems]
    return [] if read == expected else [f"example {example.text!r}: {read or 'nothing'}"]


def _severity(check: Check, example: Example) -> str:
    return example.severity or next(iter(check.severities))


def _text(example: Example | str) -> str:
    return example if isinstance(example, str) else example.text


def _framework(framework_id: str | None) -> Framework | None:
    known = {framework.id: framework for framework in load_frameworks()}
    return known[framework_id] if framework_id is not None else None


class _Excerpt:
    """The blocks, sections and cells of a text, line by line."""

    def __init__(self, text: str, framework: Framework | None) -> None:
        self.body = Body(ids=Ids(REPORT_ID))
        self._placer = Placer(framework)
        self._above: list[Section] = []
        self._header: list[str] = []
        self._rows = 0
        self._lead_in: str | None = None
        for page, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
            self._add(page, line)

    def _add(self, page: int, line: str) -> None:
        match = _LINE.fullmatch(line)
        assert match is not None  # the last alternative is any line
        if match["row"] is None:
            self._rows = 0
        if match["heading"]:
            block = self._block("heading", match["heading"], page)
            self._open_section(block, len(match["level"]), match["chapter"])
        elif match["row"]:
            self._add_row([cell.strip() for cell in match["row"].split("|")], page)
        elif match["item"]:
            self._block("item", match["item"], page).lead_in = self._lead_in
        elif match["contents"]:
            self._block("contents", match["contents"], page)
        else:
            block = self._block("paragraph", match["paragraph"] or match["plain"], page)
            block.number = block.paragraph = match["number"]
            self._lead_in = block.text if block.text.endswith(":") else None

    def _block(self, kind: BlockKind, text: str, page: int) -> Block:
        section = self._above[-1] if self._above and kind != "heading" else None
        block = Block(
            block_id=f"b{page}",
            kind=kind,
            text=text,
            words=[PlacedWord(0, len(text), page, 50, 100, 500, 110)],
            section_id=section.section_id if section else None,
            part=section.part if section else None,
        )
        self.body.blocks.append(block)
        return block

    def _open_section(self, block: Block, level: int, number: str | None) -> None:
        while self._above and self._above[-1].level >= level:
            self._above.pop()
        parent = self._above[-1] if self._above else None
        placed = self._placer.place(block.text, parent)
        section = Section(
            section_id=f"s{block.page}",
            parent_id=parent.section_id if parent else None,
            level=level,
            number=number,
            title=block.text,
            page=block.page,
            page_label=str(block.page),
            part=placed.part,
            criterion=placed.criterion,
            source="type",
            block_id=block.block_id,
        )
        block.section_id, block.part = section.section_id, section.part
        self._above.append(section)
        self.body.sections.append(section)

    def _add_row(self, texts: list[str], page: int) -> None:
        if not self._rows:
            self._header = texts
        block = self._block("row", "\t".join(texts), page)
        block.table_id = f"t{page - self._rows}"
        self.body.cells += [
            TableCell(
                table_id=block.table_id,
                page=page,
                row=self._rows,
                column=column,
                row_header=texts[0] if column and self._rows else None,
                column_header=self._header[column] if self._rows else None,
                text=text,
                block_id=block.block_id,
            )
            for column, text in enumerate(texts)
        ]
        self._rows += 1
