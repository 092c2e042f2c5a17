"""A hyphen at a line's end is the typesetter's or the word's own: the document's words tell."""

from __future__ import annotations

import pytest

from extractor.layout.block_text import Vocabulary, assemble
from extractor.reading.model import Document, Page, Style, Word

STYLE = Style("Courier", 10, False, False, 0, 0)
WIDE, CHAR, PITCH = 400.0, 6.0, 12.0


def words(*lines: str, page: int = 1) -> list[Word]:
    """Lines of text as words in fixed width, each line from the left edge."""
    found = []
    for row, line in enumerate(lines):
        at = 0
        for text in line.split():
            at = line.index(text, at)
            x0, top = 50 + CHAR * at, 100 + PITCH * row
            found.append(Word(text, page, x0, top, x0 + CHAR * len(text), top + 10, STYLE))
            at += len(text)
    return found


def read(known: str, *lines: str) -> str:
    """The lines as one text, in a document that also prints what is known."""
    pages = [
        Page(1, 600, 800, 0, words(*lines)),
        Page(2, 600, 800, 0, words(*known.split(";"), page=2)),
    ]
    text, placed = assemble([words(*lines)], Vocabulary(Document(pages)))
    joined = "".join(text[word.start : word.end] for word in placed)
    assert joined == text.replace(" ", ""), "nothing but spaces stands between words"
    return text


# A document whose typesetter breaks words: two broken words that it also prints whole.
TYPESET = "reporting;probation;a sentence about reporting and probation"
BREAKS = ("they were report-", "ing on the proba-", "tion service")


@pytest.mark.parametrize(
    ("known", "lines", "expected"),
    [
        ("the officer reported", ("it was re-", "ported late"), "it was reported late"),
        ("a multi-agency plan", ("the multi-", "agency plan"), "the multi-agency plan"),
        ("well-being wellbeing well-being", ("their well-", "being"), "their well-being"),
        ("wellbeing wellbeing well-being", ("their well-", "being"), "their wellbeing"),
    ],
)
def test_what_the_document_prints_elsewhere_decides(
    known: str, lines: tuple[str, ...], expected: str
) -> None:
    assert read(known, *lines) == expected


def test_a_document_that_never_breaks_words_keeps_every_hyphen() -> None:
    assert read("nothing of that kind", "a cross-", "departmental group") == (
        "a cross-departmental group"
    )


def test_a_document_that_breaks_words_loses_the_hyphen_of_an_unknown_one() -> None:
    text = read(TYPESET, *BREAKS, "in a magis-", "terial court")
    assert text == "they were reporting on the probation service in a magisterial court"


@pytest.mark.parametrize("numeral", ["twenty-one", "seventy-seven", "ninety-nine"])
def test_a_numeral_keeps_its_hyphen(numeral: str) -> None:
    tens, ones = numeral.split("-")
    assert read(TYPESET, *BREAKS, f"there were {tens}-", f"{ones} of them").endswith(
        f"there were {numeral} of them"
    )


def test_two_words_of_the_document_keep_the_hyphen_between_them() -> None:
    known = f"{TYPESET};four weeks;a week"
    assert read(known, *BREAKS, "on a four-", "week course").endswith("on a four-week course")


def test_a_hyphen_within_a_line_and_before_a_capital_stays() -> None:
    assert read(TYPESET, *BREAKS, "pre-sentence Anglo-", "Saxon law").endswith(
        "pre-sentence Anglo-Saxon law"
    )


def test_a_dash_at_the_end_of_a_line_parts_words() -> None:
    assert read("", "a plan –", "such as it was") == "a plan – such as it was"


def test_a_range_of_years_keeps_its_hyphen() -> None:
    assert read(TYPESET, *BREAKS, "in 2012-", "2013 it rose").endswith(
        ("in 2012-2013 it rose", "in 2012- 2013 it rose")
    )


def test_cells_are_parted_by_tabs() -> None:
    vocabulary = Vocabulary(Document([]))
    text, placed = assemble([words("Lower Sallow"), words("6.2%"), []], vocabulary)
    assert text == "Lower Sallow\t6.2%\t"
    assert [text[word.start : word.end] for word in placed] == ["Lower", "Sallow", "6.2%"]
