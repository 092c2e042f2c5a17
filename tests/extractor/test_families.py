"""Which family a report is of, and what its family makes of it: scores, criteria, metadata."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.frameworks.identify import chosen, identify
from extractor.frameworks.parts_and_criteria import criterion_of
from extractor.language.similarity import best_match
from extractor.pipeline import read_report
from extractor.trial import try_framework
from schemas.family import Identify, Lookups, Phrase
from schemas.framework import Framework
from tests.extractor.minimal import Sheet, sentences, sheets_pdf
from tests.readings import Reading


def family(framework: Framework, name: str, **rules: object) -> Framework:
    """Another family that is known by other phrases."""
    identified = Identify.model_validate(rules)
    return framework.model_copy(update={"id": name, "identify": identified})


def test_a_sample_is_of_its_family_and_nothing_is_missing(word_sample: Reading) -> None:
    (first, *_) = word_sample.report.framework_candidates
    assert word_sample.report.framework == first.framework == "hmip-adult-offending-2013"
    assert first.score >= 0.6


def test_another_family_is_none_with_the_candidates_and_what_was_missing(
    framework: Framework,
) -> None:
    sheet = Sheet()
    sheet.prose(f"{sentences(3)} Overall, 74% of work to assist sentencing was good.", 72, 100)
    report = read_report(sheets_pdf([sheet]), frameworks=[framework])
    assert report.framework is None
    (candidate,) = report.framework_candidates
    assert (candidate.framework, candidate.score) == (framework.id, 0)
    phrases = [phrase.text for phrase in framework.identify.phrases]
    assert [one for one in phrases if not any(one in said for said in candidate.missing)] == []
    assert report.ratings == []
    assert [finding.text for finding in report.findings] == ["74%"]
    assert {finding.criterion for finding in report.findings} == {None}


@pytest.mark.parametrize(
    "name",
    [
        "other/send/rutland-area-send-full-inspection-03-august-2023.pdf",
        "other/columns/eu-015.pdf",
        "ofsted/york-04-may-2022.pdf",
    ],
)
def test_published_reports_of_other_families_are_not_of_this_one(
    name: str, published: Callable[[str], Reading]
) -> None:
    report = published(name).report
    assert report.framework != "hmip-adult-offending-2013"
    candidates = {one.framework: one for one in report.framework_candidates}
    assert candidates["hmip-adult-offending-2013"].missing


def test_weights_and_pages_of_the_phrases_count(framework: Framework) -> None:
    own = family(
        framework,
        "own",
        phrases=[
            {"text": "Annual Report", "weight": 3, "within_pages": 2},
            {"text": "well enough", "weight": 1},
        ],
    )
    assert identify({1: "annual   REPORT"}, [own])[0].score == 0.75
    assert identify({3: "Annual Report"}, [own])[0].score == 0.0
    assert identify({9: "done well enough."}, [own])[0].score == 0.25
    assert identify({1: "Semi-annual reports"}, [own])[0].score == 0.0


@pytest.mark.parametrize(
    ("figures_are", "context"), [("inspectors_own", "finding"), ("reported", "score")]
)
def test_whose_figures_a_family_holds_is_said_by_the_family_and_not_by_its_scale(
    figures_are: str, context: str, framework: Framework
) -> None:
    sheet = Sheet()
    sheet.prose(f"{sentences(3)} Some 12% of visits were late.", 72, 100)
    own = family(framework, "own", phrases=[{"text": "visits"}])
    own = own.model_copy(update={"figures_are": figures_are})
    assert own.scale.kind == "percent"
    report = read_report(sheets_pdf([sheet]), frameworks=[own])
    assert [one.context for one in report.findings] == [context]


def test_what_must_not_occur_excludes(framework: Framework) -> None:
    own = family(framework, "own", phrases=[{"text": "report"}], none_of=[{"text": "draft"}])
    (candidate,) = identify({1: "report", 2: "a draft"}, [own])
    assert candidate.score == 0
    assert any("draft" in said for said in candidate.missing)


def test_two_families_alike_are_none(framework: Framework) -> None:
    phrases = [Phrase(text="report").model_dump()]
    one, two = (family(framework, name, phrases=phrases) for name in ("one", "two"))
    candidates = identify({1: "a report"}, [one, two])
    assert [candidate.score for candidate in candidates] == [1, 1]
    assert chosen(candidates, [one, two]) is None
    assert chosen(candidates[:1], [one]) == one
    assert chosen([], []) is None


@pytest.mark.parametrize(
    ("title", "part", "criterion"),
    [
        ("Assessment and planning to inform sentencing", "outcome1", "1.1"),
        ("Leadership and management to support sentencing", "outcome1", "1.4"),
        ("LEADERSHIP AND MANAGEMENT TO SUPPORT SENTENCING", "outcome1", "1.4"),
        ("Victim contact and restorative justice", "outcome5", "5.5"),
        ("Risk of harm is minimised", "outcome4", "4.3"),
        ("Risk of harm to victims is minimised", "outcome5", "5.3"),
        ("Key strengths", "outcome5", None),
        ("Assessment and planning to inform sentencing", "summary", None),
        ("Assessment and planning to inform sentencing", None, None),
        ("Summary", "outcome2", None),
    ],
)
def test_a_title_is_a_criterion_of_the_outcome_it_stands_in(
    title: str, part: str | None, criterion: str | None, framework: Framework
) -> None:
    assert criterion_of(title, part, framework).id == criterion


def test_scores_are_findings_of_their_own_context(each_sample: Reading) -> None:
    report = each_sample.report
    scores = [finding for finding in report.findings if finding.context == "score"]
    told = sum(1 + len(rating.restated) for rating in report.ratings)
    assert len(scores) == told
    for rating in report.ratings:
        places = {(finding.page, finding.start, finding.block_id) for finding in scores}
        assert (rating.page, rating.start, rating.block_id) in places
        assert rating.score == float(rating.text.rstrip("%"))


def test_a_criterion_of_no_outcome_may_stand_anywhere(framework: Framework) -> None:
    known = framework.model_dump()
    known["criteria"].append({"id": "staff", "title": "Staff and training"})
    own = Framework.model_validate(known)
    for part in (None, "summary", "outcome2"):
        assert criterion_of("Staff and training", part, own).id == "staff"
    title = "Assessment and planning to inform sentencing"
    assert [criterion_of(title, part, own).id for part in (None, "outcome1")] == [None, "1.1"]


def visits(**more: object) -> Framework:
    """A family without results."""
    return Framework.model_validate(
        {
            "id": "visits-2020",
            "title": "Visits",
            "inspectorate": "Office for Lamps",
            "valid_from": "2020",
            "source": {"document": "A letter", "where": "page 1", "licence": "OGL"},
            "identify": {"phrases": [{"text": "This letter is about a visit"}]},
            "scale": "none",
            **more,
        }
    )


def test_a_report_of_a_family_without_results_has_parts_criteria_and_no_ratings() -> None:
    own = visits(
        criteria=[{"id": "safety", "title": "Safety of the house"}],
        parts=[{"id": "findings", "headings": ["Main findings"]}],
        bounds={"findings": {"least": 1}},
    )
    sheet = Sheet()
    top = sheet.prose(f"This letter is about a visit. {sentences(3)}", 72, 100)
    for size, heading in ((16, "Main findings"), (13, "Safety of the house")):
        sheet.write(heading, 72, top + 20, size, bold=True)
        top = sheet.prose("Overall, 74% of work to assist sentencing was good.", 72, top + 50)
    report = read_report(sheets_pdf([sheet]), frameworks=[own])
    assert report.framework == own.id
    assert [(one.title, one.part, one.criterion) for one in report.sections] == [
        ("Main findings", "findings", None),
        ("Safety of the house", "findings", "safety"),
    ]
    assert report.ratings == []
    assert [(one.text, one.criterion) for one in report.findings] == [
        ("74%", None),
        ("74%", "safety"),
    ]
    assert [one.code for one in report.problems if one.criterion or one.verdict_changing] == []
    trial = try_framework(report, own)
    assert (trial.taken, trial.ratings, trial.remarks) == (True, [], [])


def test_a_title_between_two_criteria_is_none_of_them_and_both_are_kept() -> None:
    found = best_match(
        "Quality of all plans", {"Quality of all plan": "a", "Quality of all plant": "b"}
    )
    assert found.id is None
    assert {one.id for one in found.candidates} == {"a", "b"}
    assert found.candidates[0].score - found.candidates[1].score < 3


def test_what_comes_near_is_a_candidate_and_what_does_not_is_none() -> None:
    names = {"Risk of harm to victims is minimised": "5.3"}
    near = best_match("Risk of harm to victims", names)
    assert (near.id, [one.id for one in near.candidates]) == (None, ["5.3"])
    assert best_match("Acknowledgements", names) == (None, [])


def test_lookups_come_before_what_is_alike(framework: Framework) -> None:
    title = "Assessment and planning to inform sentencing"
    lookups = Lookups(criteria={title: None, "Reports for the courts": "1.1"})
    own = Framework.model_validate({**framework.model_dump(), "lookups": lookups})
    assert criterion_of(title, "outcome1", own) == (None, [])
    assert criterion_of("Reports for the Courts:", "outcome1", own).id == "1.1"


def test_the_candidates_stand_with_the_section(word_sample: Reading) -> None:
    named = [one for one in word_sample.report.sections if one.criterion_candidates]
    assert named
    best = [(one.criterion, one.criterion_candidates[0]) for one in named if one.level > 1]
    assert all(near.id == own for own, near in best if near.score >= 88)
