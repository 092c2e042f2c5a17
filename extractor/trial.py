"""A framework tried on a report: what it makes of it, and what an author should look at."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.checks.evidence import Evidence
from extractor.checks.structure.extraction import find_out_of_bounds
from extractor.frameworks.grades import GradeReader
from extractor.frameworks.scores import ScoreStatements
from schemas.family import Example
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.rating import Rating
from schemas.report import Candidate, Report


@dataclass(frozen=True)
class Trial:
    """What a framework makes of one report; ``remarks`` are sentences for its author."""

    file: str
    taken: bool
    candidate: Candidate
    ratings: list[Rating]
    remarks: list[str]


def try_framework(report: Report, framework: Framework) -> Trial:
    """Hold a report, read with this framework among others, against the framework."""
    candidate = next(one for one in report.framework_candidates if one.framework == framework.id)
    taken = report.framework == framework.id
    remarks = [candidate.lost or ""] if not taken else []
    remarks += candidate.missing
    if taken:
        remarks += _remarks(report, framework)
    ratings = report.ratings if taken else []
    return Trial(report.file, taken, candidate, ratings, list(filter(None, remarks)))


def example_faults(framework: Framework) -> list[str]:
    """Examples that are not read as they say, and traps in which something is read."""
    faults = []
    for example in framework.examples:
        read = _read(framework, example.text)
        if read != [_expected(example)]:
            faults.append(f"example {example.text!r}: read {read or 'nothing'}")
    for trap in framework.traps:
        read = _read(framework, trap)
        if read:
            faults.append(f"trap {trap!r}: read {read}")
    return faults


def _expected(example: Example) -> tuple[str, str | float | None]:
    return example.outcome, example.grade if example.score is None else example.score


def _read(framework: Framework, text: str) -> list[tuple[str, str | float | None]]:
    """Outcomes with their grades or scores, as a piece of text states them."""
    if framework.scale.kind == "grades":
        return [(one.outcome, one.grade) for one in GradeReader(framework).read(text)]
    statements = ScoreStatements(framework)
    stated = statements.stated(text)
    outcome = statements.outcome(stated) if stated else None
    return [(outcome.id, float(stated["score"]))] if stated and outcome else []


def _remarks(report: Report, framework: Framework) -> list[str]:
    return [
        *(problem.message for problem in find_out_of_bounds(Evidence(report, framework))),
        *_out_of_time(report, framework),
        *_no_result(report, framework),
        *_broken_rules(report, framework),
        *_unknown_headings(report),
    ]


def _out_of_time(report: Report, framework: Framework) -> list[str]:
    """Whether the inspection lies outside the framework's dates, as far as both are known."""
    facts = report.metadata
    day = facts.fieldwork_start or facts.published
    if day is None:
        return []
    first, last = framework.valid_from, framework.valid_to
    outside = []
    if day[: len(first)] < first:
        outside.append(f"inspected {day}, before the framework's first date {first}")
    if last is not None and day[: len(last)] > last:
        outside.append(f"inspected {day}, after the framework's last date {last}")
    return outside


def _no_result(report: Report, framework: Framework) -> list[str]:
    """Outcomes without a result, where the family gives any, and those with more than one."""
    if not framework.gives_results:
        return []
    found = {rating.criterion for rating in report.ratings}
    remarks = [
        f"no result for {one.id} ({one.title})" for one in framework.outcomes if one.id not in found
    ]
    for rating in report.ratings:
        if rating.contradicted:
            places = ", ".join(f"page {one.page}" for one in rating.restated)
            remarks.append(f"{rating.criterion} has another result elsewhere ({places})")
    return remarks


def _broken_rules(report: Report, framework: Framework) -> list[str]:
    grades = {one.criterion: one.grade for one in report.ratings if one.grade is not None}
    broken = (
        rule for rule in framework.rules if rule.holds(grades, framework.scale.names) is False
    )
    return [f"rule broken: {rule.says}" for rule in broken]


def _unknown_headings(report: Report) -> list[str]:
    """Top headings, except the title, that open no part: the author may have forgotten one."""
    title = plain_words(report.metadata.title or "")
    return [
        f"no part for the heading {section.title!r} (page {section.page})"
        for section in report.sections
        if section.level == 1 and section.part is None and plain_words(section.title) != title
    ]
