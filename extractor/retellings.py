"""Pairs of findings that tell the same fact, and the first telling of each fact.

A report tells its facts more than once: in a summary, among its key findings, in the chapter, in
its closing words, under another outcome. Two tellings are known by their words, weighted by how
rare they are in the report, by their numbers, bases and places. Each comparison adds a weight
(``patterns/retellings.yaml``), as in the linkage of records by Fellegi and Sunter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.agreement import agreement
from extractor.evidence import account, weigh
from extractor.tellings import (
    Sentence,
    Telling,
    rarities,
    rules,
    sentences_of,
    tellings_of,
)
from schemas.document import Block
from schemas.finding import Finding
from schemas.rating import Rating
from schemas.report import Difference, Likeness, Retelling

_MOST_HOLDERS = 30  # a word that more sentences hold leads to no pairs
_LEAST_COMMON = 4  # words or figures that a pair must have in common to be looked at


def link_retellings(
    findings: list[Finding], blocks: list[Block], ratings: Sequence[Rating] = ()
) -> list[Retelling]:
    """The pairs that tell the same fact; each finding that tells one again gets its ``same_as``."""
    pairs = find_retellings(findings, blocks, ratings)
    first = first_tellings(findings, pairs)
    for finding in findings:
        finding.same_as = first.get(finding.finding_id)
    return pairs


def find_retellings(
    findings: list[Finding], blocks: list[Block], ratings: Sequence[Rating] = ()
) -> list[Retelling]:
    """Every pair of findings that tell the same fact, the earlier first, in the report's order."""
    scores = _scores(findings, ratings)
    order = {finding.finding_id: number for number, finding in enumerate(findings)}
    free = [one for one in findings if one.finding_id not in scores]
    found = [*_of_scores(findings, scores), *_of_findings(free, blocks)]
    return sorted(found, key=lambda pair: (order[pair.finding_id], order[pair.other_id]))


def first_tellings(findings: list[Finding], retellings: list[Retelling]) -> dict[str, str]:
    """The first telling of each fact told again, by the id of the finding that tells it again.

    A finding without a number never stands for one that has a number.
    """
    earlier: dict[str, list[str]] = {}
    for pair in retellings:
        if pair.same:
            earlier.setdefault(pair.other_id, []).append(pair.finding_id)
    apart = {(pair.finding_id, pair.other_id) for pair in retellings if not pair.same}
    by_id = {finding.finding_id: finding for finding in findings}
    first: dict[str, str] = {}
    for finding in findings:
        for one in earlier.get(finding.finding_id, ()):
            origin = first.get(one, one)
            vague = by_id[origin].kind == "vague" and finding.kind != "vague"
            if not vague and (origin, finding.finding_id) not in apart:
                first[finding.finding_id] = origin
                break
    return first


def _scores(findings: list[Finding], ratings: Sequence[Rating]) -> dict[str, str]:
    """The outcome whose headline score a finding states, by the finding's id."""
    at = {tuple(finding.boxes): finding.finding_id for finding in findings}
    return {
        at[place]: rating.criterion
        for rating in ratings
        for boxes in (rating.boxes, *(one.boxes for one in rating.restated))
        if (place := tuple(boxes)) in at
    }


def _of_scores(findings: list[Finding], scores: dict[str, str]) -> Iterator[Retelling]:
    """Every two statements of one outcome's headline score."""
    tellings = [finding for finding in findings if finding.finding_id in scores]
    for one, other in combinations(tellings, 2):
        if scores[one.finding_id] == scores[other.finding_id]:
            number = agreement(one, other, opposite=False)
            if number is not None:
                agrees, differs = account(one, other, number)
                yield _retelling(one, other, 1.0, agrees, differs)


def _of_findings(findings: list[Finding], blocks: list[Block]) -> list[Retelling]:
    sentences = sentences_of(findings, blocks)
    rarity = rarities(sentences)
    tellings: dict[int, list[Telling]] = {}
    found = []
    for one, other in _candidates(sentences):
        for number in (one, other):
            if number not in tellings:
                tellings[number] = tellings_of(sentences[number], rarity)
        pairs = ((a, b) for a in tellings[one] for b in tellings[other])
        found += _best([pair for a, b in pairs if (pair := _pair(a, b))])
    return found


def _candidates(sentences: list[Sentence]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences with enough rare words or figures in common."""
    holders: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        figures = {one.text for one in sentence.findings}
        for word in {word for _, _, word in sentence.words if word} | figures:
            holders.setdefault(word, []).append(number)
    rare = [numbers for numbers in holders.values() if 1 < len(numbers) <= _MOST_HOLDERS]
    common = Counter(pair for numbers in rare for pair in combinations(numbers, 2))
    for (one, other), count in sorted(common.items()):
        if count >= _LEAST_COMMON and sentences[one].block is not sentences[other].block:
            yield one, other


def _pair(one: Telling, other: Telling) -> Retelling | None:
    """The pair, if the evidence is enough that both tell the same fact."""
    evidence = weigh(one, other)
    if evidence is None or evidence.score < rules()["enough"]:
        return None
    return _retelling(one.finding, other.finding, evidence.score, evidence.agrees, evidence.differs)


def _retelling(
    one: Finding, other: Finding, score: float, agrees: list[Likeness], differs: list[Difference]
) -> Retelling:
    return Retelling.model_construct(
        finding_id=one.finding_id,
        other_id=other.finding_id,
        score=round(score, 3),
        agrees=agrees,
        differs=differs,
    )


def _best(pairs: list[Retelling]) -> list[Retelling]:
    """Of two sentences' pairs the best for each finding: a figure is retold by one other."""
    taken: set[str] = set()
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-len(pair.agrees), -pair.score)):
        if pair.finding_id not in taken and pair.other_id not in taken:
            taken |= {pair.finding_id, pair.other_id}
            kept.append(pair)
    return kept
