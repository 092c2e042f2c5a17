"""Sentences, percentages and inline footnotes of a sample's text.

This knows only the plain English of the samples. It stands apart from the project's extractor on
purpose: a truth that the extractor had made could not find the extractor's faults.
"""

import re
from dataclasses import dataclass

FOOTNOTE = re.compile(r"\[\^((?:[^\[\]]|\[[^\[\]]*\])+)\]")
PERCENTAGE = re.compile(r"\d+(?:\.\d+)?(?:%|\s?per cent\b)")
SENTENCE_END = re.compile(r"[.!?][’”\"')\]]*\s+(?=[A-Z0-9‘“\"'(\[])")
ABBREVIATIONS = ("e.g.", "i.e.", "etc.", "Mr.", "Mrs.", "Ms.", "Dr.", "No.", "St.")
FIRST_WORD = re.compile(r"\s*\S+")


@dataclass(frozen=True)
class Span:
    """A stretch of a text, half open."""

    start: int
    end: int


@dataclass(frozen=True)
class Note:
    """A footnote and the place in the text where its mark stands."""

    offset: int
    text: str


@dataclass(frozen=True)
class Prose:
    """A text without its footnotes, and the footnotes."""

    text: str
    notes: tuple[Note, ...] = ()


def parse_prose(raw: str) -> Prose:
    """Take the inline footnotes out of a source's text."""
    pieces: list[str] = []
    notes: list[Note] = []
    end = 0
    for match in FOOTNOTE.finditer(raw):
        pieces.append(raw[end : match.start()])
        notes.append(Note(sum(map(len, pieces)), match[1].strip()))
        end = match.end()
    text = "".join(pieces) + raw[end:]
    if "[^" in text:
        raise ValueError(f"a footnote is not closed: {raw[:60]}")
    return Prose(text, tuple(notes))


def sentences(text: str) -> list[Span]:
    """Cut a text into sentences."""
    spans: list[Span] = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        if text[: match.start() + 1].endswith(ABBREVIATIONS):
            continue
        spans.append(Span(start, len(text[: match.end()].rstrip())))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text.rstrip())))
    return spans


def percentages(text: str) -> list[Span]:
    """Find every percentage that is written in digits."""
    return [Span(*match.span()) for match in PERCENTAGE.finditer(text)]


def percent_value(text: str) -> float:
    """Read the number of a percentage."""
    return float(re.split(r"%|\s?per cent", text)[0])


def first_word_end(text: str, start: int) -> int:
    """Say where the first word of a sentence ends."""
    match = FIRST_WORD.match(text, start)
    return match.end() if match else start
