"""The door to spaCy: tokens, sentences and pattern matches of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex, filter_spans

from extractor.language.patterns import Pattern, expanded, load_patterns

# Glued or ranged text that spaCy's English rules leave whole: "95–100%", "are100%", "16%⁶",
# "80%/20%", "33.3%-40%".
_INFIXES = [
    r"(?<=[\d%])[–—-](?=\d)",
    r"(?<=[A-Za-z]{2})(?=\d)",
    r"(?<=%)(?=[^\s%])",
    r"(?<=\d)(?=%)",
    r"(?<=[\w%])/(?=\w)",
    r"[.!?](?=[⁰¹²³⁴-⁹])",
    r"(?<=[^\s⁰¹²³⁴-⁹])(?=[⁰¹²³⁴-⁹])",
]

__all__ = [
    "Doc",
    "Grammar",
    "Match",
    "Span",
    "grammar",
    "part_of",
    "pipeline",
    "sentence_spans",
    "tokens",
]
_MARKS = re.compile(r"[⁰¹²³⁴-⁹]+\s*")


class Match(NamedTuple):
    """A pattern found in a text: half-open character offsets and the pattern."""

    start: int
    end: int
    pattern: Pattern


@cache
def pipeline() -> Language:
    """Blank English with a rule-based sentence splitter."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES])
    tokenizer.infix_finditer = infixes.finditer
    nlp.add_pipe("sentencizer")
    return nlp


def tokens(text: str) -> Doc:
    """The text in tokens and sentences."""
    return pipeline()(text)


def part_of(doc: Doc | Span, start: int, end: int) -> Span:
    """The tokens between two character offsets of a text, whole tokens taken in."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens between {start} and {end}")
    return span


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Half-open character offsets of the sentences, white space at their ends left out.

    A footnote's mark stands behind the full stop, and belongs to the sentence that ends there.
    """
    spans: list[tuple[int, int]] = []
    for sentence in doc.sents:
        text, offset = sentence.text, sentence.start_char
        marks = _MARKS.match(text)
        if marks and spans:
            spans[-1] = (spans[-1][0], offset + len(text[: marks.end()].rstrip()))
        start = offset + (marks.end() if marks and spans else len(text) - len(text.lstrip()))
        end = offset + len(text.rstrip())
        if end > start:
            spans.append((start, end))
    return spans


class Grammar:
    """Finds the patterns of some labels; where two overlap the longest wins, then the first."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._matcher = Matcher(pipeline().vocab)
        self._patterns = {pattern.id: pattern for pattern in patterns}
        for pattern in self._patterns.values():
            self._matcher.add(pattern.id, expanded(pattern.pattern), greedy="LONGEST")

    def find(self, text: Doc | Span) -> list[Match]:
        """Matches in order of the text, none overlapping another.

        Args:
            text: a document, or a sentence of one; offsets count from its first character.
        """
        found = self._matcher(text, as_spans=True)
        if not found:
            return []
        base = text.start_char if isinstance(text, Span) else 0
        spans = sorted(filter_spans(found), key=lambda span: span.start)
        return [self._match(span, base) for span in spans]

    def _match(self, span: Span, base: int) -> Match:
        pattern = self._patterns[span.label_]
        kept = span.doc[span.start : span.end - pattern.trim]
        return Match(kept.start_char - base, kept.end_char - base, pattern)


@cache
def grammar(*names: str) -> Grammar:
    """The grammar of some pattern files together."""
    return Grammar(pattern for name in names for pattern in load_patterns(name))
