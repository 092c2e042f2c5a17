"""What each finding tells, made comparable: its words by weight, its denials, years and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from extractor.language.expressions import Expressions
from extractor.restatements.candidates import StatedSentence, Words
from extractor.restatements.wording import (
    UNSEEN,
    WORD,
    contrasts,
    marks,
    rules,
    short_heading,
    stem,
    stems,
)
from schemas.document import Block
from schemas.finding import Finding

_FORMS = Expressions("candidates")
_YEARS = re.compile(r"\b(20|19)(\d\d)(?:\s?[–/-]\s?(?:20)?(\d\d))?\b")


@dataclass
class Mention:
    """What one finding tells: the weight of its words, and the part of the sentence near it."""

    finding: Finding
    block: Block
    words: dict[str, float]
    total: float
    part: str
    clause: str
    printed: list[str]
    order: list[str]  # the words near the quantity as they follow one another
    chapter: str | None

    @cached_property
    def denied(self) -> bool:
        """Whether a word denies what is said."""
        predicate = _FORMS.breaks.split((self.finding.predicate or self.clause).lower())[0]
        if _denials().intersection(WORD.findall(predicate)) & set(
            WORD.findall(self.clause.lower())
        ):
            return True
        sentence = self.finding.sentence.lower()
        return any(phrase in sentence for phrase in rules()["denying_phrases"])

    @cached_property
    def years(self) -> set[int]:
        """The years that are named near the quantity, both of "2013–14"."""
        found: set[int] = set()
        for century, year, second in _YEARS.findall(self.part):
            found.add(int(century + year))
            if second:
                found.add(int(century + second))
        return found

    @cached_property
    def contrasts(self) -> dict[int, set[str]]:
        """The words near the quantity that exclude others, by their set."""
        found: dict[int, set[str]] = {}
        sets = contrasts()
        for word in self.printed:
            for number in sets.get(word, ()):
                found.setdefault(number, set()).add(word)
        return found

    @property
    def wished(self) -> bool:
        """Whether it tells what ought to be: "Ensure that all …"."""
        opening = WORD.search(self.finding.sentence.lower())
        return opening is not None and opening.group() in rules()["wishes"]

    @cached_property
    def marks(self) -> set[str]:
        """The words near the quantity that single out a part, or can stand for such a word."""
        nearest = marks().intersection(WORD.findall(self.clause.lower()))
        return set(nearest | set(rules()["marked_too"]).intersection(self.printed))

    @cached_property
    def short(self) -> bool:
        """Whether it stands where a report tells in short what it tells in full elsewhere."""
        finding = self.finding
        if finding.part in rules()["short_parts"] or self.block.kind == "row":
            return True
        return short_heading(finding.section or "")


def mentions_of(sentence: StatedSentence, rarity: dict[str, float]) -> list[Mention]:
    """What each finding of a sentence tells."""
    spans = [
        (one.start - one.sentence_start, one.end - one.sentence_start) for one in sentence.findings
    ]
    figures = {at for span in spans for at in range(*span)}
    free = [word for word in sentence.words() if word[0] not in figures]
    reaches = _reaches(sentence.sentence.text, spans)
    return [
        _mention(sentence, finding, span, reach, free, rarity)
        for finding, span, reach in zip(sentence.findings, spans, reaches, strict=True)
    ]


def _mention(
    sentence: StatedSentence,
    finding: Finding,
    span: tuple[int, int],
    reach: tuple[int, int],
    free: Words,
    rarity: dict[str, float],
) -> Mention:
    left, right = reach
    core = stems(f"{finding.population or ''} {finding.predicate or ''}")
    if sentence.sentence.text[: span[0]].endswith("("):  # it stands behind what it is about
        core |= {word for at, _, word in free if word and left <= at < right}
    clause = _clause(sentence.sentence.text, reach, span)
    words = _weighed(sentence, core, clause, reach, rarity, free)
    _add_context(finding, sentence, words, rarity)
    for number in (finding.numerator, finding.denominator):
        words.pop(str(number), None)
    near = [word for word in free if left <= word[0] < right]
    return Mention(
        finding,
        sentence.sentence.block,
        words,
        sum(words.values()),
        sentence.sentence.text[left:right],
        sentence.sentence.text[clause[0] : clause[1]],
        [word for _, word, _ in near],
        [word for _, _, word in near if word],
        sentence.chapter,
    )


def _reaches(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The part of a sentence that is nearer to each quantity than to the others."""
    found: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(spans):
        left = spans[index - 1][1] if index else 0
        if index and text[left:start].strip() == "(":  # the large majority (78%)
            found.append(found[-1])
            continue
        right = index + 1
        while right < len(spans) and text[spans[right - 1][1] : spans[right][0]].strip() == "(":
            right += 1
        if text[:start].endswith("("):
            found.append((left, end))
        else:
            found.append((left, spans[right][0] if right < len(spans) else len(text)))
    return found


def _clause(text: str, reach: tuple[int, int], span: tuple[int, int]) -> tuple[int, int]:
    """The clause around a quantity, as far as a conjunction tells where it begins and ends."""
    left, right = reach
    begun = [match.end() for match in _FORMS.breaks.finditer(text, left, span[0])]
    ended = _FORMS.breaks.search(text, span[1], right)
    return begun[-1] if begun else left, ended.start() if ended else right


def _weighed(
    sentence: StatedSentence,
    core: set[str],
    clause: tuple[int, int],
    reach: tuple[int, int],
    rarity: dict[str, float],
    free: Words,
) -> dict[str, float]:
    """Words with their weights: how rare they are, and where in the sentence they stand."""
    if sentence.sentence.block.kind == "row" and core:  # the headings of its row and column
        return {word: rarity.get(word, UNSEEN) for word in sorted(core)}
    fields = rules()["fields"]
    words: dict[str, float] = {}
    for at, printed, word in free:
        if word is None:
            continue
        inside = clause[0] <= at < clause[1]
        near = reach[0] <= at < reach[1]
        if word in core or stem(printed) in core:
            weight = rarity[word] * fields["core" if inside else "beyond"]
        else:
            weight = rarity[word] * fields["near" if inside else "reach" if near else "far"]
        if weight > words.get(word, 0.0):
            words[word] = weight
    return words


def _add_context(
    finding: Finding, sentence: StatedSentence, words: dict[str, float], rarity: dict[str, float]
) -> None:
    """Words of a list's lead-in or an earlier sentence."""
    weight = rules()["fields"]["lead"]
    for word, share in sentence.before.items():
        words.setdefault(word, share * rarity.get(word, UNSEEN))
    for text in (
        sentence.sentence.block.lead_in,
        finding.population_context,
        finding.predicate_context,
    ):
        for word in sorted(stems(text)) if text else ():
            words.setdefault(word, weight * rarity.get(word, UNSEEN))


def population_of(finding: Finding, *, without_attributes: bool = False) -> set[str]:
    """Words for who or what a finding counts, with those for which of them: all, relevant.

    Without its attributes, "frontline practice across agencies" is frontline practice.
    """
    scopes = rules()["scopes"]
    population = (finding.population or "").lower()
    if without_attributes:
        population = _FORMS.attribute.split(population)[0]
    words = WORD.findall(population)
    found = (word if word in scopes else stem(word) for word in words)
    return {word for word in found if word and not word.isdigit()}


@cache
def _denials() -> frozenset[str]:
    return frozenset(rules()["denials"])
