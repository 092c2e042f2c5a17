"""Stems of words: what restatements and checks hold words against each other by."""

from __future__ import annotations

import pytest

from extractor.language.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        ["assess", "assesses", "assessed", "assessing", "assessment", "assessments"],
        ["plan", "plans", "planned", "planning"],
        ["apply", "applies", "applied", "applying"],
        ["permanence", "permanency"],
        ["victim", "victims"],
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: list[str]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("pair", [("police", "policy"), ("part", "party"), ("state", "statement")])
def test_words_that_only_look_alike_have_two(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


@pytest.mark.parametrize("text", ["", "12", "3.5", "é", "’"])
def test_what_has_no_ending_stays_as_it_is(text: str) -> None:
    assert stem(text) == text
