"""How many contradictions the checks see: one printed word altered at a time.

    python -m tests.mutation [--each 4] [--show KIND] [PDF ...]

A report is read; then one word on one page is replaced by another, so that the report contradicts
itself in a known way, and the whole reading and all checks run again on the altered words. A
problem that was not there before and speaks of the altered place has seen it; any other new one is
unrelated. Without files, the samples are taken, and the reports of FINDINGS_REPORTS.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.pipeline import _Reading
from extractor.reading.model import Document, Page, Word
from extractor.reading.reader import read_document
from schemas.finding import Finding
from schemas.framework import Framework, load_frameworks
from schemas.geometry import Box
from schemas.problem import Problem
from schemas.report import Report
from tests.readings import SAMPLES, sample_named

FRACTIONS = {
    "one-third": "one-quarter",
    "one-quarter": "one-third",
    "two-thirds": "three-quarters",
    "three-quarters": "two-thirds",
    "half": "one-quarter",
}
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Mutation:
    """The word that holds ``old`` within ``box`` has ``new`` instead."""

    kind: str
    box: Box
    old: str
    new: str
    quote: str


@dataclass(frozen=True)
class Outcome:
    """What the checks said of an altered report that they had not said before."""

    mutation: Mutation
    seen: list[Problem]
    unrelated: list[Problem]


Mutate = Callable[[Report, random.Random], Iterator[Mutation]]


def of_finding(kind: str, finding: Finding, old: str, new: str) -> Mutation:
    return Mutation(kind, finding.boxes[0], old, new, finding.sentence)


def shifted(figure: str, by: int) -> str:
    """A whole number or decimal some units away, turned back where it would leave 1 to 99."""
    whole, _, rest = figure.partition(".")
    value = int(whole) + by
    if not 1 <= value <= 99:
        value = int(whole) - by
    return f"{value}.{rest}" if rest else str(value)


def percentages(report: Report) -> list[Finding]:
    """Percentages in running text that are shares."""
    prose = {block.block_id for block in report.blocks if block.kind in ("paragraph", "item")}
    return [
        one
        for one in report.findings
        if one.kind == "percentage" and one.value is not None and one.block_id in prose
        if _FIGURE.search(one.text) and one.context != "score"
    ]


def altered(kind: str, findings: list[Finding], dice: random.Random) -> Iterator[Mutation]:
    for one in findings:
        figure = _FIGURE.search(one.text)
        if figure:
            by = dice.choice((-1, 1)) * dice.randint(5, 15)
            yield of_finding(kind, one, figure.group(), shifted(figure.group(), by))


def any_share(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """Any percentage of the running text, 5 to 15 points off."""
    yield from altered("any percentage", percentages(report), dice)


def based_share(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """A percentage whose sentence states a base below 50."""
    some = [one for one in percentages(report) if (one.denominator or 99) < 50]
    yield from altered("percentage of a base below 50", some, dice)


def retold_share(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """A percentage that another place retells."""
    some = [one for one in percentages(report) if one.finding_id in retold(report, "percentage")]
    yield from altered("percentage told twice", some, dice)


def retold(report: Report, *kinds: str) -> set[str]:
    """Findings that surely have another telling of one of those kinds."""
    kind_of = {one.finding_id: one.kind for one in report.findings}
    pairs = [(r.finding_id, r.other_id) for r in report.retellings if r.same and r.score >= 0.9]
    told = [(one, other) for pair in pairs for one, other in (pair, pair[::-1])]
    return {one for one, other in told if kind_of[other] in kinds}


def retold_fraction(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """A fraction in words that another place tells in words or figures."""
    some = retold(report, "percentage", "fraction", "ratio")
    for one in report.findings:
        for old, new in FRACTIONS.items():
            if one.kind == "fraction" and one.finding_id in some and old in one.text.split():
                yield of_finding("fraction told twice", one, old, new)


def retold_base(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """The base of a fact that is told twice with its base."""
    base_of = {one.finding_id: one.denominator for one in report.findings}
    found = {one.finding_id: one for one in report.findings}
    for pair in report.retellings:
        one = found[pair.finding_id]
        base = one.denominator
        if pair.same and pair.score >= 0.9 and base and base == base_of[pair.other_id]:
            if base > 10 and re.search(rf"\b{base}\b", one.sentence):
                box = word_box(report, one, str(base))
                if box:
                    yield Mutation("base told twice", box, str(base), str(base + 7), one.sentence)


def word_box(report: Report, finding: Finding, text: str) -> Box | None:
    """Where a word of a finding's sentence stands."""
    block = report.block(finding.block_id)
    start = block.text.rfind(finding.sentence, 0, finding.start + len(finding.sentence))
    match = re.compile(rf"(?<![\d.,]){text}(?![\d,])").search(block.text, max(start, 0))
    boxes = block.boxes(match.start(), match.end()) if match else []
    return boxes[0] if boxes else None


def universal(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """"All" of a fact that is told twice becomes "all but one"."""
    pairs = [r for r in report.retellings if r.same]
    told = {one for r in pairs for one in (r.finding_id, r.other_id)}
    for one in report.findings:
        if one.kind == "vague" and one.value == 100 and one.finding_id in told:
            word = one.text.split()[-1]
            if word.lower() == "all":
                yield of_finding("“all” told twice", one, word, f"{word} but one of")


def score(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """A headline score that is told again."""
    for rating in report.ratings:
        for one in rating.restated:
            if one.score is not None and one.boxes:
                old = f"{one.score:g}"
                new = shifted(old, dice.choice((-7, -4, 3, 6)))
                yield Mutation("score told again", one.boxes[0], old, new, one.text)


def parts_of_whole(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """The last of parts of one whole in a sentence, 25 points greater."""
    for one in percentages(report):
        if re.search(r"further|remaining|other|rest", one.modifier or "") and one.value:
            old = _FIGURE.search(one.text)
            if old:
                new = str(int(float(old.group())) + 60)
                yield of_finding("last part of a whole, 60 more", one, old.group(), new)


def count_beside(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """A count with its percentage beside it."""
    for one in percentages(report):
        block = report.block(one.block_id)
        if re.search(r"\d\s*(?:of\s+(?:the\s+)?\d+[^.;()]{0,60})?\((?:or )?$", block.text[: one.start]):
            yield from altered("percentage beside its count", [one], dice)


def contents_number(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """A page number of the contents page."""
    for block in report.blocks:
        match = re.search(r"(\d{1,3})\s*$", block.text) if block.kind == "contents" else None
        boxes = block.boxes(match.start(1), match.end(1)) if match else []
        if match and boxes:
            old = match.group(1)
            new = str(int(old) + 1)
            yield Mutation("page number of the contents", boxes[0], old, new, block.text)


def paragraph_number(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """The number of a paragraph, two further."""
    for block in report.blocks:
        number = (block.number or "").rstrip(".")
        if block.kind == "paragraph" and re.fullmatch(r"\d+(\.\d+)?", number) and block.words:
            word = block.words[0]
            box = Box(page=word.page, x0=0, top=word.top, x1=word.x0 + 1, bottom=word.bottom)
            head, dot, last = number.rpartition(".")
            new = f"{head}{dot}{int(last) + 2}"
            yield Mutation("number of a paragraph", box, number, new, block.text[:60])


def table_count(report: Report, dice: random.Random) -> Iterator[Mutation]:
    """A count in a table that has a total."""
    totals = {c.table_id for c in report.table_cells if c.column == 0 and c.text.startswith("Total")}
    for cell in report.table_cells:
        plain = re.fullmatch(r"\d+", cell.text.strip())
        if cell.table_id in totals and cell.column and plain and cell.boxes:
            old = cell.text.strip()
            yield Mutation("count in a table with a total", cell.boxes[0], old, str(int(old) + 3), "")


MUTATIONS: tuple[Mutate, ...] = (
    any_share,
    based_share,
    count_beside,
    retold_share,
    retold_fraction,
    retold_base,
    universal,
    score,
    parts_of_whole,
    table_count,
    contents_number,
    paragraph_number,
)


def mutated(document: Document, mutation: Mutation) -> Document | None:
    """The document with one word replaced; None where the word is not on the page as such."""
    pages = list(document.pages)
    number = mutation.box.page - 1
    words = list(pages[number].words)
    for index, word in enumerate(words):
        if _within(word, mutation.box) and _has(word.text, mutation.old):
            text = re.sub(_whole(mutation.old), mutation.new, word.text, count=1)
            words[index : index + 1] = _split(word, text)
            pages[number] = replace(pages[number], words=words)
            return replace(document, pages=pages)
    return None


def _whole(text: str) -> str:
    return rf"(?<![\w]){re.escape(text)}(?![\d])"


def _has(text: str, old: str) -> bool:
    return re.search(_whole(old), text) is not None


def _within(word: Word, box: Box) -> bool:
    middle = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 - 1 <= middle[0] <= box.x1 + 1 and box.top - 1 <= middle[1] <= box.bottom + 1


def _split(word: Word, text: str) -> list[Word]:
    """A word, or several in its place, side by side."""
    parts = text.split()
    step = (word.x1 - word.x0) / len(parts)
    return [
        word._replace(text=part, x0=word.x0 + i * step, x1=word.x0 + (i + 1) * step - 0.2)
        for i, part in enumerate(parts)
    ]


def serious(report: Report) -> list[Problem]:
    return [one for one in report.problems if one.severity != "note"]


def key(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def outcome(
    path: Path, document: Document, mutation: Mutation, before: set[tuple[str, str]], known: list[Framework]
) -> Outcome | None:
    changed = mutated(document, mutation)
    if changed is None:
        return None
    report = _Reading(changed, path.name, "0" * 64, known).report()
    new = [one for one in serious(report) if key(one) not in before]
    seen = [one for one in new if mutation.box.page in one.pages]
    return Outcome(mutation, seen, [one for one in new if one not in seen])


def outcomes(path: Path, each: int, kinds: str, dice: random.Random) -> Iterator[Outcome]:
    """What becomes of some alterations of each kind in one report."""
    document = read_document(path.read_bytes())
    known = load_frameworks()
    report = _Reading(document, path.name, "0" * 64, known).report()
    before = {key(one) for one in serious(report)}
    for mutate in MUTATIONS:
        some = list(mutate(report, dice))
        if some and kinds in some[0].kind:
            for one in dice.sample(some, min(each, len(some))):
                result = outcome(path, document, one, before, known)
                if result is not None:
                    yield result


def main() -> None:
    """Print how many alterations of each kind were seen, and what else was said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--each", type=int, default=4, help="alterations a kind and report")
    parser.add_argument("--kind", default="", help="only kinds with these words")
    parser.add_argument("--show", action="store_true", help="tell what was missed")
    options = parser.parse_args()
    dice = random.Random(2013)
    made: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    codes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    unrelated: Counter[str] = Counter()
    for path in options.files or [sample_named(name).path for name in SAMPLES]:
        for one in outcomes(path, options.each, options.kind, dice):
            kind = one.mutation.kind
            made[kind] += 1
            seen[kind] += bool(one.seen)
            codes[kind].update({problem.code for problem in one.seen})
            unrelated[kind] += len(one.unrelated)
            if options.show:
                m = one.mutation
                told = [p.message for p in one.seen]
                print(f"{'SEEN' if told else 'MISSED'} {kind} p{m.box.page} {m.old}>{m.new}: {m.quote[:230]} {told}")
                for p in one.unrelated:
                    print("   UNRELATED", p.code, p.pages, p.message)
    for kind in made:
        print(f"{kind:32} {seen[kind]:4} of {made[kind]:4}  unrelated {unrelated[kind]:3}  {dict(codes[kind])}")


if __name__ == "__main__":
    main()
