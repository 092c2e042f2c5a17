"""A share in words with its figure in brackets behind it, which the words do not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.checks.model import Check, at_finding, problem
from schemas.checks.sentences import sentences
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

_OPENS = re.compile(r"(?:\s+[\w’'-]+){0,4}\s*\(\s*")
_CLOSES = re.compile(r"\s*(?:of\s+[\w\s]{1,20})?\)")
_SLACK = 1e-6


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """ "more than half (48%)", "one-third of plans (12 of 20)"."""
    for sentence in sentences(report):
        for words, figure in sentence.neighbours():
            in_brackets = _OPENS.fullmatch(sentence.between(words, figure))
            if not in_brackets or not _CLOSES.match(sentence.after(figure)):
                continue
            if _is_worded(words) and _is_figure(figure) and _disjoint(words, figure):
                yield problem(
                    CHECK.code,
                    "error",
                    f"“{words.text}” is told as {figure.text}.",
                    [at_finding(words), at_finding(figure)],
                    criterion=words.criterion,
                )


def _is_worded(finding: Finding) -> bool:
    return finding.kind == "fraction" and not finding.change


def _is_figure(finding: Finding) -> bool:
    return finding.kind in ("percentage", "ratio") and not finding.change


def _disjoint(one: Finding, other: Finding) -> bool:
    if None in (one.low, one.high, other.low, other.high):
        return False
    low, high = max(one.low or 0, other.low or 0), min(one.high or 0, other.high or 0)
    return high < low - _SLACK


CHECK = Check("words_and_figures", find)
