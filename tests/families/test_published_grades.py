"""Grades of published reports, held against what a person read on their pages.

``published_grades.csv`` has the first letters of the grades in the order of the framework's
outcomes, a hyphen where there is none.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.reading.model import Page
from schemas.framework import Framework, load_frameworks
from schemas.geometry import Box
from schemas.plain import plain_words
from tests.readings import Reading
from tests.stripped import strip_reading

with (Path(__file__).parent / "published_grades.csv").open(encoding="utf-8") as handle:
    READ = list(csv.DictReader(handle))
FRAMEWORKS = {one.id: one for one in load_frameworks()}
OTHERS = ["other/joint-area", "other/send", "other/columns"]


def initials(ratings: dict[str, str | None], framework: Framework) -> str:
    return " ".join((ratings.get(one.id) or "-")[0] for one in framework.outcomes)


def words_under(page: Page, boxes: list[Box]) -> str:
    """The words of a page, as read, whose middle lies in one of the boxes."""
    inside = (
        word.text
        for word in page.words
        if any(
            box.x0 <= (word.x0 + word.x1) / 2 <= box.x1
            and box.top <= (word.top + word.bottom) / 2 <= box.bottom
            for box in boxes
        )
    )
    return " ".join(inside)


@pytest.mark.parametrize("row", READ, ids=lambda row: row["report"])
def test_every_grade_is_the_one_that_is_printed(
    row: dict[str, str], reports_folder: Path, published: Callable[[str], Reading]
) -> None:
    path = next(reports_folder.glob(f"ofsted*/{row['report']}.pdf"), None)
    if path is None:
        pytest.skip(f"no {row['report']} among the published reports")
    reading = published(str(path.relative_to(reports_folder)))
    report = reading.report
    assert report.framework == row["framework"]
    assert [one.lost for one in report.framework_candidates].count(None) == 1
    grades = {one.criterion: one.grade for one in report.ratings}
    assert initials(grades, FRAMEWORKS[row["framework"]]) == row["grades"]
    assert [one.criterion for one in report.ratings if one.contradicted] == []
    for rating in report.ratings:
        assert report.block(rating.block_id).text[rating.start : rating.end] == rating.text
        for page, grade, boxes in [
            (rating.page, rating.grade, rating.boxes),
            *((one.page, one.grade, one.boxes) for one in rating.restated),
        ]:
            covered = plain_words(words_under(reading.document.pages[page - 1], boxes))
            found = FRAMEWORKS[row["framework"]].scale.grade(covered)
            assert found is not None, covered
            assert found.name == grade


def test_reports_of_other_families_are_of_none(
    reports_folder: Path, published: Callable[[str], Reading]
) -> None:
    found = {
        path.name: published(str(path.relative_to(reports_folder))).report
        for folder in OTHERS
        for path in (reports_folder / folder).glob("*.pdf")
    }
    if not found:
        pytest.skip("no reports of other families among the published reports")
    assert {name: one.framework for name, one in found.items()} == dict.fromkeys(found)
    assert all(one.blocks and not one.ratings for one in found.values())
    assert all(each.lost for one in found.values() for each in one.framework_candidates)


def test_letters_on_visits_are_of_their_family_and_give_no_results(
    reports_folder: Path, published: Callable[[str], Reading]
) -> None:
    letters = [
        published(str(path.relative_to(reports_folder))).report
        for path in (reports_folder / "other/focused-visit").glob("*.pdf")
    ]
    if not letters:
        pytest.skip("no letters on visits among the published reports")
    for letter in letters:
        family = "ofsted-focused-visit-2018"
        assert letter.framework == family
        lost = {one.framework for one in letter.framework_candidates if one.lost}
        assert lost == FRAMEWORKS.keys() - {family}
        assert letter.ratings == []
        parts = {one.part for one in letter.sections if one.title != letter.metadata.title}
        assert parts - {"summary"} == {"recommendations", "findings"}


@pytest.mark.parametrize("row", READ[::4], ids=lambda row: row["report"])
def test_grades_are_read_where_only_alignment_shows_the_table(
    row: dict[str, str], reports_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = next(reports_folder.glob(f"ofsted*/{row['report']}.pdf"), None)
    if path is None:
        pytest.skip(f"no {row['report']} among the published reports")
    taken = strip_reading(monkeypatch, lines=True)
    report = pipeline.read_report(path)
    assert taken[0] > 0
    grades = {one.criterion: one.grade for one in report.ratings}
    assert initials(grades, FRAMEWORKS[row["framework"]]) == row["grades"]
