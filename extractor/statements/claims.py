"""The claims of a report: every quantity, with who it counts and what it says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.assembly.assembler import Body
from extractor.assembly.sentences import Sentence
from extractor.language.pieces import Piece
from extractor.statements.arguments.in_sentence import arguments_in
from extractor.statements.arguments.in_table import ROW_BASE, CellHeadings
from extractor.statements.claim import Claim, Phrase
from extractor.statements.quantities.finder import read_quantities
from extractor.statements.quantities.table_cells import cell_quantities
from schemas.finding import Quantity
from schemas.span import Span


def read_claims(body: Body) -> list[Claim]:
    """The claims of all blocks that are read, in reading order."""
    headings = CellHeadings(body.cells)
    return [
        claim
        for block in body.read_blocks
        for sentence in body.sentences.of(block)
        for claim in (
            claims_of_row(sentence, headings) if block.kind == "row" else claims_of(sentence)
        )
    ]


def claims_of(sentence: Sentence) -> list[Claim]:
    """The claims of one sentence, in order."""
    quantities = read_quantities(sentence.text)
    arguments = arguments_in(sentence.text, quantities) if quantities else []
    return [
        Claim(sentence, one, *(_phrase(sentence, piece) for piece in found[:2]))
        for one, found in zip(quantities, arguments, strict=True)
    ]


def _phrase(sentence: Sentence, piece: Piece | None) -> Phrase | None:
    """A piece of a sentence as a phrase with its place in the block."""
    if piece is None:
        return None
    start, end = sentence.start + piece.start, sentence.start + piece.end
    return Phrase(piece.text, Span(sentence.block.block_id, start, end))


def claims_of_row(row: Sentence, headings: CellHeadings) -> list[Claim]:
    """The claims of a table's row: the row's heading is who, the column's what is said."""
    cells = [headings.of(row.block.block_id, at) for at in range(row.text.count("\t") + 1)]
    found = read_quantities(row.text)
    texts = [(_text(one.row), _text(one.column)) for one in cells]
    found += cell_quantities(row.text, texts, found)
    claims = []
    for quantity in _with_row_base(row, sorted(found, key=lambda one: one.start)):
        row_heading, column_heading = cells[row.text.count("\t", 0, quantity.start)]
        claims.append(Claim(row, quantity, row_heading, column_heading))
    return claims


def _text(heading: Phrase | None) -> str | None:
    return heading.text if heading else None


def _with_row_base(row: Sentence, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Shares over the base that their row's heading states: "alcohol misuse (42)"."""
    base = ROW_BASE.search(row.text.split("\t")[0])
    if base is None:
        return list(quantities)
    return [
        replace(one, denominator=int(base["number"]))
        if one.kind == "percentage" and not one.denominator and one.start > base.end()
        else one
        for one in quantities
    ]
