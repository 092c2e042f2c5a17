"""The sentences that hold findings, and which two of them may tell the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from math import fsum

from extractor.assembly.assembler import Body
from extractor.assembly.sentences import Sentence, Sentences
from extractor.language.expressions import Expressions
from extractor.restatements.chapters import Chapters
from extractor.restatements.short_forms import short_forms
from extractor.restatements.wording import WORD, contrasts, marks, rules, stem, stems
from schemas.document import Block
from schemas.finding import Finding

_FORMS = Expressions("candidates")
_MOST_HOLDERS = 20  # a word that more sentences hold is not rare
_LEAST_COMMON = 9.0  # weight of the words that a pair must have in common to be looked at
_LEAST_SHARE = 0.35  # share of the shorter sentence's weight that must be common
_FEW = 5  # a sentence of fewer words leans on the one before it

Words = list[tuple[int, str, str | None]]
Meant = tuple[str | None, ...]


@dataclass(slots=True)
class StatedSentence:
    """A sentence that holds findings, and the findings in order."""

    sentence: Sentence
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
            for match in WORD.finditer(self.sentence.text.lower())
            for word in (match.group(),)
            for one in short.get(word) or _meant(word)
        ]


def stated_sentences(findings: Iterable[Finding], body: Body) -> list[StatedSentence]:
    """The sentences that hold findings, in reading order."""
    chapters = Chapters(body.sections)
    short = _short_forms(body.blocks)
    found: dict[tuple[str, int], StatedSentence] = {}
    for finding in findings:
        place = finding.block_id, finding.sentence_start
        stated = found.get(place)
        if stated is None:
            sentence = body.sentences.at(*place)
            held = _stems(sentence.text, short)
            before = _before(sentence, body.sentences, finding, few=len(held) <= _FEW)
            held.update(before)
            stated = StatedSentence(sentence, short, held, before, chapters.of(finding))
            found[place] = stated
        stated.findings.append(finding)
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


def _before(
    sentence: Sentence, sentences: Sentences, finding: Finding, *, few: bool
) -> dict[str, float]:
    """The words of the sentence before, where this one says "evidence of this" or leaves out whom.

    With each goes how much of its weight it has here.
    """
    earlier = sentences.before(sentence)
    if earlier is None:
        return {}
    if few and _FORMS.leans_on_said.search(sentence.text):
        share = rules()["fields"]["before"]
    elif few and _FORMS.leans_on_counted.search(sentence.text):
        share = rules()["fields"]["those"]
    elif finding.population is None and not sentence.block.text.startswith(" of ", finding.end):
        share = rules()["fields"]["elided"]
    else:
        return {}
    return dict.fromkeys(sorted(stems(earlier.text)), share)


def candidates(sentences: list[StatedSentence], rarity: dict[str, float]) -> list[tuple[int, int]]:
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


def _told_apart(sentences: list[StatedSentence], sharing: list[set[int]]) -> Iterator[set[int]]:
    """Those that stand apart enough for the one to tell again what the other tells."""
    of_section: defaultdict[str | None, set[int]] = defaultdict(set)
    for number, sentence in enumerate(sentences):
        of_section[sentence.sentence.block.section_id].add(number)
    rows = {number for number, one in enumerate(sentences) if one.sentence.block.kind == "row"}
    for number, others in enumerate(sharing):
        apart = others - of_section[sentences[number].sentence.block.section_id]
        yield apart - rows if number in rows else apart
