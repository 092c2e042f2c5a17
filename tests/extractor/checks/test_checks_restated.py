"""Checks of restatements, where it matters how sure it is that two findings state one fact."""

from __future__ import annotations

from extractor.checks.evidence import Evidence
from extractor.checks.excerpts import read_example
from extractor.checks.restated import restated_base, restated_number, restated_words
from schemas.rating import Rating
from schemas.report import RestatementPair
from tests.extractor.checks.saying import judgements, messages

SHARED = "The risk management plan had been shared with the police sufficiently often in"
CARRIED_OUT = "Actions set out in the risk management plan had been carried out as required in"
BASE, NUMBER, WORDS = restated_base.CHECK, restated_number.CHECK, restated_words.CHECK


def in_two_chapters(one: str, other: str) -> Evidence:
    return read_example(f"# Summary\n{one}\n# Protecting the public\n{other}")


def test_the_surer_the_more_serious() -> None:
    evidence = in_two_chapters(f"{CARRIED_OUT} three-quarters of cases.", f"{CARRIED_OUT} 61%.")
    report = evidence.report
    (pair,) = report.restatements
    pair.score = 0.95
    message = "The same is told as “three-quarters” on page 2 and as “61%” on page 4."
    assert judgements(NUMBER, evidence) == [("warning", message)]
    report.findings[0] = report.findings[0].model_copy(update={"kind": "percentage"})
    assert judgements(NUMBER, evidence) == [("error", message)]
    pair.score = 0.6
    assert judgements(NUMBER, evidence) == []


def test_another_base_is_not_another_number() -> None:
    unseen = "There was no evidence that the views of the victim had been taken into account in"
    evidence = in_two_chapters(f"{unseen} 41% of 44 cases.", f"{unseen} 41% of the 52 cases.")
    assert messages(BASE, evidence) == ["The same is told of 44 on page 2 and of 52 on page 4."]
    assert messages(NUMBER, evidence) == []


def test_a_sum_of_two_shares() -> None:
    evidence = in_two_chapters(
        "The objectives of the sentence plan had been achieved fully or partly in three-quarters "
        "of cases.",
        "The objectives of the sentence plan had been achieved fully in 45% and partly in 30% of "
        "cases.",
    )
    report = evidence.report
    one, other = report.findings[:2]
    report.restatements = [
        RestatementPair(
            finding_id=one.finding_id,
            other_id=other.finding_id,
            score=0.95,
            agrees=[],
            differs=["number"],
        )
    ]
    assert judgements(NUMBER, evidence) == []
    report.findings.pop()
    assert [severity for severity, _ in judgements(NUMBER, evidence)] == ["warning"]


def test_what_is_left_of_a_hundred_is_known_to_differ() -> None:
    evidence = in_two_chapters(
        f"{CARRIED_OUT} 61% of cases.",
        "Actions set out in the risk management plan had been carried out too seldom in 39% of "
        "cases.",
    )
    assert [pair.differs for pair in evidence.report.restatements] == [["number"]]
    assert messages(NUMBER, evidence) == []


def test_words_without_a_number_differ_from_nothing() -> None:
    evidence = in_two_chapters(f"{CARRIED_OUT} all cases.", f"{CARRIED_OUT} most cases.")
    for pair in evidence.report.restatements:
        pair.differs = ["number"]
    assert evidence.report.restatements
    assert messages(NUMBER, evidence) == []


def test_a_universal_and_a_share() -> None:
    evidence = in_two_chapters(f"{CARRIED_OUT} all cases.", f"{CARRIED_OUT} 61% of cases.")
    (pair,) = evidence.report.restatements
    pair.score = 0.95
    assert judgements(NUMBER, evidence) == [
        ("warning", "The same is told as “all” on page 2 and as “61%” on page 4.")
    ]
    pair.score = 0.8
    assert judgements(NUMBER, evidence) == []


def test_figures_of_graded_reports_are_compared_too() -> None:
    evidence = in_two_chapters(f"{CARRIED_OUT} 81% of cases.", f"{CARRIED_OUT} 61% of cases.")
    report = evidence.report
    # The service's own figures; there is no headline in percent.
    report.findings = [one.model_copy(update={"context": "score"}) for one in report.findings]
    report.ratings = [Rating.model_construct(criterion="1", grade="good", score=None)]
    assert [severity for severity, _ in judgements(NUMBER, evidence)] == ["error"]
    report.ratings = [Rating.model_construct(criterion="1", grade=None, score=81.0)]
    assert judgements(NUMBER, evidence) == []


def test_mentions_that_agree_two_by_two_only() -> None:
    evidence = read_example(
        f"# Summary\n{SHARED} more than one-third of cases.\n"
        f"# Protecting the public\n{SHARED} 40% of cases.\n"
        f"# Victims\n{SHARED} one-third of cases."
    )
    report = evidence.report
    for pair in report.restatements:
        pair.differs, pair.score = [], 0.95
    # 40% and one-third each restate the first, and not one another.
    report.restatements = [
        pair for pair in report.restatements if pair.finding_id == report.findings[0].finding_id
    ]
    assert judgements(WORDS, evidence) == [
        ("warning", "The same is told as “40%” on page 4 and as “one-third” on page 6.")
    ]
