"""Where grades are found: small block lists, and small pages."""

from __future__ import annotations

import pytest

from extractor.frameworks.grade_places import read_grades
from extractor.pipeline import read_report
from schemas.document import Block, PlacedWord, Section
from schemas.framework import Framework, load_frameworks
from schemas.rating import Mention, Rating
from tests.extractor.minimal import Sheet, sheets_pdf

LINE = 20  # points between lines


@pytest.fixture(scope="module")
def single() -> Framework:
    """A family with a safeguarding board, sub-judgements and sentences of many kinds."""
    return next(one for one in load_frameworks() if one.id == "ofsted-single-inspection-2013")


def block(
    text: str, top: float = 0, x0: float = 0, kind: str = "paragraph", section: str | None = None
) -> Block:
    """A block on page 1; its words are 10 points wide each, on one line."""
    words, start = [], 0
    for number, word in enumerate(text.split()):
        start = text.index(word, start)
        left = x0 + 10 * number
        words.append(PlacedWord(start, start + len(word), 1, left, top, left + 9, top + 10))
        start += len(word)
    return Block.model_validate(
        {"block_id": text, "kind": kind, "text": text, "words": words, "section_id": section}
    )


def heading(title: str) -> Section:
    return Section(
        section_id=title, parent_id=None, level=1, title=title, page=1, source="tag", block_id="b"
    )


def stated(blocks: list[Block], framework: Framework, *sections: str) -> list[tuple[str, str]]:
    mentions = read_grades(blocks, [heading(title) for title in sections], framework)
    return [(one.outcome, one.grade or "") for one in mentions]


def test_a_grade_right_of_a_name_is_that_outcome_s(single: Framework) -> None:
    names = ["Adoption performance", "Leadership, management and governance"]
    labels = [block(name, LINE * n, kind="heading") for n, name in enumerate(names)]
    grades = [block(word, LINE * n + 3, 300) for n, word in enumerate(["Good", "Inadequate"])]
    assert stated(labels + grades, single) == [("2.1", "Good"), ("3", "Inadequate")]
    assert stated(grades + labels, single) == [("2.1", "Good"), ("3", "Inadequate")]


def test_a_grade_right_below_a_name_is_that_outcome_s(single: Framework) -> None:
    blocks = [block("Adoption performance", kind="heading"), block("Good", LINE)]
    assert stated(blocks, single) == [("2.1", "Good")]
    apart = [blocks[0], block("It has changed.", LINE), block("Good", 2 * LINE)]
    assert stated(apart, single) == []


def test_lists_of_an_earlier_inspection_are_passed_over(single: Framework) -> None:
    earlier = block("The last inspection was in 2014. The judgements were:", kind="item")
    now = block("The judgements are:")
    items = [block("overall effectiveness: inadequate", kind="item")]
    assert stated([earlier, *items], single) == []
    assert stated([now, *items], single) == [("overall", "Inadequate")]


@pytest.mark.parametrize(
    "title", ["Previous Ofsted inspections", "What the inspection judgements mean"]
)
def test_sections_of_other_grades_are_passed_over(title: str, single: Framework) -> None:
    blocks = [block("Adoption performance is good.", section=title)]
    assert stated(blocks, single, title) == []
    assert stated(blocks, single, "Inspection findings") == [("2.1", "Good")]


def test_names_in_headings_may_differ_by_letters_and_in_sentences_not(single: Framework) -> None:
    text = "The Local Safeguarding Childrens Board is inadequate"
    assert stated([block(text, kind="heading")], single) == [("lscb", "Inadequate")]
    assert stated([block(text)], single) == []


def test_a_place_begins_with_a_capital_letter(single: Framework) -> None:
    assert stated([block("Children’s services in Testford are good.")], single)
    assert not stated([block("Children’s services in need of money are good.")], single)


def test_the_grade_and_its_sentence_are_given_as_printed(single: Framework) -> None:
    text = "It was slow. Adoption performance requires improvement to be good. It is known."
    (one,) = read_grades([block(text)], [], single)
    assert isinstance(one, Mention)
    assert one.text == "requires improvement to be good"
    assert one.whole == "Adoption performance requires improvement to be good."
    assert [box.x0 for box in one.boxes] == [50]


def graded_page(second: str) -> list[Rating]:
    """The ratings of a page with a title, a list of grades, and a sentence about one of them."""
    sheet = Sheet()
    sheet.write("Testford Council", 72, 60, 20)
    title = (
        "Inspection of services for children in need of help and protection, children looked "
        "after and care leavers"
    )
    top = sheet.prose(title, 72, 90)
    for label, grade in (
        ("Children who need help and protection", "Requires improvement to be good"),
        ("Adoption performance", "Good"),
        ("Experiences and progress of care leavers", "Inadequate"),
        ("Leadership, management and governance", "Outstanding"),
    ):
        top += 24
        sheet.write(f"{label}: {grade}", 72, top)
    sheet.prose(second, 72, top + 60)
    return read_report(sheets_pdf([sheet])).ratings


def test_two_grades_for_one_outcome_are_both_kept_and_flagged() -> None:
    ratings = {one.criterion: one for one in graded_page("Adoption performance is inadequate.")}
    adoption = ratings.pop("2.1")
    assert (adoption.grade, adoption.contradicted) == ("Good", True)
    assert [one.grade for one in adoption.restated] == ["Inadequate"]
    assert {one.criterion: one.grade for one in ratings.values()} == {
        "1": "Requires improvement",
        "2.2": "Inadequate",
        "3": "Outstanding",
    }
    assert not any(one.contradicted for one in ratings.values())


def test_the_same_grade_again_is_a_restatement_and_no_contradiction() -> None:
    ratings = {one.criterion: one for one in graded_page("Adoption performance is good.")}
    assert [one.grade for one in ratings["2.1"].restated] == ["Good"]
    assert not ratings["2.1"].contradicted
