"""All checks, the most certain first, and how they are run."""

from __future__ import annotations

from schemas.checks import (
    all_and_exception,
    all_and_share,
    chapters,
    contents_page,
    count_above_base,
    count_and_share,
    counts_needed,
    counts_of_same,
    dates,
    extraction,
    grade_rule,
    impossible_share,
    numbered_headings,
    numbering,
    out_of_range,
    part_above_group,
    parts_and_total,
    parts_and_whole,
    rate_and_population,
    retold,
    retold_scope,
    sample_size,
    score_missing,
    score_repeated,
    score_words,
    summary_and_body,
    table_total,
    words_and_figures,
)
from schemas.checks.model import Check
from schemas.checks.sentences import sentences_kept
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
    words_and_figures.CHECK,
    parts_and_whole.CHECK,
    table_total.CHECK,
    rate_and_population.CHECK,
    out_of_range.CHECK,
    count_above_base.CHECK,
    parts_and_total.CHECK,
    part_above_group.CHECK,
    all_and_share.CHECK,
    all_and_exception.CHECK,
    retold.BASE,
    retold.NUMBER,
    retold.WORDS,
    retold_scope.CHECK,
    counts_of_same.CHECK,
    counts_needed.CHECK,
    sample_size.CHECK,
    summary_and_body.CHECK,
    chapters.MISSING,
    chapters.UNKNOWN,
    contents_page.CHECK,
    numbered_headings.CHECK,
    numbering.CHECK,
    dates.CHECK,
    extraction.BOUNDS,
    extraction.GARBLED,
    extraction.NO_TEXT,
    extraction.UNACCOUNTED,
    extraction.UNLOCATED,
)
_ORDER = ("error", "warning", "note")


def run_checks(report: Report, framework: Framework | None) -> list[Problem]:
    """What all checks say of a report, the most serious first, then by page."""
    with sentences_kept(report):
        found = [one for check in CHECKS for one in check.find(report, framework)]
    return _told_once(sorted(found, key=_seriousness))


def _told_once(problems: list[Problem]) -> list[Problem]:
    """Without what a less certain check says again of the same two findings."""
    told: set[frozenset[str]] = set()
    kept = []
    for one in problems:
        findings = frozenset(one.finding_ids)
        if len(findings) < 2 or findings not in told:
            kept.append(one)
            told.add(findings)
    return kept


def _seriousness(one: Problem) -> tuple[int, bool, int]:
    return _ORDER.index(one.severity), not one.verdict_changing, min(one.pages, default=0)
