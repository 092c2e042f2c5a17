"""Pairs of findings that tell the same fact, and the first mention of each fact.

A report tells its facts more than once: in a summary, among its key findings, in the chapter, in
its closing words, under another outcome. Two mentions are known by their words, weighted by how
rare they are in the report, by their numbers, bases and places. Each comparison adds a weight
(``likeness.yaml``), as in the linkage of records by Fellegi and Sunter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.assembly.assembler import Body
from extractor.restatements.agreement import DIFFERENT, agreement
from extractor.restatements.candidates import StatedSentence, candidates, stated_sentences
from extractor.restatements.features import Mention, mentions_of, population_of
from extractor.restatements.weights import account, base_of, weigh
from extractor.restatements.wording import rarities, rules
from schemas.finding import Finding
from schemas.rating import Rating
from schemas.report import Difference, Likeness, RestatementPair


def link_restatements(
    findings: Sequence[Finding], body: Body, ratings: Sequence[Rating] = ()
) -> list[RestatementPair]:
    """Every pair of findings that tell the same fact, the earlier first, in the report's order."""
    scores = _scores(findings, ratings)
    order = {finding.finding_id: number for number, finding in enumerate(findings)}
    free = [one for one in findings if one.finding_id not in scores]
    found = [*_of_scores(findings, scores), *_of_findings(stated_sentences(free, body))]
    return sorted(found, key=lambda pair: (order[pair.finding_id], order[pair.other_id]))


def counted_once(
    findings: Sequence[Finding], restatements: Sequence[RestatementPair]
) -> list[Finding]:
    """The findings, each that states a fact again with the id of the first that states it."""
    first = first_mentions(findings, restatements)
    return [
        one.model_copy(update={"same_as": first[one.finding_id]})
        if one.finding_id in first
        else one
        for one in findings
    ]


def first_mentions(
    findings: Sequence[Finding], restatements: Sequence[RestatementPair]
) -> dict[str, str]:
    """The first mention of each fact stated again, by the id of the finding that states it again.

    The two agree, also where they are known to be the same through a third only. A finding without
    a number never stands for one that has a number.
    """
    earlier: dict[str, list[str]] = {}
    for pair in restatements:
        if pair.same and pair.score >= rules()["sure"]:
            earlier.setdefault(pair.other_id, []).append(pair.finding_id)
    same, apart = (
        {(one.finding_id, one.other_id) for one in restatements if one.same is agree}
        for agree in (True, False)
    )
    by_id = {finding.finding_id: finding for finding in findings}
    first: dict[str, str] = {}
    for finding in findings:
        for one in earlier.get(finding.finding_id, ()):
            origin = by_id[first.get(one, one)]
            two = (origin.finding_id, finding.finding_id)
            agree = two not in apart and (two in same or _agree(origin, finding))
            if agree and (origin.kind != "vague" or finding.kind == "vague"):
                first[finding.finding_id] = origin.finding_id
                break
    return first


def _agree(one: Finding, other: Finding) -> bool:
    """Whether the numbers and bases of two findings can be the same."""
    number = agreement(one, other, opposite=False)
    if number is None or number in DIFFERENT:
        return False
    bases = {base_of(one), base_of(other)} - {None}
    return len(bases) < 2


def _scores(findings: Sequence[Finding], ratings: Sequence[Rating]) -> dict[str, str]:
    """The outcome whose headline score a finding states, by the finding's id."""
    at = {tuple(finding.boxes): finding.finding_id for finding in findings}
    return {
        at[place]: rating.criterion
        for rating in ratings
        for boxes in (rating.boxes, *(one.boxes for one in rating.restated))
        if (place := tuple(boxes)) in at
    }


def _of_scores(findings: Sequence[Finding], scores: dict[str, str]) -> Iterator[RestatementPair]:
    """Every two statements of one outcome's headline score."""
    mentions = [finding for finding in findings if finding.finding_id in scores]
    for one, other in combinations(mentions, 2):
        if scores[one.finding_id] == scores[other.finding_id]:
            number = agreement(one, other, opposite=False)
            if number is not None:
                agrees, differs = account(one, other, number)
                yield _pair_of(one, other, 1.0, agrees, differs)


def _of_findings(sentences: list[StatedSentence]) -> list[RestatementPair]:
    rarity = rarities([sentence.stems for sentence in sentences])
    mentions: dict[int, list[Mention]] = {}
    found = []
    for one, other in candidates(sentences, rarity):
        for number in (one, other):
            if number not in mentions:
                mentions[number] = mentions_of(sentences[number], rarity)
        pairs = ((a, b) for a in mentions[one] for b in mentions[other])
        found += _best([(_counted(a, b), pair) for a, b in pairs if (pair := _pair(a, b))])
    return found


def _pair(one: Mention, other: Mention) -> RestatementPair | None:
    """The pair, if the evidence is enough that both tell the same fact."""
    evidence = weigh(one, other)
    if evidence is None or evidence.score < rules()["enough"]:
        return None
    return _pair_of(one.finding, other.finding, evidence.score, evidence.agrees, evidence.differs)


def _pair_of(
    one: Finding, other: Finding, score: float, agrees: list[Likeness], differs: list[Difference]
) -> RestatementPair:
    return RestatementPair.model_construct(
        finding_id=one.finding_id,
        other_id=other.finding_id,
        score=round(score, 3),
        agrees=agrees,
        differs=differs,
    )


def _counted(one: Mention, other: Mention) -> float:
    """How far two mentions count the same people or things, from 0 to 1."""
    first, second = population_of(one.finding), population_of(other.finding)
    return len(first & second) / (len(first | second) or 1)


def _best(pairs: list[tuple[float, RestatementPair]]) -> list[RestatementPair]:
    """Of two sentences' pairs the best for each finding: a figure is restated by one other."""
    taken: set[str] = set()
    kept = []
    ranked = sorted(pairs, key=lambda one: (-len(one[1].agrees), -one[0], -one[1].score))
    for _, pair in ranked:
        if pair.finding_id not in taken and pair.other_id not in taken:
            taken |= {pair.finding_id, pair.other_id}
            kept.append(pair)
    return kept
