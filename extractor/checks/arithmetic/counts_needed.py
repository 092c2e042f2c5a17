"""Two counts of the cases that needed the same named thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.content_words import stems
from extractor.checks.evidence import Evidence, SentenceFindings
from extractor.checks.groups import Group, counted_otherwise
from extractor.checks.printed_counts import COUNT, count_of
from extractor.language.prefilter import compiled
from schemas.problem import Problem

_NOUN = r"(?P<noun>cases|people|children|individuals|offenders|orders|plans|families)"
# "Nine orders in our sample should have been entered in the LEDA system"
_SHOULD = compiled(
    rf"\b(?P<count>{COUNT})\s+{_NOUN}\s+(?:in\s+(?:the|our)\s+sample\s+)?"
    r"(?:should\s+have\s+been|(?:needed|had|required)\s+to\s+be|required|needed)\s+"
    r"(?P<what>[^.;,:]{0,70}?)(?=[.;,:]|\s+(?:but|and)\b|$)",
    re.I,
)
# "LEDA was used in only three of the ten orders where it was required"
_WHERE = compiled(
    rf"\bthe\s+(?P<count>{COUNT})\s+{_NOUN}\s+(?:where|in\s+which|that|who)\s+"
    r"(?:(?:it|this|one)\s+was\s+|(?:it|this)\s+had\s+been\s+)?(?:required|needed)\b",
    re.I,
)
_NAME = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z]\w*\b")
_USUAL = stems("recorded used made placed registered referred completed entered held effectively")


@dataclass(frozen=True)
class _Need(Group):
    name: str


def find(evidence: Evidence) -> Iterator[Problem]:
    """Groups that needed one named thing, of the same kind and of different size."""
    return counted_otherwise(
        CHECK.code, evidence.report.report_id, _needs(evidence), _is_same, _message
    )


def _is_same(one: _Need, other: _Need) -> bool:
    return one.name == other.name


def _message(one: _Need, first: int, other: _Need, second: int) -> str:
    return (
        f"{one.name} was needed by {one.count} {one.noun} on page {first}, and by "
        f"{other.count} on page {second}."
    )


def _needs(evidence: Evidence) -> list[_Need]:
    return [
        need
        for block in evidence.running_text
        if _SHOULD.search(block.text) or _WHERE.search(block.text)
        for sentence in evidence.sentences_of(block)
        if (need := _should(sentence) or _where(sentence)) is not None
    ]


def _should(sentence: SentenceFindings) -> _Need | None:
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


def _where(sentence: SentenceFindings) -> _Need | None:
    """What the sentence's subject is, where its group is that of those who needed it."""
    match = _WHERE.search(sentence.text)
    if match is None:
        return None
    names = set(_NAME.findall(sentence.text[: match.start()]))
    return _need(match, names.pop(), sentence) if len(names) == 1 else None


def _need(match: re.Match[str], name: str, sentence: SentenceFindings) -> _Need | None:
    count = count_of(match["count"])
    return None if count is None else _Need(count, match["noun"].lower(), sentence, name)


_REGISTERED = "Seven cases in the sample should have been recorded on the Violent Offender Register"

CHECK = Check(
    code="counts_needed",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.LIKENESS,
    order=2,
    sees="“nine orders should have been entered in LEDA”, and “the ten orders where it was "
    "required”: two counts of those who needed one thing that has a name in capitals",
    cannot_see="the same of things without such a name",
    examples=(
        Example(
            f"{_REGISTERED} (ViSOR) but only three had been.\n"
            "ViSOR was used effectively in only two out of the eight cases where it was required.",
            says="ViSOR was needed by 7 cases on page 1, and by 8 on page 2.",
        ),
    ),
    traps=(
        f"{_REGISTERED} (ViSOR).\nViSOR was used in two of the seven cases where it was needed.",
        f"{_REGISTERED} (ViSOR).\nMAPPA was used in two of the eight cases where it was needed.",
        f"{_REGISTERED} (ViSOR).\nViSOR was used in two of the eight cases where we found it.",
        "Twenty cases needed management at higher levels within MAPPA.\n"
        "MAPPA was used in two of the eight cases where it was needed.",
        "Twenty plans needed a review by MAPPA.\n"
        "MAPPA was used in two of the eight cases where it was needed.",
        "Twenty cases required a MAPPA.\n"
        "MAPPA and ViSOR were both used in the eight cases where it was needed.",
    ),
)
