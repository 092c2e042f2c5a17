"""The evidence that two findings tell the same fact, as weights by name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from extractor.language.numerals import whole_numbers
from extractor.language.similarity import alike, tversky
from extractor.restatements.agreement import DIFFERENT, Agreement, agreement
from extractor.restatements.features import Mention, population_of
from extractor.restatements.wording import rules
from schemas.finding import Finding
from schemas.report import Difference, Likeness

_NO_WORDS: tuple[set[str], set[str]] = (set(), set())
_LIKENESS: dict[str, Likeness] = {
    **dict.fromkeys(("exact", "value", "round", "fraction", "whole"), "value"),
    "complement": "complement",
}
_BASE = re.compile(r"\b(?:out of|in)(?: a)? ([\w,-]+)$")
_WITHOUT_WORDS = 0.25  # less likeness than this is not worth a second look


class Evidence(NamedTuple):
    """Weights of each comparison (base 2), what agrees and what differs."""

    weights: dict[str, float]
    agrees: list[Likeness]
    differs: list[Difference]

    @property
    def score(self) -> float:
        """The evidence as a probability, between 0 and 1."""
        return 1 / (1 + 2.0 ** -sum(self.weights.values()))


def weigh(one: Mention, other: Mention) -> Evidence | None:
    """The evidence for two mentions of one fact; None where it cannot be one."""
    shared = _shared(one, other)
    likeness = _likeness(one, other, shared)
    if likeness < _WITHOUT_WORDS or shared < rules()["least_shared"] or _exclude(one, other):
        return None
    number = agreement(one.finding, other.finding, one.denied != other.denied)
    if number is None or (number in ("differs", "apart") and _other_populations(one, other)):
        return None
    shared, likeness = _with_forms(one, other, shared)
    table = rules()["weights"]
    weights = {
        "prior": rules()["prior"],
        "wording": _between(table["wording"], likeness),
        "shared": _step(table["shared"], shared),
        "number": table["number"][number],
        "phrase": _phrase(one, other),
        "place": table["place"][_place(one, other)],
        "criterion": _criterion(one, other),
    }
    if _singled_out(one.marks, other.marks) or _singled_out(other.marks, one.marks):
        weights["marks"] = table["marks"]
    words = set(one.words), set(other.words)
    agrees, differs = account(one.finding, other.finding, number, words)
    if {"number", "population"} <= set(differs):
        return None
    for name in ("base", "population"):
        if name in agrees:
            weights[name] = table[name]["agrees"]
        elif name in differs:
            weights[name] = table[name]["differs"]
    return Evidence(weights, agrees, differs)


def _exclude(one: Mention, other: Mention) -> bool:
    """Whether something says that the two cannot tell the same."""
    first, second = one.finding, other.finding
    for context in ("comparison", "target"):
        if (first.context == context) != (second.context == context):
            return True
    if one.wished != other.wished:
        return True
    years, others = one.years, other.years
    if years and others and not years & others:
        return True
    words, excluding = one.contrasts, other.contrasts
    return any(not words[name] & excluding[name] for name in words.keys() & excluding.keys())


def _shared(one: Mention, other: Mention) -> float:
    first, second = one.words, other.words
    return sum(min(weight, second[word]) for word, weight in first.items() if word in second)


def _likeness(one: Mention, other: Mention, shared: float) -> float:
    return tversky(shared, one.total - shared, other.total - shared)


def _with_forms(one: Mention, other: Mention, shared: float) -> tuple[float, float]:
    """Shared weight and likeness, with words that are the same but for their spelling."""
    left = {word: weight for word, weight in one.words.items() if word not in other.words}
    right = {word: weight for word, weight in other.words.items() if word not in one.words}
    for word, same in alike(left, right):
        shared += min(left[word], right[same])
    return shared, _likeness(one, other, shared)


def _phrase(one: Mention, other: Mention) -> float:
    """The weight of the longest piece that both tell in the same words."""
    longest = 0.0
    ends: dict[int, float] = {}
    for word in one.order:
        weight = min(one.words.get(word, 0.0), other.words.get(word, 0.0))
        if not weight:
            ends = {}
            continue
        reached: dict[int, float] = {}
        for at, same in enumerate(other.order):
            if same == word:
                reached[at] = ends.get(at - 1, 0.0) + weight
                longest = max(longest, reached[at])
        ends = reached
    return _step(rules()["weights"]["phrase"], longest)


def _step(steps: list[tuple[float, float]], measure: float) -> float:
    """The weight of the highest step that a measure reaches; that of the lowest else."""
    return next((weight for least, weight in steps if measure >= least), steps[-1][1])


def _between(steps: list[tuple[float, float]], measure: float) -> float:
    """The weight of a measure that lies between two steps, in proportion."""
    if measure >= steps[0][0]:
        return steps[0][1]
    for (upper, most), (lower, least) in pairwise(steps):
        if measure >= lower:
            return least + (most - least) * (measure - lower) / (upper - lower)
    return steps[-1][1]


def _singled_out(marks: set[str], others: set[str]) -> bool:
    """Whether one mention is of a part ("further visits") and nothing says so in the other."""
    return not others and not marks.isdisjoint(rules()["marks"])


def _place(one: Mention, other: Mention) -> str:
    if not one.short and not other.short:
        return "elsewhere"
    if one.chapter is None or other.chapter is None:
        return "short"
    return "chapter" if _within(one.chapter, other.chapter) else "elsewhere"


def _within(one: str, other: str) -> bool:
    """Whether two parts are the same or one is a part of the other: outcome2, outcome2.1."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _criterion(one: Mention, other: Mention) -> float:
    table = rules()["weights"]["criterion"]
    first, second = one.finding.criterion, other.finding.criterion
    if first is None or second is None:
        return 0.0
    return float(table["agrees"] if first == second else table["differs"])


def account(
    one: Finding, other: Finding, number: Agreement, words: tuple[set[str], set[str]] = _NO_WORDS
) -> tuple[list[Likeness], list[Difference]]:
    """What agrees and what differs of number, base and population.

    ``words`` are those of the two mentions, where a population named in one may be found in other
    words than its own.
    """
    agrees: list[Likeness] = []
    differs: list[Difference] = []
    if number in DIFFERENT:
        differs.append("number")
    else:
        agrees.append(_LIKENESS.get(number, "interval"))
    base, other_base = base_of(one), base_of(other)
    if base is not None and other_base is not None:
        (agrees if base == other_base else differs).append("base")
    same = _same_population(one, other, words)
    if same:
        agrees.append("population")
    elif same is False:
        differs.append("population")
    return agrees, differs


def base_of(finding: Finding) -> int | None:
    """How many were counted, if it is said: "seven out of ten" names no base of ten."""
    printed = _BASE.search(finding.text.lower())
    if printed is None:
        return finding.denominator
    bases = rules()["share_bases_in_digits" if printed[1].isdecimal() else "share_bases"]
    return finding.denominator if set(bases).isdisjoint(whole_numbers(printed[1])) else None


def _other_populations(one: Mention, other: Mention) -> bool:
    """Whether the two count what has not a word in common: all agencies, most practice."""
    if "vague" not in (one.finding.kind, other.finding.kind):
        return False  # figures are told in other words too
    first, second = (population_of(x.finding, without_attributes=True) for x in (one, other))
    return bool(first and second and not first & second)


def _same_population(one: Finding, other: Finding, words: tuple[set[str], set[str]]) -> bool | None:
    """Whether both count the same; None where one does not say."""
    first, second = population_of(one), population_of(other)
    if not first or not second:
        return None
    return first <= second | words[1] or second <= first | words[0]
