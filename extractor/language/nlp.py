"""The door to spaCy: tokens and pattern matches of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex

from extractor.language.flags import Flags
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
    "around",
    "find_near",
    "grammar",
    "part_of",
    "pipeline",
    "tokens",
]
OFTEN = frozenset(
    {"percent", "shares", "vague", "counts", "modifiers"}
)  # pattern files of running text


_START = itemgetter(1)


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
    """The text in tokens."""
    return pipeline().make_doc(text)


def part_of(doc: Doc | Span, start: int, end: int) -> Span:
    """The tokens between two character offsets of a text, whole tokens taken in."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens between {start} and {end}")
    return span


class Grammar:
    """Finds the patterns of some labels; of two that overlap the longer wins, then the one that
    begins first, then the one whose pattern comes first."""

    def __init__(self, patterns: Iterable[Pattern], *, often: bool = False) -> None:
        """Add the patterns.

        Args:
            patterns: in the order of their precedence.
            often: running text is searched with them; the bits for flags are kept for those.
        """
        vocab = pipeline().vocab
        self._matcher = Matcher(vocab, validate=False)  # which knows no flags
        sound = Matcher(vocab)  # raises where a pattern is none
        self._patterns: dict[int, Pattern] = {}
        self._ranks: dict[int, int] = {}
        for rank, pattern in enumerate(patterns):
            written = expanded(pattern.pattern)
            sound.add(pattern.id, written)
            asked = [*map(_flags().flagged, written)] if often else written
            self._matcher.add(pattern.id, asked, greedy="LONGEST")
            key = vocab.strings[pattern.id]
            self._patterns[key], self._ranks[key] = pattern, rank

    def find(self, text: Doc | Span) -> list[Match]:
        """Matches in order of the text, none overlapping another.

        Args:
            text: a document, or a sentence of one; offsets count from its first character.
        """
        found: list[tuple[int, int, int]] = self._matcher(text)  # as spans they cost twice as much
        if len(found) > 1:
            found = self._apart(found)
        return [self._match(text, *one) for one in found]

    def _apart(self, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """Those of the matches (key, first token, token behind) that share no token."""
        kept: list[tuple[int, int, int]] = []
        for one in sorted(found, key=self._precedence):
            if not any(one[1] < other[2] and other[1] < one[2] for other in kept):
                kept.append(one)
        return sorted(kept, key=_START)

    def _precedence(self, match: tuple[int, int, int]) -> tuple[int, int, int]:
        key, start, end = match
        return start - end, start, self._ranks[key]

    def _match(self, text: Doc | Span, key: int, start: int, end: int) -> Match:
        pattern = self._patterns[key]
        base, last = text[0].idx, text[end - 1 - pattern.trim]
        return Match(text[start].idx - base, last.idx + len(last) - base, pattern)


def around(hits: Iterable[re.Match[str]], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Windows around some places: so many characters before each, and so many behind it."""
    return ((hit.start() - before, hit.end() + after) for hit in hits)


def find_near(
    grammar: Grammar, text: Doc | Span, windows: Iterable[tuple[int, int]]
) -> list[Match]:
    """Matches of a grammar near some places, in order: what stands further off is not searched.

    A search takes as long as there are tokens, for each of the patterns.

    Args:
        grammar: whose matches.
        text: a document, or a sentence of one; offsets count from its first character.
        windows: where a match can begin and end, in order of their begins; they may overlap, and
            reach beyond the text.
    """
    joined: list[tuple[int, int]] = []
    for start, end in windows:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((max(0, start), end))
    base, last = text[0].idx, text[-1]
    length = last.idx + len(last) - base  # asking a span for its text would join its tokens
    found = []
    for start, end in joined:
        near = part_of(text, start, min(end, length))
        shift = near[0].idx - base
        found += [
            Match(one.start + shift, one.end + shift, one.pattern) for one in grammar.find(near)
        ]
    return found


@cache
def _flags() -> Flags:
    """The flags of the pipeline's vocabulary."""
    return Flags(pipeline().vocab)


@cache
def grammar(*names: str) -> Grammar:
    """The grammar of some pattern files together."""
    patterns = (pattern for name in names for pattern in load_patterns(name))
    return Grammar(patterns, often=OFTEN.issuperset(names))
