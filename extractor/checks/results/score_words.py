"""A score sentence whose words are those of another outcome than the one it scores."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Check, at_finding, problem
from extractor.checks.restated.score_repeated import headline, place_of
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.problem import Problem
from schemas.rating import Rating
from schemas.report import Report


def find(report: Report, framework: Framework | None) -> Iterator[Problem]:
    """Score sentences in the part of one outcome that name the work of another."""
    if framework is None:
        return
    scores = [one for one in report.findings if one.context == "score"]
    words = _score_words(framework) if scores else {}
    ratings = {rating.criterion: rating for rating in report.ratings}
    for finding in scores:
        placed = framework.outcome_of_part(finding.part)
        if placed is None:
            continue
        named = _named(finding.sentence, words)
        if named and placed not in named:
            (other,) = named if len(named) == 1 else (None,)
            if other is not None:
                yield _problem(report, finding, placed, other, framework, ratings)


def _score_words(framework: Framework) -> dict[str, list[str]]:
    """The words for the work of each outcome, with a space before and behind."""
    return {
        outcome.id: [f" {plain_words(words)} " for words in outcome.score_words]
        for outcome in framework.outcomes
    }


def _named(sentence: str, words: dict[str, list[str]]) -> set[str]:
    """The outcomes whose work a sentence speaks of."""
    text = f" {plain_words(sentence)} "
    return {outcome for outcome, some in words.items() if any(map(text.__contains__, some))}


def _problem(
    report: Report,
    finding: Finding,
    placed: str,
    named: str,
    framework: Framework,
    ratings: dict[str, Rating],
) -> Problem:
    here, there = (framework.outcome(one).title for one in (placed, named))
    other = ratings.get(named)
    score = headline(other.score, other.grade) if other else None
    whose = f" (whose score is {score})" if score else ""
    return problem(
        CHECK.code,
        "error",
        f"The score {finding.text} stands under {here} in the words of {there}{whose}.",
        [at_finding(finding), *([place_of(report, other)] if other else [])],
        criterion=placed,
        verdict_changing=True,
    )


CHECK = Check("score_words", find)
