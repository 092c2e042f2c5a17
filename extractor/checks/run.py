"""All checks, the most certain first, and how they are run."""

from __future__ import annotations

from extractor.checks.arithmetic import (
    count_above_base,
    count_and_share,
    counts_needed,
    counts_of_same,
    impossible_share,
    out_of_range,
    part_above_group,
    parts_and_total,
    parts_and_whole,
    rate_and_population,
    table_total,
)
from extractor.checks.check_model import Check
from extractor.checks.check_sentences import sentences_kept
from extractor.checks.restated import (
    all_and_exception,
    all_and_share,
    restated_figures,
    restated_scope,
    score_repeated,
    summary_and_body,
    words_and_figures,
)
from extractor.checks.results import grade_rule, sample_size, score_missing, score_words
from extractor.checks.structure import (
    contents_page,
    date_order,
    extraction,
    missing_chapters,
    numbered_headings,
    paragraph_gaps,
)
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
    restated_figures.BASE,
    restated_figures.NUMBER,
    restated_figures.WORDS,
    restated_scope.CHECK,
    counts_of_same.CHECK,
    counts_needed.CHECK,
    sample_size.CHECK,
    summary_and_body.CHECK,
    missing_chapters.MISSING,
    missing_chapters.UNKNOWN,
    contents_page.CHECK,
    numbered_headings.CHECK,
    paragraph_gaps.CHECK,
    date_order.CHECK,
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
