"""Populations and predicates that a sentence leaves out and its lead-in or an earlier one states.

They are kept apart from what the sentence itself says: ``population_context`` and
``predicate_context``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from extractor.assembly.sentences import Sentence
from extractor.language.pieces import Piece
from extractor.language.word_forms import is_finite
from extractor.statements.arguments.population import named_before
from extractor.statements.claim import Phrase
from extractor.statements.interpretation.interpreted import Interpreted, Passage
from schemas.document import Block
from schemas.span import Span

_WORD = re.compile(r"[\w’'-]+")
_COLON = re.compile(r"\s*[:–-]\s*$")
_MOST_WORDS = 40  # a longer lead-in says too much to be one predicate


class CarriedOver:
    """A rule of interpretation that remembers what was named while it reads on."""

    def __init__(self) -> None:
        self._section: str | None = None
        self._population: Phrase | None = None
        self._unread: list[Sentence] = []  # sentences whose population nobody has asked for yet

    def __call__(self, claims: list[Interpreted], passage: Passage) -> list[Interpreted]:
        self._enter(passage.block)
        if passage.is_row:
            return [self._complete(one, passage.block) for one in claims]
        stated = {
            start: list(group) for start, group in groupby(claims, lambda one: one.sentence.start)
        }
        found: list[Interpreted] = []
        for sentence in passage.sentences:
            completed = [
                self._complete(one, passage.block) for one in stated.get(sentence.start, ())
            ]
            self._observe(sentence, completed)
            found += completed
        return found

    def _enter(self, block: Block) -> None:
        """Forget what another section named."""
        if block.section_id != self._section:
            self._section, self._population = block.section_id, None
            self._unread.clear()

    def _observe(self, sentence: Sentence, claims: Iterable[Interpreted]) -> None:
        """Remember the population that a sentence names last."""
        named = [one.population for one in claims if one.population and one.context != "comparison"]
        if named:
            self._population = named[-1]
            self._unread.clear()
        else:
            self._unread.append(sentence)

    def _named_last(self) -> Phrase | None:
        """The population named last; sentences are searched only now, the last one first."""
        for sentence in reversed(self._unread):
            if named := named_before(Piece(sentence.text, sentence.start)):
                self._population = phrase_of(named, sentence.block.block_id)
                break
        self._unread.clear()
        return self._population

    def _complete(self, one: Interpreted, block: Block) -> Interpreted:
        """Fill in who and what the sentence of a claim leaves out."""
        lead_in, holder = block.lead_in or "", block.lead_in_id
        population = predicate = None
        if one.population is None and block.kind != "row":
            named = named_before(Piece(lead_in))
            population = phrase_of(named, holder) if named else self._named_last()
        short = lead_in and len(lead_in.split()) <= _MOST_WORDS
        if short and (one.predicate is None or not _has_verb(one.sentence.text)):
            colon = _COLON.search(lead_in)
            predicate = phrase_of(Piece(lead_in).cut(0, colon.start() if colon else None), holder)
        return replace(one, population_context=population, predicate_context=predicate)


def phrase_of(piece: Piece, block_id: str | None) -> Phrase:
    """A piece of a block's text, where it stands in the block; no place without a block."""
    span = Span(block_id, piece.start, piece.end) if block_id is not None else None
    return Phrase(piece.text, span)


def _has_verb(sentence: str) -> bool:
    found = (word.lower() for word in _WORD.findall(sentence))
    return any(map(is_finite, found))
