"""The sentences that hold findings, and which two of them may tell the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from math import fsum

from extractor.language.expressions import Expressions
from extractor.language.short_forms import short_forms
from extractor.restatements.chapters import Chapters
from extractor.restatements.wording import WORD, contrasts, marks, rules, stem, stems
from schemas.document import Block, Section
from schemas.finding import Finding

_FORMS = Expressions("candidates")
_MOST_HOLDERS = 20  # a word that more sentences hold is not rare
_LEAST_COMMON = 9.0  # weight of the words that a pair must have in common to be looked at
_LEAST_SHARE = 0.35  # share of the shorter sentence's weight that must be common
_FEW = 5  # a sentence of fewer words leans on the one before it
_STOP = re.compile(r"[.?!]\s")

Words = list[tuple[int, str, str | None]]
Meant = tuple[str | None, ...]


@dataclass(slots=True)
class Sentence:
    """A sentence that holds findings, and the findings in order."""

    block: Block
    text: str
    offset: int
    short: dict[str, Meant]  # the report's short forms
    stems: set[str]  # the words that say something of a fact
    before: dict[str, float]  # words of the sentence before, as far as this one leans on it
    chapter: str | None
    findings: list[Finding] = field(default_factory=list)

    def words(self) -> Words:
        """The words that say something of a fact or exclude others, with their offsets.

        A short form counts as the words that it stands for.
        """
        short = self.short
        return [
            (match.start(), word, one)
            for match in WORD.finditer(self.text.lower())
            for word in (match.group(),)
            for one in short.get(word) or _meant(word)
        ]


def sentences_of(
    findings: list[Finding], blocks: list[Block], sections: Sequence[Section] = ()
) -> list[Sentence]:
    """The sentences that hold findings, in reading order."""
    chapters = Chapters(sections)
    by_id = {block.block_id: block for block in blocks}
    short = _short_forms(blocks)
    found: dict[tuple[str, int], Sentence] = {}
    for finding in findings:
        block = by_id[finding.block_id]
        text = finding.sentence
        offset = block.text.rfind(text, 0, finding.start + len(text))
        sentence = found.get((finding.block_id, offset))
        if sentence is None:
            held = _stems(text, short)
            before = _before(block, offset, finding, few=len(held) <= _FEW)
            held.update(before)
            sentence = Sentence(block, text, offset, short, held, before, chapters.of(finding))
            found[finding.block_id, offset] = sentence
        sentence.findings.append(finding)
    return list(found.values())


def _stems(text: str, short: dict[str, Meant]) -> set[str]:
    words = set(WORD.findall(text.lower()))
    found = set(chain.from_iterable(map(_meant, words - short.keys())))
    for word in words & short.keys():
        found.update(short[word] or _meant(word))
    return {one for one in found if one}


def _short_forms(blocks: list[Block]) -> dict[str, Meant]:
    """What the report's short forms, and more than one of each, stand for."""
    found: dict[str, Meant] = {}
    for word, meant in short_forms(block.text for block in blocks).items():
        found[word] = found[f"{word}s"] = tuple(sorted(stems(meant)))
    return found


@lru_cache(maxsize=8192)
def _meant(word: str) -> Meant:
    one = stem(word)
    kept = one is not None or word in contrasts() or word in marks()
    return (one,) if kept else ()


def _before(block: Block, offset: int, finding: Finding, *, few: bool) -> dict[str, float]:
    """The words of the sentence before, where this one says "evidence of this" or leaves out whom.

    With each goes how much of its weight it has here.
    """
    if offset < 2 or block.kind == "row":
        return {}
    if few and _FORMS.leans_on_said.search(finding.sentence):
        share = rules()["fields"]["before"]
    elif few and _FORMS.leans_on_counted.search(finding.sentence):
        share = rules()["fields"]["those"]
    elif finding.population is None and not block.text.startswith(" of ", finding.end):
        share = rules()["fields"]["elided"]
    else:
        return {}
    earlier = block.text[:offset].rstrip()
    ends = [match.end() for match in _STOP.finditer(earlier)]
    return dict.fromkeys(sorted(stems(earlier[ends[-1] if ends else 0 :])), share)


def candidates(sentences: list[Sentence], rarity: dict[str, float]) -> list[tuple[int, int]]:
    """Pairs of sentences with enough weight of words in common, a rare one among them, or all."""
    held = [sentence.stems for sentence in sentences]
    totals = [fsum(map(rarity.__getitem__, words)) for words in held]
    found = []
    for one, others in enumerate(_told_apart(sentences, _sharing(held))):
        for other in sorted(others):
            common = fsum(map(rarity.__getitem__, held[one] & held[other]))
            if common >= min(_LEAST_COMMON, totals[one]) and common >= _LEAST_SHARE * min(
                totals[one], totals[other]
            ):
                found.append((one, other))
    return found


def _sharing(held: list[set[str]]) -> list[set[int]]:
    """For each sentence the later ones that have a rare word or all their words in common."""
    holders: defaultdict[str | frozenset[str], list[int]] = defaultdict(list)
    for number, words in enumerate(held):
        for word in words:
            holders[word].append(number)
        holders[frozenset(words)].append(number)
    later: list[set[int]] = [set() for _ in held]
    for numbers in holders.values():
        if 1 < len(numbers) <= _MOST_HOLDERS:
            for index, number in enumerate(numbers[:-1], 1):
                later[number].update(numbers[index:])
    return later


def _told_apart(sentences: list[Sentence], sharing: list[set[int]]) -> Iterator[set[int]]:
    """Those that stand apart enough for the one to tell again what the other tells."""
    of_section: defaultdict[str | None, set[int]] = defaultdict(set)
    for number, sentence in enumerate(sentences):
        of_section[sentence.block.section_id].add(number)
    rows = {number for number, one in enumerate(sentences) if one.block.kind == "row"}
    for number, others in enumerate(sharing):
        apart = others - of_section[sentences[number].block.section_id]
        yield apart - rows if number in rows else apart
