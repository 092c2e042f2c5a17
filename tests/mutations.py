"""Alterations of a read report, each of one printed word, that make it contradict itself."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from schemas.document import Block
from schemas.finding import Finding
from schemas.geometry import Box
from schemas.report import Report

SURE = 0.9  # score of a pair of mentions
FRACTIONS = {
    "one-third": "one-quarter",
    "one-quarter": "one-third",
    "two-thirds": "one-quarter",
    "three-quarters": "two-thirds",
    "half": "one-quarter",
}
GRADES = {"good": "inadequate", "inadequate": "good", "outstanding": "inadequate"}
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_BESIDE = re.compile(r"\d\s*(?:of\s+(?:the\s+)?\d+[^.;()]{0,60})?\((?:or )?$")
_NEXT_PART = re.compile(r"further|remaining|other|rest")


@dataclass(frozen=True)
class Mutation:
    """The word that has ``old`` in it and stands within ``box`` gets ``new`` in its place."""

    box: Box
    old: str
    new: str
    quote: str


Found = Iterator[Mutation]
Mutate = Callable[[Report, random.Random], Found]


def of_finding(finding: Finding, old: str, new: str) -> Mutation:
    return Mutation(finding.boxes[0], old, new, finding.sentence)


def shares(report: Report) -> list[Finding]:
    """Percentages of running text, headline scores left out."""
    prose = {block.block_id for block in report.blocks if block.kind in ("paragraph", "item")}
    return [
        one
        for one in report.findings
        if one.kind == "percentage" and one.value is not None and one.block_id in prose
        if _FIGURE.search(one.text) and (one.context != "score" or not _is_scored(report))
    ]


def _is_scored(report: Report) -> bool:
    return any(rating.score is not None for rating in report.ratings)


def altered(findings: Iterable[Finding], dice: random.Random) -> Found:
    """Each percentage 5 to 15 points off."""
    for one in findings:
        figure = _FIGURE.search(one.text)
        if figure:
            by = dice.choice((-1, 1)) * dice.randint(5, 15)
            yield of_finding(one, figure.group(), shifted(figure.group(), by))


def shifted(figure: str, by: int) -> str:
    """A figure so many units away; in the other direction where it would leave 1 to 99."""
    whole, _, rest = figure.partition(".")
    value = int(whole) + by if 1 <= int(whole) + by <= 99 else int(whole) - by
    return f"{value}.{rest}" if rest else str(value)


def any_share(report: Report, dice: random.Random) -> Found:
    yield from altered(shares(report), dice)


def based_share(report: Report, dice: random.Random) -> Found:
    yield from altered((one for one in shares(report) if (one.denominator or 99) < 50), dice)


def share_beside_count(report: Report, dice: random.Random) -> Found:
    texts = {block.block_id: block.text for block in report.blocks}
    some = (one for one in shares(report) if _BESIDE.search(texts[one.block_id][: one.start]))
    yield from altered(some, dice)


def retold_share(report: Report, dice: random.Random) -> Found:
    told = retold(report, "percentage", "ratio")
    yield from altered((one for one in shares(report) if one.finding_id in told), dice)


def retold(report: Report, *kinds: str) -> set[str]:
    """Findings that surely have another telling of one of those kinds."""
    kind_of = {one.finding_id: one.kind for one in report.findings}
    pairs = [
        (pair.finding_id, pair.other_id)
        for pair in report.restatements
        if pair.same and pair.score >= SURE
    ]
    told = [(one, other) for pair in pairs for one, other in (pair, pair[::-1])]
    return {one for one, other in told if kind_of[other] in kinds}


def retold_fraction(report: Report, _dice: random.Random) -> Found:
    told = retold(report, "percentage", "fraction", "ratio")
    for one in report.findings:
        for old, new in FRACTIONS.items():
            if one.kind == "fraction" and one.finding_id in told and old in one.text.split():
                yield of_finding(one, old, new)


def retold_base(report: Report, _dice: random.Random) -> Found:
    """The base of a fact that two places tell with the same base."""
    found = {one.finding_id: one for one in report.findings}
    for pair in report.restatements:
        one, other = found[pair.finding_id], found[pair.other_id]
        base = one.denominator or 0
        if pair.same and pair.score >= SURE and base == other.denominator and base > 10:
            for box in _boxes_of(report, one, str(base)):
                yield Mutation(box, str(base), str(base + 7), one.sentence)


def _boxes_of(report: Report, finding: Finding, text: str) -> list[Box]:
    """Where a word of a finding's sentence stands."""
    block = report.block(finding.block_id)
    start = block.text.rfind(finding.sentence, 0, finding.start + len(finding.sentence))
    match = re.compile(rf"(?<![\d.,]){text}(?![\d,])").search(block.text, max(start, 0))
    return block.boxes(match.start(), match.end())[:1] if match else []


def universal(report: Report, _dice: random.Random) -> Found:
    """ "All" of a fact that is told twice becomes "all but one"."""
    told = {
        one
        for pair in report.restatements
        if pair.same and pair.score >= SURE
        for one in (pair.finding_id, pair.other_id)
    }
    for one in report.findings:
        plain = one.text.lower() == "all" and not one.sentence.lower().startswith(("not", "almost"))
        if one.kind == "vague" and one.finding_id in told and plain:
            yield of_finding(one, one.text, f"{one.text} but one of")


def score(report: Report, dice: random.Random) -> Found:
    for rating in report.ratings:
        for one in rating.restated:
            if one.score is not None and one.boxes:
                old = f"{one.score:g}"
                yield Mutation(
                    one.boxes[0], old, shifted(old, dice.choice((-7, -4, 3, 6))), one.text
                )


def grade(report: Report, _dice: random.Random) -> Found:
    for rating in report.ratings:
        for one in rating.restated:
            old = next((word for word in GRADES if word in one.text.lower().split()), None)
            if one.grade and one.boxes and old:
                yield Mutation(one.boxes[0], old, GRADES[old], one.text)


def last_part(report: Report, _dice: random.Random) -> Found:
    """The last of the parts of one whole, 60 points greater."""
    for one in shares(report):
        old = _FIGURE.search(one.text)
        if old and _NEXT_PART.search(one.modifier or ""):
            yield of_finding(one, old.group(), str(int(float(old.group())) + 60))


def count_above_base(report: Report, _dice: random.Random) -> Found:
    for one in report.findings:
        if one.kind == "ratio" and one.numerator and one.denominator:
            old = str(one.numerator)
            if re.search(rf"\b{old}\b", one.text) and one.denominator > 9:
                yield of_finding(one, old, str(one.denominator + 4))


def counts_of_table(report: Report, _dice: random.Random) -> Found:
    """A count in a table that has a total."""
    names = [cell for cell in report.table_cells if cell.column == 0]
    totals = {cell.table_id for cell in names if cell.text.startswith("Total")}
    for cell in report.table_cells:
        old = cell.text.strip()
        if cell.table_id in totals and cell.column and old.isdecimal() and cell.boxes:
            yield Mutation(cell.boxes[0], old, str(int(old) + 3), old)


def contents_number(report: Report, _dice: random.Random) -> Found:
    for block in report.blocks:
        match = re.search(r"(\d{1,3})\s*$", block.text) if block.kind == "contents" else None
        for box in block.boxes(match.start(1), match.end(1))[:1] if match else []:
            old = match.group(1) if match else ""
            yield Mutation(box, old, str(int(old) + 1), block.text)


def paragraph_number(report: Report, _dice: random.Random) -> Found:
    for block in report.blocks:
        number = (block.number or "").rstrip(".")
        if block.kind == "paragraph" and re.fullmatch(r"\d+(\.\d+)?", number) and block.words:
            head, dot, last = number.rpartition(".")
            new = f"{head}{dot}{int(last) + 2}"
            yield Mutation(_left_of(block), number, new, block.text)


def _left_of(block: Block) -> Box:
    """The margin before a block's first line."""
    word = block.words[0]
    return Box(page=word.page, x0=0, top=word.top, x1=word.x0 + 1, bottom=word.bottom)


MUTATIONS: dict[str, Mutate] = {
    "headline score told again": score,
    "grade told again": grade,
    "percentage beside its count": share_beside_count,
    "percentage with a base below 50": based_share,
    "count above its base": count_above_base,
    "last part of a whole": last_part,
    "percentage told twice": retold_share,
    "fraction told twice": retold_fraction,
    "base told twice": retold_base,
    "“all” told twice": universal,
    "count in a table with a total": counts_of_table,
    "page on the contents page": contents_number,
    "number of a paragraph": paragraph_number,
    "any percentage": any_share,
}
