"""The facts that each sample tells more than once, and the links between their mentions."""

from __future__ import annotations

import re
from itertools import combinations

from schemas.finding import Finding
from tests.readings import Sample, sample_named

MARKS = re.compile("[⁰¹²³⁴-⁹]+")
MOSTLY = 0.5
NAMES = ("ashcombe", "dunmere", "fenwold", "harrowick", "kestrelshire", "westmarch")

Mention = tuple[str, str, str | None]
Pair = frozenset[Mention]


def plain(text: str) -> str:
    return re.sub(" +", " ", MARKS.sub("", text))


def mention_of(finding: Finding) -> Mention:
    return plain(finding.text), plain(finding.sentence), finding.part


def true_pairs(sample: Sample) -> set[Pair]:
    """Every two mentions of one fact that do not stand in one sentence."""
    facts = [
        [(one["figure"], one["says"], one["part"]) for one in fact]
        for fact in sample.truth["restated"]
    ]
    pairs = (pair for fact in facts for pair in combinations(fact, 2))
    return {frozenset(pair) for pair in pairs if pair[0][1:] != pair[1][1:]}


def linked_pairs(sample: Sample) -> set[Pair]:
    """The links between findings other than headline scores."""
    scores = {
        tuple(boxes)
        for rating in sample.report.ratings
        for boxes in (rating.boxes, *(one.boxes for one in rating.restated))
    }
    by_id = {one.finding_id: one for one in sample.report.findings}
    ends = [(by_id[pair.finding_id], by_id[pair.other_id]) for pair in sample.report.restatements]
    return {
        frozenset((mention_of(one), mention_of(other)))
        for one, other in ends
        if not {tuple(one.boxes), tuple(other.boxes)} & scores
    }


def test_every_mention_of_the_truth_is_a_finding(each_sample: Sample) -> None:
    found = {mention_of(one) for one in each_sample.report.findings}
    true = {one for pair in true_pairs(each_sample) for one in pair}
    assert true - found == set()


def test_nothing_is_linked_but_mentions_of_one_fact(each_sample: Sample) -> None:
    others = linked_pairs(each_sample) - true_pairs(each_sample)
    assert [sorted(pair) for pair in others] == []


def common(pair: Pair) -> float:
    """The share of words that two sentences have in common."""
    one, other = (set(re.findall(r"[a-z]{3,}", says.lower())) for _, says, _ in pair)
    return len(one & other) / len(one | other)


def test_mentions_in_mostly_the_same_words_are_linked(each_sample: Sample) -> None:
    alike = {pair for pair in true_pairs(each_sample) if common(pair) >= MOSTLY}
    assert [sorted(pair) for pair in alike - linked_pairs(each_sample)] == []


def test_more_than_a_quarter_of_all_are_linked_however_they_are_worded() -> None:
    samples = [sample_named(name) for name in NAMES]
    true = sum(len(true_pairs(sample)) for sample in samples)
    linked = sum(len(true_pairs(sample) & linked_pairs(sample)) for sample in samples)
    assert linked > true / 4
