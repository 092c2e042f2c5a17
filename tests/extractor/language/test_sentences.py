from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.nlp import pipeline, tokens
from extractor.language.sentence_splitter import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


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
        ["Plans were late.", "(Recommendation)"],
        ["Plans were late.", "(This was so in 8% of cases.)", "“Some were good.”"],
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
    for start, after in sentence_spans(text):
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


PIECES = [
    "It was late",
    "In 41.5% of cases",
    "since Sept",
    "by Prof",
    "e.g",
    "the plan (see 3",
    "Plans were seen",
    "at 64%",
    "It was so (in 2014)",
    "by the (new) LSCB)",
    "the ‘safety plans’",
    "on reports.gov.uk",
    "at 3 p.m",
    "by No. 2b",
]
ENDS = [". ", "! ", "? ", ".", ".’ ", ".) ", "… ", ".  ", ".¹ ", "。"]


def by_the_splitter(text: str) -> list[str]:
    """What spaCy makes of the whole text, with a footnote's mark put back to its sentence."""
    found: list[str] = []
    for one in pipeline()(text).sents:
        rest = one.text.strip()
        if found and rest.startswith("¹"):
            found[-1] += text[text.rindex(found[-1]) + len(found[-1]) : one.start_char] + "¹"
            rest = rest.lstrip("¹").strip()
        found += [rest] if rest else []
    return found


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(ENDS)), max_size=6))
def test_the_splitter_would_part_the_whole_text_alike(drawn: list[tuple[str, str]]) -> None:
    text = "".join(f"{piece} {number}{end}" for number, (piece, end) in enumerate(drawn))
    worded = "".join(f"{piece}{end}" for piece, end in drawn)
    assert split(text) == by_the_splitter(text)
    assert "¹" in worded or split(worded) == by_the_splitter(worded)


@pytest.mark.parametrize(
    "text",
    [
        "They met Prof. Wren in Sept. The plan was late.",
        "Cases were seen. Plans were late. 12 were not.",
        "It rose to 3.5. The rest fell to 2.5 in 3.1 cases.",
        "Was it late? Was it good! It was.The rest was not.",
        "It was late.¹ It was good.’ The rest was not.)",
    ],
)
def test_what_is_parted_without_the_splitter_is_what_it_parts(text: str) -> None:
    assert split(text) == by_the_splitter(text)
