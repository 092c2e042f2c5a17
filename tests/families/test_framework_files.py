"""Every framework file, whichever there are: its examples, its traps, and its first line."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from extractor.frameworks.grades import GradePattern, GradeReader, grade_patterns, speaks_of_others
from extractor.frameworks.scores import ScoreStatements
from schemas.contract.publish import FOLDER
from schemas.framework import Framework, load_framework

FILES = sorted(Path(str(files("schemas") / "frameworks")).glob("*.yaml"))
FRAMEWORKS = [load_framework(path) for path in FILES]
GRADED = [one for one in FRAMEWORKS if one.scale.kind == "grades"]
SCORED = [one for one in FRAMEWORKS if one.scale.kind == "percent"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_called_as_its_framework_and_names_the_schema(path: Path) -> None:
    first, *_ = path.read_text(encoding="utf-8").splitlines()
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == (FOLDER / "framework.schema.json").resolve()
    assert load_framework(path).id == path.stem


@pytest.mark.parametrize("framework", GRADED, ids=lambda one: one.id)
def test_examples_give_their_grade_and_traps_none(framework: Framework) -> None:
    reader = GradeReader(framework)
    assert framework.examples
    assert framework.traps
    for example in framework.examples:
        read = [(one.outcome, one.grade) for one in reader.read(example.text)]
        assert read == [(example.outcome, example.grade)], example.text
    for trap in framework.traps:
        assert list(reader.read(trap)) == [], trap


@pytest.mark.parametrize("framework", GRADED, ids=lambda one: one.id)
def test_every_wording_of_every_grade_beside_every_outcome(framework: Framework) -> None:
    reader = GradeReader(framework)
    for outcome in framework.outcomes:
        for grade in framework.scale.grades:
            for wording in grade.wordings:
                for text in (f"{outcome.title}\t{wording}", f"{outcome.title} is {wording}."):
                    (stated,) = reader.read(text)
                    assert (stated.outcome, stated.grade) == (outcome.id, grade.name)
                    assert text[stated.start : stated.end] == wording


@pytest.mark.parametrize("framework", SCORED, ids=lambda one: one.id)
def test_examples_give_their_score_and_traps_none(framework: Framework) -> None:
    statements = ScoreStatements(framework)
    assert framework.examples
    assert framework.traps
    for example in framework.examples:
        stated = statements.stated(example.text)
        assert stated is not None, example.text
        outcome = statements.outcome(stated)
        assert outcome is not None, example.text
        assert (outcome.id, float(stated["score"])) == (example.outcome, example.score)
    for trap in framework.traps:
        assert statements.stated(trap) is None, trap


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.id)
def test_bounds_can_be_kept_and_rules_hold_where_all_grades_are_alike(
    framework: Framework,
) -> None:
    bound = framework.bounds.ratings
    assert (bound is not None) == framework.gives_results
    if bound is not None:
        assert 1 <= bound.least <= len(framework.outcomes) == bound.most
    for rule in framework.rules:
        for grade in framework.scale.names:
            alike = dict.fromkeys([rule.of, *rule.parts], grade)
            assert rule.holds(alike, framework.scale.names) is True


@pytest.mark.parametrize("pattern", grade_patterns(), ids=lambda one: one.id)
def test_patterns_match_their_examples_and_not_their_traps(pattern: GradePattern) -> None:
    find = {"lead": re.fullmatch, "verb": re.fullmatch, "tail": re.match, "past": re.search}
    matches = find[pattern.part]
    assert [one for one in pattern.examples if not matches(pattern.regex, one)] == []
    assert [one for one in pattern.traps if matches(pattern.regex, one)] == []


def test_what_speaks_of_other_grades() -> None:
    assert speaks_of_others("Previous Ofsted inspections")
    assert not speaks_of_others("The experiences and progress of children in care: good")
