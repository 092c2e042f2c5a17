"""Sentences of a text: spaCy's sentence splitter, asked only where it is needed.

It costs as much as all grammars together. Where a word or figure, a full stop, a space and a
capital follow each other, it always ends a sentence, and where no mark can end one, it never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.language.nlp import pipeline
from extractor.language.word_lists import words

# What the tokenizer always parts its mark from, the abbreviations apart.
_CERTAIN = re.compile(r"[.!?](?<=[a-z0-9%][a-z0-9%)’].|[A-Z][A-Z)].) (?=\(?[A-Z])")
_POINT = re.compile(r"[.!?](?:(?<![a-z0-9]\.)|(?![a-z0-9]))")  # "3.5" and "gov.uk" end none
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_CLOSING = " .!?)]’”'\""  # what may stand behind the last mark, and begins no sentence
_OPENING = "([“‘"
_MARKS = re.compile(r"[⁰¹²³⁴-⁹]+\s*")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open character offsets of the sentences, white space at their ends left out.

    A footnote's mark stands behind the full stop, and belongs to the sentence that ends there; a
    bracket that opens belongs to what it holds.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _chunks(text):
        for one in _sentences(text[start:end]):
            _add(spans, text, start + one[0], start + one[1])
    return spans


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """A text parted where a sentence certainly ends; an abbreviation's full stop ends none."""
    start = 0
    for match in _CERTAIN.finditer(text):
        word = _LAST_WORD.search(text, max(start, match.start() - _longest()), match.start())
        if word is None or f"{word.group()}." not in words("abbreviations"):
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def _sentences(chunk: str) -> list[tuple[int, int]]:
    """Where the splitter parts a piece of text."""
    if not _may_end(chunk.rstrip(_CLOSING)):
        return [(0, len(chunk))]
    return [(one.start_char, one.end_char) for one in pipeline()(chunk).sents]


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Put a sentence behind the others, a footnote's mark before it to the last one."""
    piece = text[start:end]
    marks = _MARKS.match(piece) if spans else None
    if marks:
        spans[-1] = (spans[-1][0], start + len(piece[: marks.end()].rstrip()))
        start += marks.end()
    else:
        start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if spans and text[spans[-1][1] - 1] in _OPENING:
        start = _give_opening(spans, text, start)
    if end > start:
        spans.append((start, end))


def _give_opening(spans: list[tuple[int, int]], text: str, start: int) -> int:
    """Take brackets and quotes that open from the end of the last sentence; where they begin."""
    first, last = spans[-1]
    kept = text[first:last].rstrip(_OPENING + " ")
    if not kept:
        return start
    spans[-1] = (first, first + len(kept))
    rest = text[first + len(kept) : last]
    return last - len(rest.lstrip())


@cache
def _longest() -> int:
    """Characters of the longest of them, and one more."""
    return 1 + max(map(len, words("abbreviations")))


def _may_end(text: str) -> bool:
    """Whether a mark in a text can end a sentence."""
    return bool(_POINT.search(text)) or not (text.isascii() or _other_marks().isdisjoint(text))


@cache
def _other_marks() -> frozenset[str]:
    """The splitter's marks for scripts other than ours."""
    return frozenset(pipeline().get_pipe("sentencizer").punct_chars) - {*".!?"}  # type: ignore[attr-defined]
