"""Checks of headlines against each other and against the framework."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.checks.restated import score_repeated
from extractor.checks.results import grade_rule, score_missing, score_words
from extractor.checks.run import CHECKS, run_checks
from extractor.checks.structure import extraction
from schemas.finding import LedgerEntry
from schemas.framework import Framework, load_frameworks
from schemas.geometry import Box
from schemas.problem import Problem
from schemas.rating import Rating, Restatement
from schemas.report import Report
from tests.told import ID, messages, told

FAMILY = next(one for one in load_frameworks() if one.id == "hmip-adult-offending-2013")
GRADED = next(one for one in load_frameworks() if one.rules)
ASSIST = "Overall, 78% of work to assist sentencing was done well enough."
VICTIMS = "Overall, 74% of work to ensure the protection of the public was done well enough."
PARTS = {"Outcome one": "outcome1", "Outcome five": "outcome5"}


def rating(criterion: str, **fields: Any) -> Rating:
    given: dict[str, Any] = {
        "report_id": ID,
        "block_id": "b1",
        "start": 9,
        "end": 12,
        "page": 1,
        "boxes": [],
        "criterion": criterion,
        "title": f"Outcome {criterion}",
        "text": "78%",
    }
    return Rating(**given | fields)


def restated(page: int, text: str, **result: Any) -> Restatement:
    return Restatement(page=page, text=text, boxes=[], **result)


def scored(*texts: tuple[str, str], ratings: list[Rating]) -> Report:
    report = told(*texts, parts=PARTS, ratings=ratings)
    for finding in report.findings:
        finding.context = "score"
    return report


def test_a_score_told_again_otherwise() -> None:
    again = ASSIST.replace("78", "72")
    one = rating("1", score=78.0, restated=[restated(2, again, score=72.0)])
    report = scored(("Outcome one", ASSIST), ("Outcome one", again), ratings=[one])
    (problem,) = score_repeated.find(report, FAMILY)
    assert problem.message == "Outcome 1 has more than one headline: 78% on page 1; 72% on page 2."
    assert (problem.severity, problem.verdict_changing) == ("error", True)
    assert problem.quotes == [ASSIST, again]
    assert problem.pages == [1, 2]
    assert len(problem.finding_ids) == len(problem.places) == 2


def test_a_score_told_again_alike() -> None:
    one = rating("1", score=78.0, restated=[restated(2, ASSIST, score=78.0), restated(3, "-")])
    assert list(score_repeated.find(scored(("Outcome one", ASSIST), ratings=[one]), FAMILY)) == []


def test_grades_told_again_otherwise() -> None:
    one = rating("1", grade="Good", restated=[restated(2, "Inadequate", grade="Inadequate")])
    report = told("Nothing.", ratings=[one])
    (problem,) = score_repeated.find(report, None)
    assert "Good on page 1; Inadequate on page 2" in problem.message
    assert problem.quotes == ["78%"]  # the rating's own text, where no finding states it
    assert problem.pages == [1, 2]


def test_a_grade_told_again_is_quoted_where_it_stands() -> None:
    again = "The graded judgement is that it is inadequate"
    one = rating("1", grade="Good", restated=[restated(2, again, grade="Inadequate")])
    report = told("Nothing.", f"{again}.", ratings=[one])
    (problem,) = score_repeated.find(report, None)
    assert problem.quotes == ["78%", again]
    assert [place.page for place in problem.places] == [1, 2]


def test_a_score_in_the_words_of_another_outcome() -> None:
    ratings = [rating("5", score=74.0), rating("4", score=68.0, title="Four")]
    report = scored(("Outcome five", VICTIMS), ratings=ratings)
    (problem,) = score_words.find(report, FAMILY)
    assert problem.message == (
        "The score 74% stands under Delivering effective work for victims in the words of "
        "Protecting the public by minimising the risk of harm to others (whose score is 68%)."
    )
    assert (problem.criterion, problem.verdict_changing) == ("5", True)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Outcome one", ASSIST),
        ("", VICTIMS),
        ("Outcome five", "Overall, 74% of work was done well enough."),
        ("Outcome five", f"{VICTIMS[:-1]} and {ASSIST[0].lower()}{ASSIST[1:]}"),
    ],
    ids=["its own words", "nowhere", "no words", "words of two"],
)
def test_scores_whose_words_decide_nothing(heading: str, text: str) -> None:
    report = scored((heading, text), ratings=[])
    assert list(score_words.find(report, FAMILY)) == []
    assert list(score_words.find(report, None)) == []


def test_an_outcome_with_a_part_and_no_score() -> None:
    report = scored(("Outcome one", ASSIST), ("Outcome five", "Text."), ratings=[rating("1")])
    (problem,) = score_missing.find(report, FAMILY)
    assert problem.criterion == "5"
    assert "No headline was found for Delivering effective work for victims" in problem.message
    assert problem.pages == [2]
    report.ratings = []
    assert list(score_missing.find(report, FAMILY)) == []


def test_an_overall_grade_that_its_parts_do_not_allow() -> None:
    grades = {one.id: "Good" for one in GRADED.outcomes}
    rule = GRADED.rules[0]
    grades[rule.of] = GRADED.scale.names[-1]

    def problems() -> list[Problem]:
        ratings = [rating(name, grade=grade) for name, grade in grades.items()]
        return list(grade_rule.find(told("Nothing.", ratings=ratings), GRADED))

    assert rule.says.rstrip(".") in problems()[0].message
    assert problems()[0].verdict_changing
    grades[rule.of] = "Good"
    assert problems() == []
    del grades[rule.parts[0]]
    assert problems() == []


def test_percent_signs_without_account() -> None:
    ledger = [
        LedgerEntry(kind="percent", page=3, text="50%", reason="unknown"),
        LedgerEntry(kind="percent", page=4, text="60%", reason="chart label"),
        LedgerEntry(kind="fraction", page=5, text="half", reason="unknown"),
    ]
    report = told("In 41% of cases it was late.", ledger=ledger, percent_signs=3)
    one, lost = extraction.find_unaccounted(report, None)
    assert one.message == "1 of 3 percent signs became no finding and have no reason: “50%”."
    assert one.pages == [3]
    assert lost.message == "1 of 3 percent signs were lost in reading."
    assert {one.severity, lost.severity} == {"note"}


def test_pages_without_text() -> None:
    report = told("One.", "Two.", "Three.")
    assert list(extraction.find_pages_without_text(report, None)) == []
    report.pages[0].words = 0
    (problem,) = extraction.find_pages_without_text(report, None)
    assert (problem.severity, problem.pages) == ("note", [1])
    report.pages[1].words = 0
    assert next(iter(extraction.find_pages_without_text(report, None))).severity == "warning"


def test_garbled_text() -> None:
    plain = "The plan was made with the person and it was clear to all of them. " * 8
    shifted = "".join(chr(ord(one) + 1) if one.isalpha() else one for one in plain)
    (problem,) = extraction.find_garbled(told(plain, shifted), None)
    assert problem.pages == [2]


def test_findings_without_a_place() -> None:
    report = told("In 41% of cases it was late.")
    assert list(extraction.find_unlocated(report, None)) == []
    report.findings[0].boxes = []
    assert messages(list(extraction.find_unlocated(report, None))) == [
        "1 findings could not be located on their page."
    ]


def test_counts_out_of_bounds() -> None:
    report = told(ASSIST, ratings=[rating("1", score=78.0)])
    said = messages(list(extraction.find_out_of_bounds(report, FAMILY)))
    assert "1 ratings, where reports of the family have 5." in said
    assert list(extraction.find_out_of_bounds(report, None)) == []


def test_all_checks_together_the_most_serious_first(framework: Framework) -> None:
    again = ASSIST.replace("78", "72")
    one = rating("1", score=78.0, restated=[restated(2, again, score=72.0)])
    texts = [
        ("Outcome one", ASSIST),
        ("Outcome one", again),
        ("Outcome one", "In 41% of the 52 cases it was late."),
    ]
    report = scored(*texts, ratings=[one])
    report.findings[-1].context = "finding"
    report.pages[0].words = 0
    found = run_checks(report, framework)
    assert [one.code for one in found][:2] == ["score_repeated", "impossible_share"]
    order = ["error", "warning", "note"]
    assert [one.severity for one in found] == sorted(
        (one.severity for one in found), key=order.index
    )


def test_codes_are_unique() -> None:
    codes = [check.code for check in CHECKS]
    assert len(set(codes)) == len(codes)


def test_boxes_of_places_are_those_of_the_findings() -> None:
    report = told("In 41% of the 52 cases it was late.")
    (problem,) = (one for one in run_checks(report, None) if one.code == "impossible_share")
    assert problem.places[0].boxes == [Box(1, 50, 100, 500, 110)]
    assert problem.places[0].page == 1
