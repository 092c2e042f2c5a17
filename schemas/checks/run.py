"""All checks, the most certain first, and how they are run."""

from __future__ import annotations

from schemas.checks import (
    count_above_base,
    count_and_share,
    extraction,
    grade_rule,
    impossible_share,
    out_of_range,
    parts_and_whole,
    score_missing,
    score_repeated,
    score_words,
)
from schemas.checks.model import Check
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.report import Report

CHECKS: tuple[Check, ...] = (
    score_repeated.CHECK,
    score_words.CHECK,
    score_missing.CHECK,
    grade_rule.CHECK,
    impossible_share.CHECK,
    count_and_share.CHECK,
    parts_and_whole.CHECK,
    out_of_range.CHECK,
    count_above_base.CHECK,
    extraction.BOUNDS,
    extraction.GARBLED,
    extraction.NO_TEXT,
    extraction.UNACCOUNTED,
    extraction.UNLOCATED,
)
_ORDER = ("error", "warning", "note")


def run_checks(report: Report, framework: Framework | None) -> list[Problem]:
    """What all checks say of a report, the most serious first, then by page."""
    found = [one for check in CHECKS for one in check.find(report, framework)]
    return sorted(found, key=_seriousness)


def _seriousness(one: Problem) -> tuple[int, bool, int]:
    return _ORDER.index(one.severity), not one.verdict_changing, min(one.pages, default=0)
