"""Checks of contents page, numbers, chapters and tables."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.checks.arithmetic import table_total
from extractor.checks.restated import words_and_figures
from extractor.checks.structure import (
    contents_page,
    missing_chapters,
    numbered_headings,
    paragraph_gaps,
)
from schemas.document import Block, PlacedWord, Section, TableCell
from schemas.framework import Framework
from schemas.report import Report
from tests.told import messages, told


def block(block_id: str, text: str, page: int = 1, **fields: Any) -> Block:
    word = PlacedWord(0, len(text), page, 50, 100, 500, 110)
    return Block(
        **{"block_id": block_id, "kind": "paragraph", "text": text, "words": [word], **fields}
    )


def section(title: str, page: int, **fields: Any) -> Section:
    given: dict[str, Any] = {
        "section_id": title,
        "parent_id": None,
        "level": 1,
        "title": title,
        "page": page,
        "page_label": str(page - 1),
        "source": "type",
        "block_id": f"h-{title}",
    }
    return Section(**given | fields)


def outlined(entries: list[str], sections: list[Section]) -> Report:
    blocks = [block(f"c{number}", text, kind="contents") for number, text in enumerate(entries)]
    blocks += [block(one.block_id, one.title, one.page, kind="heading") for one in sections]
    return told("Text.", blocks=blocks, sections=sections, findings=[])


PLAIN = ["Foreword.....1", "Summary ... 2", "Findings 4", "1. Planning\t7", "Glossary 20"]
SECTIONS = [
    section("Foreword", 2),
    section("Summary", 3),
    section("Findings", 5),
    section("Planning", 8, number="1."),
    section("Glossary", 21),
]


def contents(entries: list[str], sections: list[Section] = SECTIONS) -> list[str]:
    return messages(list(contents_page.find(outlined(entries, sections), None)))


def test_a_contents_page_that_agrees() -> None:
    assert contents(PLAIN) == []


@pytest.mark.parametrize("entry", ["Glossary 21", "Glossary....21", "Glossary . . . . 21"])
def test_a_heading_on_another_page(entry: str) -> None:
    entries = [*PLAIN[:-1], entry]
    assert contents(entries) == [f"The contents page has “{entry}”; the heading has page 20."]


def test_a_title_that_a_summary_has_too() -> None:
    sections = [*SECTIONS, section("Planning", 3, section_id="in the summary")]
    assert contents(PLAIN, sections) == []
    assert contents([*PLAIN[:3], "Planning 9", PLAIN[4]], sections) == [
        "The contents page has “Planning 9”; the heading has page 7 and page 2."
    ]


def test_a_heading_in_other_words() -> None:
    sections = [*SECTIONS, section("What the inspection judgements mean", 23)]
    assert contents([*PLAIN, "What the inspection judgments mean 22"], sections) == [
        "The contents page has “What the inspection judgments mean 22”; the heading has “What the "
        "inspection judgements mean”."
    ]


@pytest.mark.parametrize(
    "entries",
    [
        [*PLAIN, "Record of main findings 19"],  # a heading that was not read, perhaps
        [*PLAIN, "Glossary 30"],  # twice on the contents page
        [entry[:-1] + "9" for entry in PLAIN],  # the printed numbers were not read
        ["Foreword", "No numbers here"],
        [],
    ],
)
def test_what_a_contents_page_cannot_tell(entries: list[str]) -> None:
    assert contents(entries) == []


def test_roman_page_numbers() -> None:
    sections = [*SECTIONS, section("Preface", 9, page_label="iv")]
    assert contents([*PLAIN, "Preface iv"], sections) == []
    assert contents([*PLAIN, "Preface v"], sections) != []


def numbered(*numbers: str) -> list[str]:
    blocks = [block(f"b{at}", "Text.", number=number) for at, number in enumerate(numbers)]
    return messages(list(paragraph_gaps.find(told("Text.", blocks=blocks, findings=[]), None)))


def test_numbers_that_leave_one_out_or_have_one_twice() -> None:
    assert numbered("1", "2", "4", "5", "6") == ["Paragraph 2 is followed by 4."]
    assert numbered("1.1", "1.2", "1.2", "1.3", "2.1") == ["Paragraph 1.2 is followed by 1.2."]


def test_a_section_that_does_not_begin_with_one() -> None:
    assert numbered("1.1", "2.1", "3.1", "1.1", "2.1", "3.1", "1.1", "2.2", "2.3") == [
        "Paragraph 1.1 is followed by 2.2."
    ]
    assert numbered("1.1", "2.1", "3.1", "1.1", "2.1", "3.1", "1.1", "2.3", "3.1") == [
        "Paragraph 1.1 is followed by 2.3."
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.", "2.", "3.", "4.", "5."],
        ["1.1", "1.2", "2.1", "2.2", "1.1"],
        ["1.9", "1.10", "1.11", "2.1", "2.2"],
        ["1", "2", "3", "17", "18"],  # another sequence
        ["1", "3"],
        ["1.1", "2.1", "3.1", "2.2", "5.2"],
        ["1.1", "2.1", "3.1", "4.1", "5.1", "1.1", "2.9", "2.10"],  # not read, it seems
        ["1.1", "2.1", "3.1", "4.1", "5.1", "2.2", "3.2", "4.2", "4.3"],  # criteria by column
    ],
)
def test_numbers_that_may_be_right(numbers: list[str]) -> None:
    assert numbered(*numbers) == []


def chaptered(framework: Framework, without: str, *more: Section) -> Report:
    """The chapter of an outcome, all of its criteria but one as numbered headings."""
    own = [one for one in framework.criteria if one.outcome == "2" and one.id != without]
    sections = [
        section(one.title, 5, number="1.", part="outcome2", criterion=one.id, level=2)
        for one in own
    ]
    return outlined([], [*sections, *more])


def test_a_criterion_without_a_heading(framework: Framework) -> None:
    (problem,) = missing_chapters.find_missing(chaptered(framework, "2.3"), framework)
    assert problem.criterion == "2.3"
    assert problem.message.endswith("has no heading for 2.3, Initial outcomes are achieved.")
    assert list(missing_chapters.find_missing(chaptered(framework, ""), framework)) == []
    assert list(missing_chapters.find_missing(told("Text."), framework)) == []


def test_a_heading_that_is_no_criterion(framework: Framework) -> None:
    odd = section("Quite another thing", 9, number="5.", part="outcome2", level=2)
    aside = section("Practice illustration", 9, part="outcome2", level=2)
    deeper = section("A detail", 9, number="5.1", part="outcome2", level=3)
    report = chaptered(framework, "", odd, aside, deeper)
    (problem,) = missing_chapters.find_unknown(report, framework)
    assert "“Quite another thing” is no criterion of" in problem.message
    assert list(missing_chapters.find_unknown(report, None)) == []


def table(*rows: tuple[str, ...]) -> Report:
    cells = [
        TableCell(
            table_id="t",
            page=1,
            row=row,
            column=column,
            row_header=texts[0] if column and row else None,
            column_header=rows[0][column] if row else None,
            text=text,
            block_id=f"r{row}",
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    blocks = [block(f"r{row}", "\t".join(texts), kind="row") for row, texts in enumerate(rows)]
    return told("Text.", table_cells=cells, blocks=blocks, findings=[])


def totals(*rows: tuple[str, ...]) -> list[str]:
    return messages(list(table_total.find(table(*rows), None)))


HEAD = ("Office", "Cases", "Share")
CASES = [("North", "1,200", "60%"), ("South", "800", "40%")]


def test_a_column_that_does_not_add_up() -> None:
    assert totals(HEAD, *CASES, ("Total", "2,100", "100%")) == [
        "The column “Cases” adds up to 2,000, not to its total of 2,100: 1,200 + 800."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *CASES, ("Total", "2,000", "101%")],
        [HEAD, *CASES, ("Subtotal", "2,000", ""), ("Total", "4,000", "")],
        [HEAD, *CASES, ("Both together", "2,100", "")],
        [HEAD, ("North", "about 40", ""), ("South", "12", ""), ("Total", "60", "")],
        [HEAD, ("North", "12", ""), ("Total", "13", "")],
    ],
    ids=["adds up", "subtotals", "no total", "no counts", "one part"],
)
def test_columns_that_may_be_right(rows: list[tuple[str, ...]]) -> None:
    assert totals(*rows) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("More than half (48%) of plans were late.", "“More than half” is told as 48%."),
        ("It was so in one-third of plans (12 of the 20).", "“one-third” is told as 12 of the 20."),
    ],
)
def test_words_that_their_figure_does_not_bear_out(text: str, message: str) -> None:
    assert messages(list(words_and_figures.find(told(text), None))) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "More than half (52%) of plans were late.",
        "One-third of plans (33%) were late.",
        "Half of plans were late, and (with 48%) reviews too.",
        "Most plans (50%) were late.",
        "The large majority (78%) of children were seen, and a minority (22%) were not.",
        "Almost all initial conferences (94.5%) were on time.",
        "Too few (59.2%) made the expected progress.",
        "A high number of enquiries (63%) led to nothing.",
        "Nine live in schools, all of whom (100%) live elsewhere.",
        "Few children (34 of the 758) were looked after elsewhere.",
        "It was better than half, the average elsewhere (48%).",
    ],
)
def test_words_and_figures_that_agree_or_are_apart(text: str) -> None:
    assert messages(list(words_and_figures.find(told(text), None))) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Most plans (48%) were late.", "error"),
        ("The majority (12 of 30) of plans were late.", "error"),
        ("A small minority (61%) of plans were late.", "error"),
        ("Almost all plans (64%) were late.", "warning"),
        ("Few plans (64%) were late.", "warning"),
    ],
)
def test_words_without_a_number_and_their_figure(text: str, severity: str) -> None:
    assert [one.severity for one in words_and_figures.find(told(text), None)] == [severity]


def headed(*titles: str) -> list[str]:
    sections = [
        section(title, page, section_id=f"s{page}", block_id=f"h-{title}")
        for page, title in enumerate(titles, 1)
    ]
    blocks = [block(one.block_id, one.title, one.page, kind="heading") for one in sections]
    report = told("Text.", blocks=blocks, sections=sections, findings=[])
    return messages(list(numbered_headings.find(report, None)))


def test_a_chapter_or_appendix_that_is_missing_or_misplaced() -> None:
    assert headed("Appendix 1 Area", "Appendix 2 Sample", "Appendix 4 Criteria") == [
        "“Appendix 2 Sample” is followed by “Appendix 4 Criteria”."
    ]
    assert headed("Outcome 1: Courts", "Outcome 3: Risk", "Outcome 2: Plans") == [
        "“Outcome 1: Courts” is followed by “Outcome 3: Risk”.",
        "“Outcome 3: Risk” is followed by “Outcome 2: Plans”.",
    ]
    assert headed("Annex A", "Annex A") == ["“Annex A” is followed by “Annex A”."]


@pytest.mark.parametrize(
    "titles",
    [
        ["Outcome 1: Courts", "Outcome 2: Plans", "Appendix 1 Area", "Appendix 2 Sample"],
        ["Summary", "Appendix A Area", "Appendix B Sample", "Glossary"],
        ["Outcome 1: Courts", "Appendix 4 Sample"],
        ["Appendices", "Partnership 1", "Partnership 4"],
    ],
)
def test_chapters_in_order(titles: list[str]) -> None:
    assert headed(*titles) == []


def test_a_chapter_whose_heading_was_not_seen() -> None:
    sections = [section("Appendix 1 Area", 1), section("Appendix 3 Criteria", 3)]
    blocks = [block(one.block_id, one.title, one.page, kind="heading") for one in sections]
    blocks.append(block("b", "Appendix 2 Sample", 2))
    report = told("Text.", blocks=blocks, sections=sections, findings=[])
    assert list(numbered_headings.find(report, None)) == []
