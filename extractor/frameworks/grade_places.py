"""Where a report gives its grades: in sentences, rows, lists, headings, and beside a heading."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.frameworks.grades import GradeReader, speaks_of_others
from extractor.frameworks.settings import FRAMEWORKS
from schemas.document import Block, Section
from schemas.framework import Framework
from schemas.geometry import Box, union
from schemas.rating import Mention

_WITHOUT_RESULTS = {"footnote", "contents", "chart"}
_EXACT = {"paragraph", "item", "quote", "signature", "caption"}


def read_grades(
    blocks: list[Block], sections: list[Section], framework: Framework
) -> Iterator[Mention]:
    """Every place that gives an outcome's grade, in reading order.

    Places that speak of an earlier inspection, or of what grades mean, are passed over.
    """
    reader = GradeReader(framework)
    others = _sections_of_others(sections)
    announced = False  # whether the list that goes on here is one of other grades
    for index, block in enumerate(blocks):
        if block.kind != "item" or block.text.rstrip().endswith(":"):
            announced = block.text.rstrip().endswith(":") and speaks_of_others(block.text)
        passed = block.kind in _WITHOUT_RESULTS or block.section_id in others
        if passed or (announced and block.kind == "item"):
            continue
        yield from _mentions(blocks, index, reader)


def _sections_of_others(sections: list[Section]) -> set[str | None]:
    """Sections, with all under them, whose heading announces other grades than this report's."""
    found: set[str | None] = set()
    for section in sections:
        if section.parent_id in found or speaks_of_others(section.title):
            found.add(section.section_id)
    return found


def _mentions(blocks: list[Block], index: int, reader: GradeReader) -> Iterator[Mention]:
    block = blocks[index]
    stated = list(reader.read(block.text, alike=block.kind not in _EXACT))
    for one in stated:
        start, end = one.whole
        whole = block.text[start:end].strip()
        yield _mention(block, one.outcome, one.grade, (one.start, one.end), whole)
    if not stated and len(block.text) <= FRAMEWORKS.grade_alone:
        alone = reader.alone(block.text)
        named = _outcome_beside(blocks, index, reader) if alone else None
        if alone and named:
            grade, start, end = alone
            outcome, label = named
            yield _mention(block, outcome, grade, (start, end), f"{label}\t{block.text}")


def _mention(block: Block, outcome: str, grade: str, span: tuple[int, int], whole: str) -> Mention:
    return Mention(
        outcome=outcome,
        block_id=block.block_id,
        start=span[0],
        end=span[1],
        text=block.text[slice(*span)],
        whole=whole,
        boxes=block.boxes(*span),
        grade=grade,
    )


def _outcome_beside(blocks: list[Block], index: int, reader: GradeReader) -> tuple[str, str] | None:
    """The outcome named left of a grade that stands alone, else right above it; and its words."""
    grade = blocks[index]
    around = _around(grade.boxes())
    reach = FRAMEWORKS.beside_grade
    near = blocks[max(0, index - reach) : index] + blocks[index + 1 : index + 1 + reach]
    left = [one for one in near if one.page == grade.page and _left_of(one, around)]
    above = blocks[index - 1 : index] if index and blocks[index - 1].page == grade.page else []
    for one in [*left, *above]:
        outcome = reader.outcome_named(one.text, alike=True)
        if outcome:
            return outcome, one.text
    return None


def _left_of(label: Block, grade: Box) -> bool:
    """Whether a block stands beside a grade, left of it."""
    one = _around(label.boxes())
    return one.x1 <= grade.x0 and min(one.bottom, grade.bottom) > max(one.top, grade.top)


def _around(boxes: list[Box]) -> Box:
    """The box around those on the first page."""
    return union(box for box in boxes if box.page == boxes[0].page)
