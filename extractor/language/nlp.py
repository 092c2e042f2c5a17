"""The door to spaCy: tokens and pattern matches of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple

import spacy
from spacy.attrs import IS_PUNCT, LOWER, ORTH  # type: ignore[import-not-found]
from spacy.lang.lex_attrs import is_punct
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex
from spacy.vocab import Vocab

from extractor.language.data_files import pattern_folders
from extractor.language.patterns import P, Pattern, TokenPattern, expanded, patterns_in
from extractor.language.prefilter import TEXTS, TokenFilter
from extractor.language.word_lists import words

# What spaCy's English rules leave at a figure: "~62%", "<5%", "c.40".
_PREFIXES = [r"[~≈<>≤≥±](?=\d)", r"ca?\.(?=\d)"]
# Glued or ranged text that they leave whole: "95–100%", "are100%", "16%⁶", "80%/20%",
# "33.3%-40%".
_INFIXES = [
    r"(?<=[\d%])[–—-](?=\d)",
    r"(?<=[A-Za-z]{2})(?=\d)",
    r"(?<=%)(?=[^\s%])",
    r"(?<=\d)(?=%)",
    r"(?<=[\w%])/(?=\w)",
    r"[.!?](?=[⁰¹²³⁴-⁹])",
    r"(?<=[^\s⁰¹²³⁴-⁹])(?=[⁰¹²³⁴-⁹])",
]

__all__ = ["Grammar", "Match", "grammar", "pipeline", "tokens"]

_ATTRIBUTES = {*TEXTS, "IS_PUNCT", "OP"}  # what a pattern may ask of a token
Span = tuple[int, int]


class Match(NamedTuple, Generic[P]):
    """A pattern found in a text: half-open character offsets, the pattern, what it captures."""

    start: int
    end: int
    pattern: P
    captures: dict[str, Span]


class _Found(NamedTuple):
    """A match in tokens: the pattern's rank, which of its ways, first token, token behind."""

    rank: int
    way: int
    start: int
    end: int

    @property
    def precedence(self) -> tuple[int, int, int, int]:
        return self.start - self.end, self.start, self.rank, self.way


@cache
def pipeline() -> Language:
    """Blank English with a rule-based sentence splitter.

    Its vocabulary works out for a new word only what is asked: its small letters and whether it is
    a mark. All that spaCy could say of it takes four times as long.
    """
    nlp = spacy.blank("en", vocab=Vocab(lex_attr_getters={LOWER: str.lower, IS_PUNCT: is_punct}))
    own: Any = nlp.tokenizer
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES])
    prefixes = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), *_PREFIXES])
    nlp.tokenizer = Tokenizer(  # made anew: it reads its exceptions whenever a part of it is set
        nlp.vocab,
        rules=_exceptions(own.rules),
        prefix_search=prefixes.search,
        suffix_search=own.suffix_search,
        infix_finditer=infixes.finditer,
        token_match=own.token_match,
        url_match=own.url_match,
    )
    nlp.add_pipe("sentencizer")
    return nlp


def _exceptions(rules: dict[str, Any]) -> dict[str, Any]:
    """The tokenizer's exceptions with our abbreviations in place of its own."""
    own = {one: [{ORTH: one}] for one in words("abbreviations") | words("abbreviations_last_too")}
    kept = {text: parts for text, parts in rules.items() if len(parts) > 1 or text[-1] != "."}
    return kept | own


@cache
def _parted_words() -> tuple[tuple[str, ...], ...]:
    """Words that the tokenizer parts in the middle, in their parts: "can" and "not"."""
    rules: dict[str, list[dict[int, str]]] = pipeline().tokenizer.rules  # type: ignore[union-attr]
    parts = ([str(one) for token in rule for one in token.values()] for rule in rules.values())
    return tuple(tuple(map(str.lower, one)) for one in parts if len(one) > 1)


def tokens(text: str) -> Doc:
    """The text in tokens."""
    return pipeline().make_doc(text)


class Grammar(Generic[P]):
    """Finds some patterns; of two that overlap the longer wins, then the one that begins first,
    then the one whose pattern comes first.
    """

    def __init__(self, patterns: Iterable[P]) -> None:
        """Add the patterns, in the order of their precedence.

        Raises:
            ValueError: a pattern is none, or asks what the vocabulary does not work out.
        """
        self._patterns = [*patterns]
        self._ways = [expanded(one.pattern) for one in self._patterns]
        self._matchers = [*map(_matcher, self._patterns, self._ways)]
        written = [[way.tokens for way in ways] for ways in self._ways]
        self._filter = TokenFilter(written, _parted_words())
        self._aligning: dict[tuple[int, int], Matcher] = {}

    def find(self, text: str) -> list[Match[P]]:
        """Matches in order of the text, none overlapping another.

        Only what can hold one is looked at (``prefilter``).
        """
        ranks = self._filter.candidates(text)
        if not ranks:
            return []
        windows, ranks = self._filter.windows(text, ranks)
        return [match for window in windows for match in self._near(text, window, ranks)]

    def find_everywhere(self, text: str) -> list[Match[P]]:
        """The same without a filter, which takes much longer; for tests."""
        return [*self._near(text, (0, len(text)), range(len(self._patterns)))]

    def _near(self, text: str, window: Span, ranks: Iterable[int]) -> Iterator[Match[P]]:
        """The matches of some patterns in a piece of a text that is cut at spaces."""
        start, end = window
        doc = tokens(text[start:end])
        found = [
            _Found(rank, int(doc.vocab.strings[way]), first, behind)
            for rank in ranks
            for way, first, behind in self._matchers[rank](doc)
        ]
        for one in _apart(found):
            yield self._match(doc, start, one)

    def _match(self, doc: Doc, offset: int, found: _Found) -> Match[P]:
        pattern = self._patterns[found.rank]
        start, last = doc[found.start].idx, doc[found.end - 1 - pattern.trim]
        captures = self._captures(doc, offset, found)
        return Match(offset + start, offset + last.idx + len(last), pattern, captures)

    def _captures(self, doc: Doc, offset: int, found: _Found) -> dict[str, Span]:
        """Where the tokens of a match stand that its pattern names."""
        way = self._ways[found.rank][found.way]
        if not any(way.captures):
            return {}
        aligned = self._aligned(doc, found, way)
        captured: dict[str, Span] = {}
        for token, at in zip(doc[found.start : found.end], aligned, strict=True):
            if name := way.captures[at]:
                first = offset + token.idx
                start, _ = captured.get(name, (first, first))
                captured[name] = (start, first + len(token))
        return captured

    def _aligned(self, doc: Doc, found: _Found, way: TokenPattern) -> list[int]:
        """For each token of a match, which one of its pattern it is."""
        if len(way.tokens) == found.end - found.start:
            return [*range(len(way.tokens))]
        key = found.rank, found.way
        if key not in self._aligning:
            self._aligning[key] = Matcher(doc.vocab, validate=False)
            self._aligning[key].add("way", [way.tokens])
        span = doc[found.start : found.end]
        matches: list[Any] = self._aligning[key](span, with_alignments=True)
        return next(one[3] for one in matches if one[2] - one[1] == len(span))


def _matcher(pattern: Pattern, ways: list[TokenPattern]) -> Matcher:
    """What finds a pattern, each way to write it under its number.

    Raises:
        ValueError: the pattern is none, or asks what the vocabulary does not work out.
    """
    asked = {attribute for way in ways for token in way.tokens for attribute in token}
    if other := asked - _ATTRIBUTES:
        known = ", ".join(sorted(_ATTRIBUTES))
        raise ValueError(f"{pattern.id}: tokens are told by {known}, not by {min(other)}")
    matcher = Matcher(pipeline().vocab)
    for number, way in enumerate(ways):
        matcher.add(str(number), [way.tokens], greedy="LONGEST")
    return matcher


def _apart(found: list[_Found]) -> list[_Found]:
    """Those of some matches that share no token, in order."""
    if len(found) < 2:
        return found
    kept: list[_Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: one.precedence):
        own = range(one.start, one.end)
        if taken.isdisjoint(own):
            taken.update(own)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def grammar(*names: str, model: type[P]) -> Grammar[P]:
    """The grammar of some pattern files together.

    Args:
        names: of the files, without ending, in the order of their precedence.
        model: what each line of them is.
    """
    return _grammar(names, model, pattern_folders())


@cache
def _grammar(names: tuple[str, ...], model: type[P], folders: tuple[Path, ...]) -> Grammar[P]:
    return Grammar(pattern for name in names for pattern in patterns_in(name, model, folders))
