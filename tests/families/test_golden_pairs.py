"""Golden pairs: for every framework a report in its manner, and what is read in it.

The family of percentages has the sample reports instead, whose truth other tests hold it against.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpora.samples import TRUTH
from extractor.pipeline import read_report
from extractor.trial import try_framework
from schemas.framework import Framework, load_frameworks
from schemas.report import Report
from tests.families.typeset import typeset

GOLDEN = Path(__file__).parent.parent / "golden"
OUTSIDE = Path(__file__).parent / "outside"
PAIRS = sorted(path.stem for path in GOLDEN.glob("*.yaml"))
SAMPLED = {"hmip-adult-offending-2013"}


@cache
def frameworks() -> tuple[Framework, ...]:
    """Those of the package and one that is not in it."""
    return tuple(load_frameworks(OUTSIDE))


@cache
def pair(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"))
    return data


@cache
def report(name: str) -> Report:
    return read_report(typeset(pair(name)["pages"]), frameworks=frameworks())


def test_every_framework_has_a_golden_pair() -> None:
    assert {one.id for one in frameworks()} == {*PAIRS, *SAMPLED}
    assert list(TRUTH.glob("*.json"))


@pytest.mark.parametrize("name", PAIRS)
def test_a_report_is_of_its_family_and_of_no_other(name: str) -> None:
    candidates = {one.framework: one for one in report(name).framework_candidates}
    assert set(candidates) == {one.id for one in frameworks()}
    own = candidates.pop(name)
    assert (own.score, own.missing, own.lost) == (1, [], None)
    assert all(one.lost for one in candidates.values())
    assert report(name).framework == name


@pytest.mark.parametrize("name", PAIRS)
def test_results_are_read_where_they_stand(name: str) -> None:
    found = [
        {
            "criterion": one.criterion,
            "grade": one.grade,
            "text": one.text,
            "page": one.page,
            "restated": [each.page for each in one.restated],
        }
        for one in report(name).ratings
    ]
    assert found == pair(name)["expected"]["ratings"]
    assert not any(one.contradicted for one in report(name).ratings)


@pytest.mark.parametrize("name", PAIRS)
def test_sections_have_their_part_and_judgement(name: str) -> None:
    expected = pair(name)["expected"]
    found = {one.title: [one.part, one.criterion] for one in report(name).sections}
    assert {title: found.get(title) for title, *_ in expected["sections"]} == {
        title: rest for title, *rest in expected["sections"]
    }
    if "body" in expected:
        assert report(name).metadata.body == expected["body"]


@pytest.mark.parametrize(
    "name", [one for one in PAIRS if "recommendations" in pair(one)["expected"]]
)
def test_recommendations_are_those_under_their_headings(name: str) -> None:
    found = [[one.kind, one.text] for one in report(name).recommendations]
    assert found == pair(name)["expected"]["recommendations"]


@pytest.mark.parametrize("name", PAIRS)
def test_findings_have_the_judgement_of_their_section(name: str) -> None:
    read = report(name)
    sections = {one.section_id: one.criterion for one in read.sections}
    assert read.findings
    for finding in read.findings:
        assert finding.criterion == sections.get(finding.section_id or "")


@pytest.mark.parametrize("name", PAIRS)
def test_a_trial_has_no_remarks_on_results_rules_and_headings(name: str) -> None:
    framework = next(one for one in frameworks() if one.id == name)
    trial = try_framework(report(name), framework)
    assert trial.taken
    remarks = [one for one in trial.remarks if "paragraphs, where" not in one]
    assert [one for one in remarks if "findings, where" not in one] == []
