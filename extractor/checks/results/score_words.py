"""A score sentence whose words are those of another outcome than the one it scores."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.headline_places import headline, place_of
from extractor.checks.problem_places import at_finding, problem
from schemas.finding import Finding
from schemas.framework import Framework
from schemas.plain import plain_words
from schemas.problem import Problem
from schemas.rating import Rating
from schemas.report import Report


def find(evidence: Evidence) -> Iterator[Problem]:
    """Score sentences in the part of one outcome that name the work of another."""
    report, framework = evidence.report, evidence.framework
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
    return {outcome for outcome, named in words.items() if any(map(text.__contains__, named))}


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
    its_score = f" (whose score is {score})" if score else ""
    return problem(
        CHECK.code,
        "error",
        f"The score {finding.text} stands under {here} in the words of {there}{its_score}.",
        [at_finding(finding), *([place_of(report, other)] if other else [])],
        criterion=placed,
        verdict_changing=True,
    )


_VICTIMS = "Overall, 74% of work to ensure the protection of the public was done well enough."
_OWN_CHAPTER = "# Delivering effective work for victims\n"
_FAMILY = "hmip-adult-offending-2013"

CHECK = Check(
    code="score_words",
    find=find,
    severities={"error": ""},
    certainty=Certainty.RESULT,
    order=2,
    sees="a score sentence under one outcome in the words of another",
    cannot_see="a sentence whose words the framework does not know",
    examples=(
        Example(
            f"{_OWN_CHAPTER}{_VICTIMS}",
            says="The score 74% stands under Delivering effective work for victims in the words of "
            "Protecting the public by minimising the risk of harm to others.",
            framework=_FAMILY,
        ),
    ),
    traps=(
        Example(
            "# Assisting sentencing\n"
            "Overall, 78% of work to assist sentencing was done well enough.",
            framework=_FAMILY,
        ),
        Example(_VICTIMS, framework=_FAMILY),  # under no outcome
        Example(f"{_OWN_CHAPTER}{_VICTIMS}"),  # no family, no outcomes
        Example(f"{_OWN_CHAPTER}Overall, 74% of work was done well enough.", framework=_FAMILY),
        Example(  # the words of two
            f"{_OWN_CHAPTER}Overall, 74% of work to ensure the protection of the public was done "
            "well enough and 78% of work to assist sentencing was done well enough.",
            framework=_FAMILY,
        ),
    ),
)
