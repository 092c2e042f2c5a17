"""The headline of one outcome, told again with another score or grade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.check_model import Check, Place, at_finding, at_text, problem
from schemas.document import Block
from schemas.finding import Finding, Provenance
from schemas.framework import Framework
from schemas.problem import Problem
from schemas.rating import Rating, Restatement
from schemas.report import Report


def find(report: Report, _framework: Framework | None) -> Iterator[Problem]:
    """One problem for each outcome whose mentions differ."""
    for rating in report.ratings:
        told = _tellings(rating)
        if len(told) > 1:
            pages = "; ".join(
                f"{headline} on page{'s' * (len(on) > 1)} {', '.join(map(str, sorted(on)))}"
                for headline, on in told.items()
            )
            yield problem(
                CHECK.code,
                "error",
                f"{rating.title} has more than one headline: {pages}.",
                _places(report, rating),
                criterion=rating.criterion,
                verdict_changing=True,
                pages=[one.page for one in _others(rating)],
            )


def headline(score: float | None, grade: str | None) -> str | None:
    """A score or a grade as one text."""
    return grade if score is None else f"{score:g}%"


def _tellings(rating: Rating) -> dict[str, set[int]]:
    """The pages of each headline that an outcome is given."""
    pages: defaultdict[str, set[int]] = defaultdict(set)
    mentions = [(one.score, one.grade, one.page) for one in rating.restated]
    for score, grade, page in [(rating.score, rating.grade, rating.page), *mentions]:
        text = headline(score, grade)
        if text:
            pages[text].add(page)
    return dict(pages)


def _others(rating: Rating) -> list[Restatement]:
    """The mentions that give another headline than the first."""
    first = headline(rating.score, rating.grade)
    return [one for one in rating.restated if headline(one.score, one.grade) != first]


def _places(report: Report, rating: Rating) -> Iterator[Place]:
    """The first telling, then those that differ from it."""
    yield place_of(report, rating)
    for one in _others(rating):
        finding = _finding(report, one.page, one.text)
        block = _block(report, one) if finding is None else None
        if finding is not None:
            yield at_finding(finding)
        elif block is not None:
            start = block.text.index(one.text)
            yield at_text(report.report_id, block, start, start + len(one.text))


def _block(report: Report, one: Restatement) -> Block | None:
    """The block that states a grade: what is graded is no finding."""
    on_page = (block for block in report.blocks if block.page <= one.page <= block.last_page)
    return next((block for block in on_page if one.text and one.text in block.text), None)


def place_of(report: Report, rating: Rating) -> Place:
    """Where a headline is first told."""
    for finding in report.findings:
        if (finding.block_id, finding.start) == (rating.block_id, rating.start):
            return at_finding(finding)
    fields = {name: getattr(rating, name) for name in Provenance.model_fields}
    return Place(Provenance.model_construct(**fields), rating.text)


def _finding(report: Report, page: int, sentence: str) -> Finding | None:
    found = (one for one in report.findings if one.page == page and one.sentence == sentence)
    return next(found, None)


CHECK = Check("score_repeated", find)
