"""A universal whose exception the next sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.check_model import Check, at_finding, problem
from extractor.checks.check_numerals import NUMBER
from extractor.checks.check_sentences import Sentence, every_sentence
from extractor.checks.check_words import stems
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_EXCEPTION = re.compile(
    rf"\b(?:in|for)\s+(?:only\s+)?(?:{NUMBER}|a\s+few|some|several)\b[^.;]*", re.I
)
_NOT = re.compile(r"\b(?:not|no|never|nor|without|failed|in(?:sufficient|adequate)\w*)\b", re.I)
_COMMON = 4  # words: fewer may be those of the subject alone


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """ "… were recorded and acted upon in all of them. … in one case … were not recorded or acted
    upon": the words of the universal, denied of some."""
    for one, other in pairwise(every_sentence(report)):
        if one.block is not other.block:
            continue
        for universal in filter(_is_praise_of_all, one.findings):
            if _denies(one, other):
                yield problem(
                    CHECK.code,
                    "error",
                    f"“{universal.text}” is followed by an exception.",
                    [at_finding(universal), other.place(report.report_id)],
                    criterion=universal.criterion,
                )
                break


def _is_praise_of_all(finding: Finding) -> bool:
    return finding.kind == "vague" and finding.value == 100 and finding.polarity == "+"


def _denies(one: Sentence, other: Sentence) -> bool:
    said = stems(one.text)
    return any(
        _NOT.search(match.group()) and len(said & stems(match.group())) >= _COMMON
        for match in _EXCEPTION.finditer(other.text)
    )


CHECK = Check("all_and_exception", find)
