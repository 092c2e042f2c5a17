from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.nlp import sentence_spans, tokens


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(tokens(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The plan was good.", "The visit was late."],
        ["In 41.5% of cases it was.", "In 8% it was not."],
        ["Was it good?", "It was!", "We think so."],
        ["They had a service.²", "Where there was one, 83% had been seen."],
        ["In 16%⁶ of cases it was.", "In others it was not.⁷"],
        ["He said: ‘It was good.’", "We agreed."],
        ["It applied to some (e.g. the youngest) of them.", "Mr. Wren agreed."],
    ],
)
def test_text_is_parted_into_its_sentences(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_white_space_around_sentences_is_not_theirs() -> None:
    assert split("  The plan was good.   It was late. ") == ["The plan was good.", "It was late."]
    assert split("   ") == []


@given(st.text(max_size=80))
def test_sentences_follow_one_another_and_leave_out_nothing_but_space(text: str) -> None:
    end, left = 0, ""
    for start, after in sentence_spans(tokens(text)):
        assert end <= start < after
        assert text[start:after] == text[start:after].strip()
        left, end = left + text[end:start], after
    assert (left + text[end:]).strip() == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("95–100%", ["95", "–", "100", "%"]),
        ("95-100%", ["95", "-", "100", "%"]),
        ("are100%", ["are", "100", "%"]),
        ("16%⁶", ["16", "%", "⁶"]),
        ("80%/20%", ["80", "%", "/", "20", "%"]),
        ("33.3%-40%", ["33.3", "%", "-", "40", "%"]),
    ],
)
def test_glued_figures_are_parted(text: str, parts: list[str]) -> None:
    assert [token.text for token in tokens(text)] == parts
