"""Who is counted and what is said of them: noun phrases and clauses by their closing words.

There is no parser: a blank pipeline knows no parts of speech. What ends a noun phrase or a clause
is a closed list of words (``patterns/syntax.yaml``).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from schemas.finding import Quantity

_WORD = re.compile(r"[^\s,;:().]+|[,;:().]")
_CLAUSE_END = re.compile(
    r",?\s+(?:but|while|whilst|although|though|whereas|compared with|compared to)\b|;|\.\s|\.$|:"
    r"|,\s+(?:and\s+)?(?:in|for|with|only|just|a further)\s+(?:only\s+)?(?:\d|one|two|three|half|all)"
    r"|,\s+and\s+(?:\d|one-|two-|three-|half\b)",
    re.I,
)
_CLAUSE_START = re.compile(
    r"(?:;|:|\.\s|,\s+(?:and|but|while|although|whereas)\s|\b(?:while|although|whereas|but)\s|"
    r"^(?:however|overall|in particular|similarly|in addition|generally|in general|consequently),?\s)",
    re.I,
)
_PREPOSITION = re.compile(r"\b(?:in|for|with|to|of|by|at|from)\s*(?:the\s+)?$", re.I)
_OF_BEFORE = re.compile(
    r"(?:^|[,;]\s+)(?:out\s+)?of\s+(?P<phrase>(?:the|these|those|all)?[^,;]{3,60}),\s*$", re.I
)
_LONGEST = 9  # words in a population
_IRREGULAR = {
    "need",
    "indeed",
    "hundred",
    "looked",
    "used",
    "related",
    "relevant",
    "required",
    "aged",
}


class Statement(NamedTuple):
    """Who is counted and what is said of them, verbatim; None where the sentence leaves it out."""

    population: str | None
    predicate: str | None


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``patterns/syntax.yaml``."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    source = files("extractor") / "patterns" / "syntax.yaml"
    return dict(yaml.safe_load(source.read_text("utf-8")))


def statement(sentence: str, quantity: Quantity) -> Statement:
    """Population and predicate of one quantity of a sentence."""
    before, end = sentence[: quantity.start], quantity.end
    population, stop = _population_after(sentence, end, quantity.kind)
    if population is None:
        match = _OF_BEFORE.search(before)
        population = match["phrase"].strip() if match else None
        before = before[: match.start()] if match else before
    return Statement(population, _predicate(sentence, before, stop))


def _population_after(sentence: str, end: int, kind: str) -> tuple[str | None, int]:
    """The phrase after "of", or right after a ratio or complement, and where it ends."""
    match = re.match(r"\s*\)?\s+of\s+(?:all\s+)?(?!whom|which|them)", sentence[end:], re.I)
    if match is None and kind in ("ratio", "complement", "rate"):
        match = re.match(r"\s+(?:of\s+)?", sentence[end:])
    if match is None:
        return None, end
    start = end + match.end()
    stop = _phrase_end(sentence, start)
    phrase = sentence[start:stop].strip()
    phrase = re.sub(r"^\d[\d,]*\s+", "", phrase)
    return (phrase or None), (stop if phrase else end)


def _phrase_end(sentence: str, start: int) -> int:
    """Where a noun phrase that begins at ``start`` ends."""
    closing = words("finite") | words("relative") | words("prepositions")
    openers, stop = words("clause_openers"), start
    for count, match in enumerate(_WORD.finditer(sentence, start)):
        word = match.group().lower()
        verb = word in closing or (word.endswith("ed") and word not in _IRREGULAR and count > 0)
        if word in ",;:()." or verb or count >= _LONGEST or (count > 0 and word in openers):
            break
        stop = match.end()
    return stop


def _predicate(sentence: str, before: str, stop: int) -> str | None:
    """The clause around a quantity: what comes before it, if it closes the clause, else after."""
    starts = [match.end() for match in _CLAUSE_START.finditer(before)]
    head = before[starts[-1] if starts else 0 :].strip(" ,(")
    tail = sentence[stop:].lstrip(" ,)")
    closing = _CLAUSE_END.search(tail)
    tail = (tail[: closing.start()] if closing else tail).strip(" ,.;()")
    lead = _PREPOSITION.sub("", head).strip(" ,(")
    if len(lead.split()) >= 3 and (_PREPOSITION.search(head) or len(tail.split()) < 2):
        return lead or None
    return tail or lead or None
