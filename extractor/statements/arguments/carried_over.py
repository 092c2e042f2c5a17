"""Populations and predicates that a sentence leaves out and its lead-in or an earlier one states.

They are kept apart from what the sentence itself says: ``population_context`` and
``predicate_context``.
"""

from __future__ import annotations

import re

from extractor.language.word_lists import words
from extractor.statements.arguments.claims import named_before
from schemas.document import Block
from schemas.finding import Finding

_WORD = re.compile(r"[\w’'-]+")
_COLON = re.compile(r"\s*[:–-]\s*$")
_MOST_WORDS = 40  # a longer lead-in says too much to be one predicate


class Earlier:
    """What was said before, while the blocks of a report are read in order."""

    def __init__(self) -> None:
        self._section: str | None = None
        self._population: str | None = None
        self._unread: list[str] = []  # sentences whose population nobody has asked for yet

    def enter(self, block: Block) -> None:
        """Forget what another section said."""
        if block.section_id != self._section:
            self._section, self._population = block.section_id, None
            self._unread.clear()

    def hear(self, sentence: str, findings: list[Finding]) -> None:
        """Note on the population that a sentence names last."""
        told = [
            one.population for one in findings if one.population and one.context != "comparison"
        ]
        if told:
            self._population = told[-1]
            self._unread.clear()
        else:
            self._unread.append(sentence)

    def _named_last(self) -> str | None:
        """The population named last; sentences are searched only now, the last one first."""
        named = (named_before(sentence) for sentence in reversed(self._unread))
        self._population = next(filter(None, named), None) or self._population
        self._unread.clear()
        return self._population

    def complete(self, finding: Finding, block: Block) -> None:
        """Fill in the contexts of a finding whose sentence leaves one of them out."""
        lead_in = block.lead_in or ""
        if finding.population is None and block.kind != "row":
            finding.population_context = named_before(lead_in) or self._named_last()
        if not lead_in or len(lead_in.split()) > _MOST_WORDS:
            return
        if finding.predicate is None or not _has_verb(finding.sentence):
            finding.predicate_context = _COLON.sub("", lead_in)


def _has_verb(sentence: str) -> bool:
    found = (word.lower() for word in _WORD.findall(sentence))
    return any(word in words("finite") or word.endswith("ed") for word in found)
