"""Checks of headlines, with ratings that no short text gives."""

from __future__ import annotations

from typing import Any

from extractor.checks.check_model import Example
from extractor.checks.evidence import Evidence
from extractor.checks.excerpts import REPORT_ID, read_example
from extractor.checks.restated import score_repeated
from extractor.checks.results import grade_rule, score_missing, score_words
from extractor.checks.structure import extraction
from schemas.framework import Framework, load_frameworks
from schemas.rating import Rating, Restatement
from tests.extractor.checks.saying import messages

GRADED = next(one for one in load_frameworks() if one.rules)
ASSIST = "Overall, 78% of work to assist sentencing was done well enough."
VICTIMS = "Overall, 74% of work to ensure the protection of the public was done well enough."


def rating(criterion: str, **fields: Any) -> Rating:
    given: dict[str, Any] = {
        "report_id": REPORT_ID,
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


def restated(page: int, text: str, at: tuple[int, int] = (0, 1), **result: Any) -> Restatement:
    start, end = at
    place = {"block_id": f"b{page}", "start": start, "end": end}
    return Restatement(**place, page=page, text=text, boxes=[], **result)


def rated(text: str, *ratings: Rating) -> Evidence:
    return read_example(Example(text, fields={"ratings": list(ratings)}))


def test_both_places_of_a_score_are_named(framework: Framework) -> None:
    again = ASSIST.replace("78", "72")
    text = f"# Assisting sentencing\n{ASSIST}\n{again}"
    (problem,) = score_repeated.find(read_example(Example(text, framework=framework.id)))
    assert problem.verdict_changing
    assert problem.criterion == "1"
    assert problem.quotes == [ASSIST, again]
    assert problem.pages == [2, 3]
    assert len(problem.finding_ids) == len(problem.places) == 2


def test_a_mention_without_a_result() -> None:
    one = rating("1", score=78.0, restated=[restated(2, ASSIST, score=78.0), restated(3, "-")])
    assert messages(score_repeated.CHECK, rated(ASSIST, one)) == []


def test_a_repeated_grade_is_quoted_where_it_stands() -> None:
    again = "The graded judgement is that it is inadequate"
    one = rating("1", grade="Good", restated=[restated(2, again, (35, 45), grade="Inadequate")])
    (problem,) = score_repeated.find(rated(f"Nothing.\n{again}.", one))
    assert "Good on page 1; Inadequate on page 2" in problem.message
    assert problem.quotes == ["78%", again]  # the first is the rating's own text
    assert [(place.page, place.block_id, place.start) for place in problem.places] == [
        (1, "b1", 9),
        (2, "b2", 35),
    ]


def test_equal_sentences_keep_their_places(framework: Framework) -> None:
    again = ASSIST.replace("78", "72")
    text = f"# Assisting sentencing\n{ASSIST}\n{again}\n{again}"
    (problem,) = score_repeated.find(read_example(Example(text, framework=framework.id)))
    assert [place.page for place in problem.places] == [2, 3, 4]
    assert len(set(problem.finding_ids)) == 3


def test_the_score_of_the_outcome_whose_words_they_are(framework: Framework) -> None:
    text = (
        "# Delivering effective work for victims\n"
        f"{VICTIMS}\n"
        "# Protecting the public\n"
        f"{VICTIMS.replace('74', '68')}"
    )
    evidence = read_example(Example(text, framework=framework.id))
    assert [(one.criterion, one.score) for one in evidence.report.ratings] == [
        ("4", 68.0),
        ("5", 74.0),
    ]
    (problem,) = score_words.find(evidence)
    assert problem.message.endswith("(whose score is 68%).")
    assert (problem.criterion, problem.verdict_changing) == ("5", True)


def test_where_an_outcome_without_a_score_stands(framework: Framework) -> None:
    text = f"# Assisting sentencing\n{ASSIST}\n# Delivering effective work for victims\nText."
    (problem,) = score_missing.find(read_example(Example(text, framework=framework.id)))
    assert (problem.criterion, problem.pages) == ("5", [3])


def test_a_rule_needs_every_grade() -> None:
    grades = {one.id: "Good" for one in GRADED.outcomes}
    rule = GRADED.rules[0]
    grades[rule.of] = GRADED.scale.names[-1]

    def found() -> list[str]:
        ratings = [rating(name, grade=grade) for name, grade in grades.items()]
        report = rated("Nothing.", *ratings).report
        return messages(grade_rule.CHECK, Evidence(report, GRADED))

    assert rule.says.rstrip(".") in found()[0]
    del grades[rule.parts[0]]
    assert found() == []


def test_every_bound_is_held(framework: Framework) -> None:
    text = f"# Assisting sentencing\n{ASSIST}"
    evidence = read_example(Example(text, framework=framework.id))
    assert "1 ratings, where reports of the family have 5." in messages(extraction.BOUNDS, evidence)
    assert len(messages(extraction.BOUNDS, evidence)) == 3
