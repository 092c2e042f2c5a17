"""Abbreviations with a full stop, and the sentences around them."""

from __future__ import annotations

import pytest

from extractor.language.nlp import tokens
from extractor.language.sentence_splitter import sentence_spans
from extractor.language.word_lists import words


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We met Mr. Moss and Dr. Lowe.",
        "See para. 12 and Fig. 3 for more.",
        "The plan (No. 7) was late, e.g. by a week.",
        "Visits, calls, etc. were recorded.",
        "It began on 3 Sept. 2014 at 10 a.m. in Westmarch.",
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert parted(text) == [text]


def test_behind_etc_a_capital_begins_a_sentence() -> None:
    assert len(parted("We saw visits, calls, etc. Most were late.")) == 2


def test_each_is_one_token() -> None:
    listed = words("abbreviations") | words("abbreviations_last_too")
    assert [one for one in listed if len(tokens(f"so {one} it")) != 3] == []
