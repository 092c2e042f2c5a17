"""What each finding tells, made comparable: its words by weight, its denials, years and place."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from schemas.document import Block
from schemas.finding import Finding

_WORD = re.compile(r"[a-z]+(?=[’'][a-z])|[a-z]{2,}|\d[\d,.]*\d|\d")
_YEARS = re.compile(r"\b(20|19)(\d\d)(?:\s?[–/-]\s?(?:20)?(\d\d))?\b")
_LEAST_STEM = 4
_SMOOTHING = 60  # sentences of other reports, as it were, so that a short one has weights too
_SELDOM = 0.005  # share of sentences that hold a word which is none of the usual
_UNSEEN = math.log2(_SMOOTHING)


@cache
def rules() -> dict[str, Any]:
    """The lists and weights of ``patterns/retellings.yaml``."""
    source = files("extractor") / "patterns" / "retellings.yaml"
    return dict(yaml.safe_load(source.read_text("utf-8")))


@cache
def _stops() -> frozenset[str]:
    return frozenset(rules()["stop"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(rules()["endings"], key=len, reverse=True))


@cache
def _contrasts() -> dict[str, list[int]]:
    """The sets of excluding words that each word belongs to."""
    found: dict[str, list[int]] = {}
    for number, words in enumerate(rules()["contrasts"]):
        for word in words:
            found.setdefault(str(word), []).append(number)
    return found


@lru_cache(maxsize=8192)
def stem(word: str) -> str | None:
    """What the forms of a word have in common; None for a word that says nothing of a fact."""
    if word in _stops():
        return None
    listed = rules()["forms"].get(word)
    if listed is not None:
        return str(listed)
    word = rules()["denied_forms"].get(word, word)
    for ending in _endings():
        if (
            word.endswith(ending)
            and not word.endswith("ss")
            and len(word) - len(ending) >= _LEAST_STEM
        ):
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")


@dataclass(slots=True)
class Sentence:
    """A sentence that holds findings: its words with their offsets, and the findings in order."""

    block: Block
    text: str
    offset: int
    words: list[tuple[int, str, str | None]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class Telling:
    """What one finding tells: the weight of its words, and the part of the sentence near it."""

    finding: Finding
    block: Block
    words: dict[str, float]
    total: float
    part: str
    printed: list[str]

    @cached_property
    def denied(self) -> bool:
        """Whether a word denies what is said."""
        said = _conceded().split((self.finding.predicate or self.part).lower())[0]
        if any(word in _denials() for word in _WORD.findall(said)):
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
        sets = _contrasts()
        for word in self.printed:
            for number in sets.get(word, ()):
                found.setdefault(number, set()).add(word)
        return found

    @cached_property
    def short(self) -> bool:
        """Whether it stands where a report tells in short what it tells in full elsewhere."""
        finding = self.finding
        if finding.part in ("summary", "foreword", "recommendations") or self.block.kind == "row":
            return True
        return bool(_short_heading().search(finding.section or ""))


def sentences_of(findings: list[Finding], blocks: list[Block]) -> list[Sentence]:
    """The sentences that hold findings, in reading order."""
    by_id = {block.block_id: block for block in blocks}
    found: dict[tuple[str, int], Sentence] = {}
    excluding = _contrasts()
    for finding in findings:
        block = by_id[finding.block_id]
        text = finding.sentence
        offset = block.text.rfind(text, 0, finding.start + len(text))
        sentence = found.get((finding.block_id, offset))
        if sentence is None:
            lower = text.lower()
            words = [
                (match.start(), match.group(), one)
                for match in _WORD.finditer(lower)
                if (one := stem(match.group())) is not None or match.group() in excluding
            ]
            sentence = found[finding.block_id, offset] = Sentence(block, text, offset, words)
        sentence.findings.append(finding)
    return list(found.values())


def rarities(sentences: list[Sentence]) -> dict[str, float]:
    """How much each word weighs: the more, the fewer sentences hold it."""
    holds: Counter[str] = Counter()
    for sentence in sentences:
        holds.update({word for _, _, word in sentence.words if word})
    total = len(sentences) + _SMOOTHING
    usual = _usual()
    return {
        word: math.log2(total / (count + _SMOOTHING * usual.get(word, _SELDOM)))
        for word, count in holds.items()
    }


@cache
def _usual() -> dict[str, float]:
    """The share of sentences in which the genre's common words stand."""
    found: dict[str, float] = {}
    for word, share in rules()["usual"].items():
        found[stem(word) or word] = share / 100
    return found


def tellings_of(sentence: Sentence, rarity: dict[str, float]) -> list[Telling]:
    """What each finding of a sentence tells."""
    spans = [(one.start - sentence.offset, one.end - sentence.offset) for one in sentence.findings]
    free = [
        word for word in sentence.words if not any(start <= word[0] < end for start, end in spans)
    ]
    return [_telling(sentence, index, spans, free, rarity) for index in range(len(spans))]


def _telling(
    sentence: Sentence,
    index: int,
    spans: list[tuple[int, int]],
    free: list[tuple[int, str, str | None]],
    rarity: dict[str, float],
) -> Telling:
    finding = sentence.findings[index]
    left, right = _reach(sentence.text, index, spans)
    core = stems(f"{finding.population or ''} {finding.predicate or ''}")
    if sentence.text[: spans[index][0]].endswith("("):  # it stands behind what it is about
        core |= {word for at, _, word in free if word and left <= at < right}
    words = _weighed(sentence, core, (left, right), free, rarity)
    _add_context(finding, sentence.block, words, rarity)
    for number in (finding.numerator, finding.denominator):
        words.pop(str(number), None)
    printed = [word for at, word, _ in free if left <= at < right]
    part = sentence.text[left:right]
    return Telling(finding, sentence.block, words, sum(words.values()), part, printed)


def _reach(text: str, index: int, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The part of a sentence that is nearer to a quantity than to the others."""
    start, end = spans[index]
    left = spans[index - 1][1] if index else 0
    if text[:start].endswith("("):
        return left, end
    return left, spans[index + 1][0] if index + 1 < len(spans) else len(text)


def _weighed(
    sentence: Sentence,
    core: set[str],
    reach: tuple[int, int],
    free: list[tuple[int, str, str | None]],
    rarity: dict[str, float],
) -> dict[str, float]:
    """Words with their weights: how rare they are, and where in the sentence they stand."""
    if sentence.block.kind == "row" and core:  # the headings of its row and column
        return {word: rarity.get(word, _UNSEEN) for word in core}
    fields, (left, right) = rules()["fields"], reach
    words: dict[str, float] = {}
    for at, _, word in free:
        if word is None:
            continue
        near = left <= at < right
        if word in core:
            weight = rarity[word] * fields["core" if near else "beyond"]
        else:
            weight = rarity[word] * fields["near" if near else "far"]
        if weight > words.get(word, 0.0):
            words[word] = weight
    return words


def _add_context(
    finding: Finding, block: Block, words: dict[str, float], rarity: dict[str, float]
) -> None:
    """Words of a list's lead-in or an earlier sentence."""
    weight = rules()["fields"]["lead"]
    for text in (block.lead_in, finding.population_context, finding.predicate_context):
        for word in stems(text) if text else ():
            words.setdefault(word, weight * rarity.get(word, _UNSEEN))


def stems(text: str) -> set[str]:
    """The stems of a text's words that say something of a fact."""
    return {one for word in _WORD.findall(text.lower()) if (one := stem(word)) is not None}


def population_of(finding: Finding) -> set[str]:
    """Words for who or what a finding counts, with those for which of them: all, relevant."""
    scopes = rules()["scopes"]
    words = _WORD.findall((finding.population or "").lower())
    found = (word if word in scopes else stem(word) for word in words)
    return {word for word in found if word and not word.isdigit()}


@cache
def _denials() -> frozenset[str]:
    return frozenset(rules()["denials"])


@cache
def _conceded() -> re.Pattern[str]:
    """Where a sentence goes on to what does not belong to the fact."""
    return re.compile("|".join(rf"[,;]\s+{re.escape(word)}\b" for word in rules()["conceding"]))


@cache
def _short_heading() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, rules()["short_headings"])), re.I)
