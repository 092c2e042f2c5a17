"""Two counts of what is described in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.content_words import stems
from extractor.checks.evidence import Evidence
from extractor.checks.groups import Group, counted_otherwise
from extractor.checks.printed_counts import COUNT, count_of
from extractor.language.prefilter import compiled
from schemas.problem import Problem

# "the 28 cases where there were restrictive requirements": one definite group, described.
# Over the text in lower case.
_GROUP = compiled(
    rf"the(?<=\bthe)\s+(?P<count>{COUNT})\s+(?:\w+\s+)?(?P<noun>[a-z]+)\s+"
    r"(?P<which>(?:where|with|in\s+which|who|that|which)\b\s[^.,;:()]{8,90})"
)
# Words in common, and their share of the words of the shorter description. One word alone joins two
# pairs of groups that are not the same; three lose the pair that is. 0.48 and 0.72 change nothing.
_LEAST, _ALIKE = 2, 0.6


@dataclass(frozen=True)
class _Group(Group):
    words: frozenset[str]


def find(evidence: Evidence) -> Iterator[Problem]:
    """Groups that are described alike and counted otherwise."""
    return counted_otherwise(
        CHECK.code, evidence.report.report_id, _groups(evidence), _alike, _message
    )


def _message(one: _Group, first: int, other: _Group, second: int) -> str:
    return (
        f"What seems to be one group counts {one.count} on page {first} and "
        f"{other.count} on page {second}."
    )


def _groups(evidence: Evidence) -> list[_Group]:
    return [
        _Group(count, match["noun"], sentence, stems(match["which"]))
        for block in evidence.running_text
        if _GROUP.search(block.text.lower())
        for sentence in evidence.sentences_of(block)
        for match in _GROUP.finditer(sentence.text.lower())
        if (count := count_of(match["count"])) is not None
    ]


def _alike(one: _Group, other: _Group) -> bool:
    common = len(one.words & other.words)
    return common >= _LEAST and common >= _ALIKE * min(len(one.words), len(other.words))


_SET = "where restrictive requirements were set"

CHECK = Check(
    code="counts_of_same",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.LIKENESS,
    order=1,
    sees="“the 19 cases where …” and “the 28 cases where …” in the same words",
    cannot_see="whether the two groups are one: read both",
    examples=(
        Example(
            "In the 19 cases where restrictive requirements were in place, their use was right.\n"
            "In the 28 cases where there were restrictive requirements, they were monitored fully.",
            says="What seems to be one group counts 19 on page 1 and 28 on page 2.",
        ),
    ),
    traps=(
        f"We read the 19 cases {_SET} there.\nWe read the 19 cases {_SET} there.",
        f"We read the 19 cases {_SET} there.\n"
        "We read the 28 cases where a home visit was needed there.",
        f"We read the 19 plans {_SET} there.\nWe read the 28 cases {_SET} there.",
        f"We read 19 cases {_SET} there.\nWe read the 28 cases {_SET} there.",
    ),
)
