"""Two counts of the cases that needed the same named thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.check_model import Check
from extractor.checks.check_numerals import NUMBER, number
from extractor.checks.check_sentences import Sentence, every_sentence
from extractor.checks.check_words import stems
from extractor.checks.groups import Group, counted_otherwise
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_NOUN = r"(?P<noun>cases|people|children|individuals|offenders|orders|plans|families)"
# "Nine orders in our sample should have been entered in the LEDA system"
_SHOULD = re.compile(
    rf"\b(?P<count>{NUMBER})\s+{_NOUN}\s+(?:in\s+(?:the|our)\s+sample\s+)?"
    r"(?:should\s+have\s+been|(?:needed|had|required)\s+to\s+be|required|needed)\s+"
    r"(?P<what>[^.;,:]{0,70}?)(?=[.;,:]|\s+(?:but|and)\b|$)",
    re.I,
)
# "LEDA was used in only three of the ten orders where it was required"
_WHERE = re.compile(
    rf"\bthe\s+(?P<count>{NUMBER})\s+{_NOUN}\s+(?:where|in\s+which|that|who)\s+"
    r"(?:(?:it|this|one)\s+was\s+|(?:it|this)\s+had\s+been\s+)?(?:required|needed)\b",
    re.I,
)
_GATE = ("required", "needed", "should have been", "to be")
_NAME = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z]\w*\b")
_USUAL = stems("recorded used made placed registered referred completed entered held effectively")


@dataclass(frozen=True)
class _Need(Group):
    name: str


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """Groups that needed one named thing, of the same kind and of different size."""
    return counted_otherwise(CHECK.code, report.report_id, _needs(report), _is_same, _message)


def _is_same(one: _Need, other: _Need) -> bool:
    return one.name == other.name


def _message(one: _Need, first: int, other: _Need, second: int) -> str:
    return (
        f"{one.name} was needed by {one.count} {one.noun} on page {first}, and by "
        f"{other.count} on page {second}."
    )


def _needs(report: Report) -> list[_Need]:
    return [
        need
        for sentence in every_sentence(report)
        if any(map(sentence.text.__contains__, _GATE))
        if (need := _should(sentence) or _where(sentence)) is not None
    ]


def _should(sentence: Sentence) -> _Need | None:
    """What the sentence's one group should have had, if it is a name and nothing more."""
    match = _SHOULD.search(sentence.text)
    if match is None:
        return None
    rest = sentence.text[match.start("what") :]
    names = _NAME.findall(rest)
    more = stems(match["what"]) - _USUAL - {one for name in names for one in stems(name)}
    spelled_out = sum(word[:1].isupper() for word in match["what"].split())
    if len(set(names)) != 1 or len(more) > spelled_out:
        return None
    return _need(match, names[0], sentence)


def _where(sentence: Sentence) -> _Need | None:
    """What the sentence's subject is, where its group is that of those who needed it."""
    match = _WHERE.search(sentence.text)
    if match is None:
        return None
    names = set(_NAME.findall(sentence.text[: match.start()]))
    return _need(match, names.pop(), sentence) if len(names) == 1 else None


def _need(match: re.Match[str], name: str, sentence: Sentence) -> _Need | None:
    count = number(match["count"])
    return None if count is None else _Need(count, match["noun"].lower(), sentence, name)


CHECK = Check("counts_needed", find)
