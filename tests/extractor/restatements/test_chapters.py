from __future__ import annotations

import pytest

from extractor.restatements.chapters import Chapters
from schemas.document import Section
from tests.extractor.restatements.test_retellings import finding


def section(title: str, part: str | None) -> Section:
    return Section(
        section_id=title,
        parent_id=None,
        level=1,
        title=title,
        page=1,
        part=part,
        source="type",
        block_id=title,
    )


SECTIONS = [
    section("Summary", "summary"),
    section("Outcome 2: Delivering the work", "outcome2"),
    section("Outcome 3: Protecting the public", "outcome3"),
    section("Safety", "outcome2"),
    section("Safety", "outcome3"),
    section("Key strengths", "outcome3"),
]


@pytest.mark.parametrize(
    ("part", "heading", "chapter"),
    [
        ("outcome2.1", "Anything", "outcome2.1"),
        ("summary", "Outcome 3: Protecting the public", "outcome3"),
        ("summary", "Outcome 3: protecting public", "outcome3"),
        ("summary", "Safety", None),
        ("summary", "Key strengths", None),
        ("summary", "Summary", None),
        (None, "Outcome 2: Delivering the work", "outcome2"),
        (None, None, None),
    ],
)
def test_a_summary_belongs_to_the_chapter_whose_heading_it_repeats(
    part: str | None, heading: str | None, chapter: str | None
) -> None:
    assert Chapters(SECTIONS).of(finding(1, part=part, section=heading)) == chapter
