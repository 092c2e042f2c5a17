"""How the checks are run over one report."""

from __future__ import annotations

from typing import get_args

from extractor.assembly.sentences import Sentences
from extractor.checks.evidence import Evidence
from extractor.checks.registry import all_checks
from schemas.framework import Framework
from schemas.problem import Problem, Severity
from schemas.report import Report

_SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the most serious first


def run_checks(
    report: Report, framework: Framework | None, sentences: Sentences | None = None
) -> list[Problem]:
    """The problems that all checks find in a report, the most serious first, then by page.

    Args:
        report: with its findings, ratings and restatements.
        framework: the report's family; None where it has none.
        sentences: those of the report's blocks where they are parted already.
    """
    evidence = Evidence(report, framework, sentences)
    found = [problem for check in all_checks() for problem in check.find(evidence)]
    return _without_repeats(sorted(found, key=_seriousness))


def _without_repeats(problems: list[Problem]) -> list[Problem]:
    """Without what a less certain check finds in the same two or more findings."""
    spoken_of: set[frozenset[str]] = set()
    kept = []
    for problem in problems:
        findings = frozenset(problem.finding_ids)
        if len(findings) < 2 or findings not in spoken_of:
            kept.append(problem)
            spoken_of.add(findings)
    return kept


def _seriousness(problem: Problem) -> tuple[int, bool, int]:
    severity = _SEVERITIES.index(problem.severity)
    return severity, not problem.verdict_changing, min(problem.pages, default=0)
