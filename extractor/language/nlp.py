"""The door to spaCy: tokens and pattern matches of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

import spacy
from spacy.attrs import IS_PUNCT, LOWER, ORTH  # type: ignore[import-not-found]
from spacy.lang.lex_attrs import is_punct
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from spacy.vocab import Vocab

from extractor.language.flags import TEXTS, Flags
from extractor.language.patterns import Pattern, expanded, load_patterns, needed
from extractor.language.word_lists import words

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
    "Grammar",
    "Match",
    "around",
    "find_near",
    "grammar",
    "pipeline",
    "tokens",
]
OFTEN = frozenset(
    {"percentages", "shares", "quantifiers", "counts", "modifiers"}
)  # pattern files of running text


_ATTRIBUTES = {*TEXTS, "IS_PUNCT", "OP"}  # what a pattern may ask of a token
_START = itemgetter(1)


class Match(NamedTuple):
    """A pattern found in a text: half-open character offsets and the pattern."""

    start: int
    end: int
    pattern: Pattern


@cache
def pipeline() -> Language:
    """Blank English with a rule-based sentence splitter.

    Its vocabulary works out for a new word only what is asked: its small letters and whether it is
    a mark. All that spaCy could say of it takes four times as long.
    """
    nlp = spacy.blank("en", vocab=Vocab(lex_attr_getters={LOWER: str.lower, IS_PUNCT: is_punct}))
    tokenizer: Any = nlp.tokenizer
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES])
    tokenizer.infix_finditer = infixes.finditer
    tokenizer.rules = _exceptions(tokenizer.rules)
    nlp.add_pipe("sentencizer")
    return nlp


def _exceptions(rules: dict[str, Any]) -> dict[str, Any]:
    """The tokenizer's exceptions with our abbreviations in place of its own."""
    own = {one: [{ORTH: one}] for one in words("abbreviations") | words("abbreviations_last_too")}
    kept = {text: parts for text, parts in rules.items() if len(parts) > 1 or text[-1] != "."}
    return kept | own


def tokens(text: str) -> Doc:
    """The text in tokens."""
    return pipeline().make_doc(text)


class _Asked(NamedTuple):
    """A pattern with its matcher, and the words one of each set of which it needs."""

    pattern: Pattern
    matcher: Matcher
    needs: list[frozenset[str]]


class Grammar:
    """Finds the patterns of some labels; of two that overlap the longer wins, then the one that
    begins first, then the one whose pattern comes first.

    A matcher tries its patterns at every token, so each pattern has its own, which is asked only
    where the words that the pattern needs stand in the text.
    """

    def __init__(self, patterns: Iterable[Pattern], *, often: bool = False) -> None:
        """Add the patterns.

        Args:
            patterns: in the order of their precedence.
            often: running text is searched with them; the bits for flags are kept for those.
        """
        self._asked = [_asked(pattern, often) for pattern in patterns]
        self._always = [rank for rank, one in enumerate(self._asked) if not one.needs]
        self._by_word: dict[str, list[int]] = {}
        for rank, one in enumerate(self._asked):
            for word in one.needs[0] if one.needs else ():
                self._by_word.setdefault(word, []).append(rank)

    def find(self, text: Doc) -> list[Match]:
        """Matches in order of the text, none overlapping another."""
        found: list[tuple[int, int, int]] = []
        for rank in self._candidates(text):
            # As spans they cost twice as much.
            found += [(rank, start, end) for _, start, end in self._asked[rank].matcher(text)]
        if len(found) > 1:
            found = self._apart(found)
        return [self._match(text, *one) for one in found]

    def _candidates(self, text: Doc) -> list[int]:
        """Ranks of the patterns whose words stand in a text."""
        words = {token.lower_ for token in text}
        named = {rank for word in words for rank in self._by_word.get(word, ())}
        stand = words.isdisjoint
        asked = self._asked
        return self._always + [rank for rank in named if not any(map(stand, asked[rank].needs))]

    def _apart(self, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """Those of the matches (key, first token, token behind) that share no token."""
        kept: list[tuple[int, int, int]] = []
        for one in sorted(found, key=self._precedence):
            if not any(one[1] < other[2] and other[1] < one[2] for other in kept):
                kept.append(one)
        return sorted(kept, key=_START)

    def _precedence(self, match: tuple[int, int, int]) -> tuple[int, int, int]:
        rank, start, end = match
        return start - end, start, rank

    def _match(self, text: Doc, rank: int, start: int, end: int) -> Match:
        pattern = self._asked[rank].pattern
        last = text[end - 1 - pattern.trim]
        return Match(text[start].idx, last.idx + len(last), pattern)


def _asked(pattern: Pattern, often: bool) -> _Asked:
    """A pattern's matcher; with flags where running text is searched with it.

    Raises:
        ValueError: the pattern is none, or asks what the vocabulary does not work out.
    """
    vocab, written = pipeline().vocab, expanded(pattern.pattern)
    asked = {attribute for tokens in written for token in tokens for attribute in token}
    if other := asked - _ATTRIBUTES:
        told = ", ".join(sorted(_ATTRIBUTES))
        raise ValueError(f"{pattern.id}: tokens are told by {told}, not by {min(other)}")
    Matcher(vocab).add(pattern.id, written)  # checks it, and knows no flags
    matcher = Matcher(vocab, validate=False)
    flagged = [*map(_flags().flagged, written)] if often else written
    matcher.add(pattern.id, flagged, greedy="LONGEST")
    return _Asked(pattern, matcher, needed(pattern.pattern))


def around(hits: Iterable[re.Match[str]], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Windows around some places: so many characters before each, and so many behind it."""
    return ((hit.start() - before, hit.end() + after) for hit in hits)


def find_near(grammar: Grammar, text: str, windows: Iterable[tuple[int, int]]) -> list[Match]:
    """Matches of a grammar near some places, in order: what stands further off is not searched.

    A search takes as long as there are tokens. Cut at spaces, a text has the same ones in pieces.

    Args:
        grammar: whose matches.
        text: a sentence, or a row of a table.
        windows: where a match can begin and end, in order of their begins; they may overlap, and
            reach beyond the text.
    """
    joined: list[tuple[int, int]] = []
    for start, end in windows:
        first = text.rfind(" ", 0, start) + 1 if start > 0 else 0
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((first, end))
    found = []
    for start, end in joined:
        behind = text.find(" ", end)
        near = tokens(text[start:behind] if behind >= 0 else text[start:])
        found += [
            Match(one.start + start, one.end + start, one.pattern) for one in grammar.find(near)
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
