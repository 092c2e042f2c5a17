"""The sentences that hold findings, and which two of them may tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from extractor.abbreviations import abbreviations
from extractor.chapters import Chapters
from extractor.wording import WORD, contrasts, rules, stem, stems
from schemas.document import Block, Section
from schemas.finding import Finding

_MOST_HOLDERS = 60  # a word that more sentences hold leads to no pairs
_LEAST_COMMON = 12.0  # weight of the words that a pair must have in common to be looked at
_LEAST_SHARE = 0.3  # share of the shorter sentence's weight that must be common
_FIGURE = 3.0  # weight of a figure in common
_FEW = 5  # a sentence of fewer words leans on the one before it
_LEANING = re.compile(r"\b(?:this|these|those|they|them|such)\b", re.I)
_STOP = re.compile(r"[.?!]\s")

Words = list[tuple[int, str, str | None]]
Meant = tuple[str | None, ...]


@dataclass(slots=True)
class Sentence:
    """A sentence that holds findings: its words with their offsets, and the findings in order."""

    block: Block
    text: str
    offset: int
    words: Words
    before: dict[str, float]  # words of the sentence before, as far as this one leans on it
    chapter: str | None
    findings: list[Finding] = field(default_factory=list)

    def stems(self) -> set[str]:
        """The words that say something of a fact."""
        return {word for _, _, word in self.words if word} | self.before.keys()


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
            words = _words(text, short)
            before = _before(block, offset, finding, words)
            sentence = Sentence(block, text, offset, words, before, chapters.of(finding))
            found[finding.block_id, offset] = sentence
        sentence.findings.append(finding)
    return list(found.values())


def _words(text: str, short: dict[str, Meant]) -> Words:
    """The words that say something of a fact or exclude others, with their offsets.

    A short form counts as the words that it stands for.
    """
    found: Words = []
    for match in WORD.finditer(text.lower()):
        word = match.group()
        for one in short.get(word) or _meant(word):
            found.append((match.start(), word, one))
    return found


def _short_forms(blocks: list[Block]) -> dict[str, Meant]:
    """What the report's short forms, and more than one of each, stand for."""
    found: dict[str, Meant] = {}
    for word, meant in abbreviations(block.text for block in blocks).items():
        found[word] = found[f"{word}s"] = tuple(stems(meant))
    return found


@lru_cache(maxsize=8192)
def _meant(word: str) -> Meant:
    one = stem(word)
    return () if one is None and word not in contrasts() else (one,)


def _before(block: Block, offset: int, finding: Finding, words: Words) -> dict[str, float]:
    """The words of the sentence before, where this one says "evidence of this" or leaves out whom.

    With each goes how much of its weight it has here.
    """
    if offset < 2 or block.kind == "row":
        return {}
    if len(words) <= _FEW and _LEANING.search(finding.sentence):
        share = rules()["fields"]["before"]
    elif finding.population is None:
        share = rules()["fields"]["elided"]
    else:
        return {}
    earlier = block.text[:offset].rstrip()
    ends = [match.end() for match in _STOP.finditer(earlier)]
    return dict.fromkeys(stems(earlier[ends[-1] if ends else 0 :]), share)


def candidates(
    sentences: list[Sentence], held: list[set[str]], rarity: dict[str, float]
) -> list[tuple[int, int]]:
    """Pairs of sentences with enough rare words and figures in common, or with all their words.

    Args:
        sentences: those of the report.
        held: the stems of each.
        rarity: the weight of each stem.
    """
    figures = [{one.text for one in sentence.findings} for sentence in sentences]
    common: dict[tuple[int, int], float] = {}
    for weight, numbers in (*_holders(held, rarity), *_holders(figures, {})):
        for pair in combinations(numbers, 2):
            common[pair] = common.get(pair, 0.0) + weight
    totals = [sum(rarity[word] for word in words) for words in held]
    found = {
        (one, other)
        for (one, other), weight in common.items()
        if weight >= _LEAST_COMMON and weight >= _LEAST_SHARE * min(totals[one], totals[other])
    }
    for numbers in _of_same_words(held):
        found.update(combinations(numbers, 2))
    return sorted(
        (one, other) for one, other in found if sentences[one].block is not sentences[other].block
    )


def _holders(held: list[set[str]], rarity: dict[str, float]) -> Iterator[tuple[float, list[int]]]:
    """The weight of each word that some but not too many sentences hold, and those sentences."""
    holders: dict[str, list[int]] = {}
    for number, words in enumerate(held):
        for word in words:
            holders.setdefault(word, []).append(number)
    for word, numbers in holders.items():
        if 1 < len(numbers) <= _MOST_HOLDERS:
            yield rarity.get(word, _FIGURE), numbers


def _of_same_words(held: list[set[str]]) -> Iterator[list[int]]:
    """Sentences that say the same, however usual their words are."""
    same: dict[frozenset[str], list[int]] = {}
    for number, words in enumerate(held):
        if words:
            same.setdefault(frozenset(words), []).append(number)
    return (numbers for numbers in same.values() if 1 < len(numbers) <= _MOST_HOLDERS)
