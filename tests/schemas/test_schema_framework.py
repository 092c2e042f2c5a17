from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from schemas.errors import FrameworkInvalid
from schemas.framework import Framework, load_framework, load_frameworks
from schemas.plain import holds, lower_letters, plain_words

# Inspection of Adult Offending Work in Northamptonshire (January 2014), Appendices 5 and 6.
OUTCOMES = {
    "1": "Assisting sentencing",
    "2": "Delivering the sentence of the court",
    "3": "Reducing the likelihood of reoffending",
    "4": "Protecting the public by minimising the risk of harm to others",
    "5": "Delivering effective work for victims",
}
PROCESSES = {
    "1": "Assessment and planning",
    "2": "Delivery and review",
    "3": "Case outcomes",
    "4": "Leadership and management",
    "5": "Victim work",
}
CRITERIA = {
    "1.1": "Assessment and planning to inform sentencing",
    "1.4": "Leadership and management to support sentencing",
    "2.1": "Assessment and planning to deliver the sentence",
    "2.2": "Delivery and review of the sentence plan and maximising offender engagement",
    "2.3": "Initial outcomes are achieved",
    "2.4": "Leadership and management to deliver the sentence and achieve initial outcomes",
    "3.1": "Assessment to reduce the likelihood of reoffending",
    "3.2": "Delivery of interventions to reduce the likelihood of reoffending",
    "3.3": "Likelihood of reoffending is reduced",
    "3.4": "Leadership and management to reduce the likelihood of reoffending",
    "4.1": "Assessment and planning to minimise risk of harm to others",
    "4.2": "Delivery of interventions to minimise risk of harm to others",
    "4.3": "Risk of harm to others is minimised",
    "4.4": "Leadership and management to minimise risk of harm to others",
    "5.1": "Assessment and planning to minimise risk of harm to victims",
    "5.2": "Delivery of interventions to minimise risk of harm to victims",
    "5.3": "Risk of harm to victims is minimised",
    "5.4": "Leadership and management to deliver effective work for victims",
    "5.5": "Victim contact and restorative justice",
}

Data = dict[str, Any]

SMALL: Data = {
    "id": "small-2020",
    "title": "Inspection of Small Things",
    "inspectorate": "An Inspectorate",
    "valid_from": "2020",
    "source": {"document": "A report", "where": "page 1", "licence": "OGL"},
    "identify": {"phrases": [{"text": "small things"}]},
    "scale": {"kind": "percent"},
    "outcomes": [{"id": "1", "title": "First"}, {"id": "2", "title": "Second"}],
    "processes": [{"id": "1", "title": "Planning"}],
    "criteria": [{"id": "1.1", "outcome": "1", "process": "1", "title": "Planning of the first"}],
    "parts": [
        {"id": "outcome1", "outcome": "1", "headings": ["Outcome 1: First", "First"]},
        {"id": "appendix1", "headings": ["About the area"], "prefixes": ["Appendix 1"]},
    ],
}


# A family without results, as visits and letters are.
VISITS: Data = {
    **{key: SMALL[key] for key in ("id", "title", "inspectorate", "valid_from")},
    **{key: SMALL[key] for key in ("source", "identify")},
    "scale": "none",
    "criteria": [{"id": "safety", "title": "Safety of the house"}],
    "parts": [{"id": "summary", "headings": ["Headline findings"]}],
}


def changed(change: str, value: Any) -> Data:
    """The small framework with one thing changed; ``change`` is a path of keys and indices."""
    data = copy.deepcopy(SMALL)
    *path, last = change.split(".")
    place: Any = data
    for key in path:
        place = place[int(key)] if key.isdigit() else place[key]
    place[int(last) if last.isdigit() else last] = value
    return data


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_outcomes_processes_and_criteria_are_those_of_the_published_report(
    framework: Framework,
) -> None:
    assert {one.id: one.title for one in framework.outcomes} == OUTCOMES
    assert {one.id: one.title for one in framework.processes} == PROCESSES
    assert {one.id: one.title for one in framework.criteria} == CRITERIA


def test_the_digits_of_a_criterion_are_its_outcome_and_its_process(framework: Framework) -> None:
    assert {one.id: f"{one.outcome}.{one.process}" for one in framework.criteria} == {
        one: one for one in CRITERIA
    }


def test_two_outcomes_share_questions(framework: Framework) -> None:
    # Appendix 5: "Some of the questions in this section also contribute to the Protecting the
    # Public score."
    assert framework.scoring is not None
    assert [sorted(group) for group in framework.scoring.shared_questions] == [["4", "5"]]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Foreword", "foreword"),
        ("SUMMARY", "summary"),
        ("Outcome 1: Assisting sentencing", "outcome1"),
        ("outcome 3 – Reducing the likelihood of reoffending", "outcome3"),
        ("Outcome 4: Protecting the public by minimising the risk of harm to others", "outcome4"),
        ("Appendix 1 Contextual information about the area inspected", "appendix1"),
        ("Appendix 1: something new", "appendix1"),
        ("Contextual information about the inspected case sample", "appendix2"),
        ("Appendix 10 Another", None),
        ("Key strengths", None),
        ("", None),
    ],
)
def test_the_part_that_a_heading_opens(
    heading: str, part: str | None, framework: Framework
) -> None:
    assert framework.part_of(heading) == part


def test_the_outcome_of_a_part(framework: Framework) -> None:
    assert framework.outcome_of_part("outcome5") == "5"
    assert framework.outcome_of_part("foreword") is None
    assert framework.outcome_of_part(None) is None
    assert framework.outcome("4").short_title == "Protecting the public"
    with pytest.raises(KeyError):
        framework.outcome("6")


def test_the_small_framework_is_sound(tmp_path: Path) -> None:
    loaded = load_framework(written(tmp_path, yaml.safe_dump(SMALL)))
    assert loaded.part_of("first") == "outcome1"
    assert [one.id for one in load_frameworks(tmp_path)][-1] == "small-2020"


@pytest.mark.parametrize("scale", ["none", {"kind": "none"}])
def test_a_family_without_results_needs_no_outcomes(scale: Any, tmp_path: Path) -> None:
    loaded = load_framework(written(tmp_path, yaml.safe_dump({**VISITS, "scale": scale})))
    assert not loaded.gives_results
    assert (loaded.outcomes, loaded.scale.names) == ([], [])
    assert loaded.part_of("Headline findings") == "summary"
    assert loaded.criteria[0].outcome is None


def test_a_scale_may_be_written_as_its_kind(tmp_path: Path) -> None:
    loaded = load_framework(written(tmp_path, yaml.safe_dump({**SMALL, "scale": "percent"})))
    assert loaded == load_framework(written(tmp_path, yaml.safe_dump(SMALL)))
    assert loaded.gives_results


def test_two_frameworks_of_one_id_are_refused_by_its_name(tmp_path: Path) -> None:
    written(tmp_path, yaml.safe_dump(SMALL))
    (tmp_path / "again.yaml").write_text(yaml.safe_dump(SMALL), "utf-8")
    with pytest.raises(FrameworkInvalid, match=r"is called small-2020$"):
        load_frameworks(tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (changed("colour", "red"), "colour"),
        (changed("criteria.0.titel", "x"), "titel"),
        (changed("criteria.0.outcome", "9"), "1.1 names no outcome"),
        (changed("criteria.0.process", "9"), "1.1 names no process"),
        (changed("parts.0.outcome", "9"), "outcome1 names no outcome"),
        (changed("outcomes.1.id", "1"), "outcome: more than one"),
        (changed("criteria", SMALL["criteria"] * 2), "criterion: more than one"),
        (changed("parts.1.headings", ["FIRST"]), "part: more than one is called first"),
        (changed("parts.1.prefixes", ["first"]), "part: more than one is called first"),
        (changed("identify.phrases", []), "phrases"),
        (changed("identify.enough", 1.5), "enough"),
        (changed("identify.phrases.0", {"text": "a", "weight": 0}), "weight"),
        (changed("scale.kind", "stars"), "scale"),
        ({**SMALL, "figures_are": "mixed"}, "figures_are"),
        ({k: v for k, v in SMALL.items() if k != "outcomes"}, "no outcomes"),
        ({**SMALL, "scale": "grades"}, "at least two grades"),
        ({**VISITS, "scale": "nothing"}, "scale"),
        ({**VISITS, "scale": {"kind": "none", "grades": [{"name": "Good"}]}}, "has no grades"),
        ({**VISITS, "scoring": {"method": "none"}}, "scoring: .*no results"),
        ({**VISITS, "traps": ["It is good."]}, "traps: .*no results"),
        ({**VISITS, "bounds": {"ratings": {"least": 0}}}, "bounds.ratings: .*no results"),
    ],
)
def test_a_framework_that_breaks_the_format_says_where(
    data: Data, message: str, tmp_path: Path
) -> None:
    with pytest.raises(FrameworkInvalid, match=message) as caught:
        load_framework(written(tmp_path, yaml.safe_dump(data)))
    assert "own.yaml" in str(caught.value)


@pytest.mark.parametrize("text", ["id: [", "just words", ""])
def test_what_is_no_framework_at_all(text: str, tmp_path: Path) -> None:
    with pytest.raises(FrameworkInvalid, match=r"own\.yaml"):
        load_framework(written(tmp_path, text))


def test_plain_words() -> None:
    assert (
        plain_words("  Outcome 1: Assisting—sentencing_now! ")
        == "outcome 1 assisting sentencing now"
    )


def test_holds() -> None:
    text = "The Westmarch Probation—Trust’s plans"
    assert holds(text, "westmarch probation TRUST")
    assert not holds(text, "West Probation Trust")
    assert not holds(text, "march Probation Trust")
    assert not holds(text, "Westmarch Probation Tr")


def test_lower_letters_keeps_offsets() -> None:
    assert lower_letters("İN Ürn") == "İn ürn"
