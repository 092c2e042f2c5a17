"""What must hold of any report that was read: its text, its boxes and its words agree."""

from __future__ import annotations

import re
from collections import Counter

from extractor.reading.model import Document, Word
from extractor.reading.turned import displayed_box
from schemas.finding import Finding
from schemas.geometry import Box
from schemas.report import Report

Place = tuple[int, str, float, float]


class Printed:
    """The words of a document as read, each with its box as displayed."""

    def __init__(self, document: Document) -> None:
        self.by_page: dict[int, list[tuple[Box, Word]]] = {}
        for page in document.pages:
            boxes = [Box(word.page, *word[2:6]) for word in page.words]
            if page.turn:
                boxes = [displayed_box(page, box) for box in boxes]
            self.by_page[page.number] = list(zip(boxes, page.words, strict=True))

    def under(self, box: Box) -> str:
        """The words whose middle lies in a box, from left to right, without spaces."""
        inside = []
        for where, word in self.by_page[box.page]:
            x, y = (where.x0 + where.x1) / 2, (where.top + where.bottom) / 2
            if box.contains(Box(box.page, x, y, x, y)):
                inside.append((where.x0, word.text))
        return "".join(text for _, text in sorted(inside))

    def places(self) -> Counter[Place]:
        return Counter(
            _place(word.text, where) for words in self.by_page.values() for where, word in words
        )


def _place(text: str, box: Box) -> Place:
    """A word where it stands; a hyphen at its end may be the typesetter's."""
    box = box.rounded()  # as a report has it; rounded once more it must be the same
    return box.page, text.strip("-"), round(box.x0, 1), round(box.top, 1)


def letters(texts: list[tuple[int, str]]) -> Counter[tuple[int, str]]:
    """Letters and digits by page: marks and full stops of labels are no matter."""
    return Counter((page, char) for page, text in texts for char in text if char.isalnum())


def words_in_blocks(report: Report) -> Counter[Place]:
    """Every placed word of every block."""
    return Counter(
        _place(block.text[word.start : word.end], word.box)
        for block in report.blocks
        for word in block.words
    )


def labels_and_furniture(report: Report) -> Counter[tuple[int, str]]:
    """Letters of list labels, footnote marks, running headers and the like, by page."""
    texts = [(block.page, block.number or "") for block in report.blocks]
    texts += [(piece.box.page, piece.text) for piece in report.furniture]
    return letters(texts)


def faults_of_words(report: Report) -> list[str]:
    """Offsets that do not follow one another, or leave more than space between them."""
    faults = []
    for block in report.blocks:
        end = 0
        for word in block.words:
            if word.start < end or word.end <= word.start or block.text[end : word.start].strip():
                faults.append(f"page {word.page}: {block.text[end : word.end]!r}")
            end = word.end
        if block.text[end:].strip():
            faults.append(f"page {block.page}: {block.text[end:]!r} is no word's")
    return faults


def faults_of_places(report: Report, printed: Printed) -> list[str]:
    """Words in more than one place, or in none."""
    read, placed = printed.places(), words_in_blocks(report)
    faults = [f"in two blocks or never read: {place}" for place in placed - read]
    left = letters([(page, text) for page, text, _, _ in (read - placed).elements()])
    apart = labels_and_furniture(report)
    faults += [f"lost: {one}" for one in left - apart]
    return faults + [f"label or furniture told twice: {one}" for one in apart - left]


def faults_of_finding(finding: Finding, report: Report, printed: Printed) -> list[str]:
    """Whatever of a finding does not agree with its block, its sentence or the printed page."""
    block = report.block(finding.block_id)
    sizes = {page.page: page for page in report.pages}
    wanted = re.sub(r"[\s-]", "", finding.text)
    under = "".join(map(printed.under, finding.boxes)).replace("-", "")
    inside = all(
        Box(box.page, 0, 0, sizes[box.page].width, sizes[box.page].height).contains(box, 0.5)
        and box.width > 0
        and box.height > 0
        for box in finding.boxes
    )
    checks = {
        "text": block.text[finding.start : finding.end] == finding.text,
        "sentence": finding.text in finding.sentence and finding.sentence in block.text,
        "page": finding.page == finding.boxes[0].page,
        "boxes": finding.boxes == block.boxes(finding.start, finding.end),
        "inside": inside,
        "under": wanted in under,
    }
    return [
        f"{name}: {finding.text!r}, page {finding.page}" for name, ok in checks.items() if not ok
    ]
