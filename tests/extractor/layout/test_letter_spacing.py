"""Titles that are set letter by letter are words again; other single letters stay as they are."""

from __future__ import annotations

import pytest

from extractor.layout.lettering.letter_spacing import join_letter_spaced
from extractor.layout.lines import ElementFinder, line_of
from extractor.reading.model import Page, Style, Word

STYLE = Style("Courier", 10, False, False, 0, 0)
CHAR, CLOSE, WIDE = 6.0, 1.2, 5.0


def joined(text: str) -> str:
    """What a line reads: a space is set close, two spaces are set wide."""
    words, at, gap = [], 50.0, 0.0
    for token in text.split(" "):
        if not token:
            gap = WIDE
            continue
        at += gap
        words.append(Word(token, 1, at, 100.0, at + CHAR * len(token), 110.0, STYLE))
        at, gap = at + CHAR * len(token), CLOSE
    line = line_of(words, ElementFinder(Page(1, 600, 800, 0, words)))
    return join_letter_spaced([line])[0].text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("S A F E T Y", "SAFETY"),
        ("C A R E E R S  A DV I C E", "CAREERS ADVICE"),
        ("T h e  Y e a r", "The Year"),
        ("A  B  C  D  E", "A B C D E"),
        ("A  new  plan  was  made", "A new plan was made"),
        ("I t  i s", "It is"),
        ("4 1  2 2  1 8", "4 1 2 2 1 8"),
    ],
)
def test_letters_set_apart_are_words(printed: str, read: str) -> None:
    assert joined(printed) == read
