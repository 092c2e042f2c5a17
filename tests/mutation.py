"""How many contradictions the checks see: one printed word altered at a time.

    python -m tests.mutation [--each 4] [--kind WORDS] [--missed] [PDF ...]

A report is read; then one word on one page is replaced by another (``tests/mutations.py``), and
the whole reading and all checks run again on the altered words. A problem that was not there before
and speaks of the altered place has seen it; any other new one is unrelated. Without files, the
samples are taken.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.pipeline import report_of
from extractor.reading.model import Document, Word
from extractor.reading.reader import read_document
from schemas.problem import Problem
from schemas.report import Report
from tests.mutations import MUTATIONS, Mutation
from tests.readings import SAMPLES, sample_named


@dataclass(frozen=True)
class Outcome:
    """What the checks said of an altered report that they had not said before."""

    kind: str
    mutation: Mutation
    seen: list[Problem]
    unrelated: list[Problem]


def outcomes(path: Path, each: int, kinds: str, dice: random.Random) -> Iterator[Outcome]:
    """What becomes of some alterations of each kind in one report."""
    document = read_document(path.read_bytes())
    report = report_of(document, path.name)
    before = {_key(one) for one in serious(report)}
    for kind, mutate in MUTATIONS.items():
        some = list(mutate(report, dice)) if kinds in kind else []
        for one in dice.sample(some, min(each, len(some))):
            changed = mutated(document, one)
            if changed is not None:
                yield _outcome(kind, one, report_of(changed, path.name), before)


def _outcome(
    kind: str, mutation: Mutation, report: Report, before: set[tuple[str, str]]
) -> Outcome:
    new = [one for one in serious(report) if _key(one) not in before]
    seen = [one for one in new if mutation.box.page in one.pages]
    return Outcome(kind, mutation, seen, [one for one in new if one not in seen])


def serious(report: Report) -> list[Problem]:
    return [one for one in report.problems if one.severity != "note"]


def _key(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def mutated(document: Document, mutation: Mutation) -> Document | None:
    """The document with one word altered; None where the word does not stand there as such."""
    pages, index = list(document.pages), mutation.box.page - 1
    whole = re.compile(rf"(?<!\w){re.escape(mutation.old)}(?!\d)")
    words = list(pages[index].words)
    for at, word in enumerate(words):
        if _within(word, mutation) and whole.search(word.text):
            words[at : at + 1] = _split(word, whole.sub(mutation.new, word.text, count=1))
            pages[index] = replace(pages[index], words=words)
            return replace(document, pages=pages)
    return None


def _within(word: Word, mutation: Mutation) -> bool:
    box, x, y = mutation.box, (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def _split(word: Word, text: str) -> list[Word]:
    """A word, or several in its place, side by side."""
    parts = text.split()
    step = (word.x1 - word.x0) / len(parts)
    return [
        word._replace(text=part, x0=word.x0 + i * step, x1=word.x0 + (i + 1) * step - 0.2)
        for i, part in enumerate(parts)
    ]


def _tell(one: Outcome) -> None:
    what = f"{one.mutation.old} > {one.mutation.new}"
    if not one.seen:
        print(f"missed: {one.kind}, page {one.mutation.box.page}, {what}: {one.mutation.quote}")
    for problem in one.unrelated:
        print(f"unrelated: {one.kind}, {what}: {problem.code} {problem.pages} {problem.message}")


def main() -> None:
    """Print how many alterations of each kind were seen, by which checks, and what else was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--each", type=int, default=4, help="alterations a kind and report")
    parser.add_argument("--kind", default="", help="only kinds with these words")
    parser.add_argument("--missed", action="store_true", help="tell what was missed")
    options = parser.parse_args()
    dice = random.Random(2013)
    codes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in options.files or [sample_named(name).path for name in SAMPLES]:
        for one in outcomes(path, options.each, options.kind, dice):
            counts = codes[one.kind]
            counts["made"] += 1
            counts["seen"] += bool(one.seen)
            counts["unrelated"] += len(one.unrelated)
            counts.update({problem.code for problem in one.seen})
            if options.missed:
                _tell(one)
    for kind in filter(codes.__contains__, MUTATIONS):
        print(f"{kind:32} {dict(codes[kind])}")


if __name__ == "__main__":
    main()
