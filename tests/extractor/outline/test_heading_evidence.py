"""What is said of a line besides its looks, and when that makes it a heading."""

from __future__ import annotations

from extractor.layout.blocks import Typography
from extractor.layout.model import BlockDraft, make_line
from extractor.outline.heading_evidence import HeadingEvidence
from extractor.outline.headings import find_headings
from extractor.reading.model import Bookmark, Style, Word

PLAIN = Style("Sans", 10, False, False, 0, 0)
BOLD = PLAIN._replace(bold=True)
USUAL = Typography(10, {})


def draft(text: str, style: Style = PLAIN, role: str = "") -> BlockDraft:
    words, x = [], 72.0
    for part in text.split():
        words.append(Word(part, 1, x, 100, x + 5 * len(part), 110, style))
        x += 5 * len(part) + 3
    return BlockDraft("paragraph", words, style, lines=[make_line(words)], role=role)


def is_heading(line: BlockDraft, bookmarks: list[Bookmark]) -> bool:
    running = [draft(f"The plan {number * 'i'} was kept by them.") for number in range(1, 9)]
    find_headings([*running, line], HeadingEvidence(bookmarks, [], {}, USUAL))
    return line.kind == "heading"


def test_a_sentence_in_the_style_of_headings_is_none() -> None:
    text = "Ensure that what is written of them is based on accurate data."
    marks = [Bookmark(1, text, 1)]
    assert not is_heading(draft(text, role="H3"), marks)
    assert not is_heading(draft(text, role="H3"), [])
    assert is_heading(draft(text, BOLD, "H3"), marks)


def test_a_plain_title_needs_two_kinds_of_evidence_or_a_bookmark() -> None:
    title = "What is written of them"
    assert is_heading(draft(title, role="H3"), [Bookmark(1, title, 1)])
    assert is_heading(draft(title), [Bookmark(1, title, 1)])
    assert not is_heading(draft(title, role="H3"), [])
    assert not is_heading(draft(title), [])
    assert not is_heading(draft(title), [Bookmark(1, title, 2)])


def test_a_judgement_set_large_may_end_in_a_full_stop() -> None:
    large = BOLD._replace(size=14)
    for text in (
        "The overall judgement is good.",
        "Care leavers: requires improvement to be good.",
    ):
        assert is_heading(draft(text, large), [])
        assert not is_heading(draft(text), [])
    assert not is_heading(draft("What is written of them was read by all.", large), [])
