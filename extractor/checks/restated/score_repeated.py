"""The headline of one outcome, repeated with another score or grade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.headline_places import headline, place_of
from extractor.checks.problem_places import Place, problem
from schemas.problem import Problem
from schemas.rating import Rating, Restatement
from schemas.report import Report


def find(evidence: Evidence) -> Iterator[Problem]:
    """One problem for each outcome whose mentions differ."""
    for rating in evidence.report.ratings:
        headlines = _pages_of_headlines(rating)
        if len(headlines) > 1:
            pages = "; ".join(
                f"{text} on page{'s' * (len(on) > 1)} {', '.join(map(str, sorted(on)))}"
                for text, on in headlines.items()
            )
            yield problem(
                CHECK.code,
                "error",
                f"{rating.title} has more than one headline: {pages}.",
                _places(evidence.report, rating),
                criterion=rating.criterion,
                verdict_changing=True,
                pages=[one.page for one in _others(rating)],
            )


def _pages_of_headlines(rating: Rating) -> dict[str, set[int]]:
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
    """The first mention, then those that differ from it."""
    yield place_of(report, rating)
    for one in _others(rating):
        yield place_of(report, one)


_ASSISTING = (
    "# Assisting sentencing\nOverall, 78% of work to assist sentencing was done well enough.\n"
)

CHECK = Check(
    code="score_repeated",
    find=find,
    severities={"error": ""},
    certainty=Certainty.RESULT,
    order=1,
    sees="the headline of one outcome, repeated with another score or grade",
    cannot_see="which of the two is meant",
    examples=(
        Example(
            f"{_ASSISTING}Overall, 72% of work to assist sentencing was done well enough.",
            says="Assisting sentencing has more than one headline: 78% on page 2; 72% on page 3.",
            framework="hmip-adult-offending-2013",
        ),
    ),
    traps=(
        Example(
            f"{_ASSISTING}Overall, 78% of work to assist sentencing was done well enough.",
            framework="hmip-adult-offending-2013",
        ),
    ),
)
