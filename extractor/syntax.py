"""Who is counted and what is said of them: noun phrases and clauses by their closing words.

There is no parser: a blank pipeline knows no parts of speech. What ends a noun phrase or a clause
is a closed list of words (``patterns/syntax.yaml``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.phrases import phrase_end
from schemas.finding import Quantity

_CLAUSE_END = re.compile(
    r",?\s+(?:but|while|whilst|although|though|whereas|compared with|compared to)\b|;|\.\s|\.$|:"
    r"|,\s+(?:and\s+)?(?:in|for|with|only|just|a further)\s+(?:only\s+|a further\s+)?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|all|most|some|many)\b)"
    r"|,\s+and\s+(?:\d|one-|two-|three-|half\b)",
    re.I,
)
_CLAUSE_START = re.compile(
    r"(?:;|:|\.\s|,\s+(?:and|but|while|although|whereas)\s|\b(?:while|although|whereas|but)\s|"
    r"^(?:however|overall|in particular|similarly|in addition|(?:in )?general(?:ly)?|consequently)"
    r",?\s)",
    re.I,
)
_PREPOSITION = re.compile(r"\b(?:in|for|with|to|of|by|at|from)\s*(?:the\s+)?$", re.I)
_OF_BEFORE = re.compile(
    r"(?:^|[,;]\s+)(?:out\s+)?of\s+(?P<phrase>(?:the|these|those|all)?[^,;]{3,130}),\s*$", re.I
)
_PLACE_AFTER = re.compile(r"^\)?\s*(?P<phrase>nationally|elsewhere|(?:across|in) England)\b", re.I)
_COMPARATOR = re.compile(
    r"(?P<phrase>(?:the\s+)?(?:current\s+)?(?:national|England|regional|statistical|similar"
    r"|comparators?|previous\s+year[’']s)(?:\s+(?!is\b|was\b|of\b|at\b)[\w’']+){0,2})"
    r"\s*(?:is|was|of|at|,)?\s*\(?$",
    re.I,
)
_OF_WHOM = re.compile(
    r"(?:^|[.;:]\s+)(?P<phrase>[^.;:]{4,90}?),?\s+of\s+wh(?:om|ich)\s+(?:[\w,]+\s+\(\s*)?$", re.I
)
_IN_PLACE = re.compile(r"^\s*in\s+(?P<phrase>[\w’' -]{3,40}?)\s+(?:is|was|are|were)\s+$", re.I)
_IN_BRACKETS = re.compile(
    r"(?:^|,\s|\b(?:most|of|all|the|many|with|that|some|for|and|enough)\s)(?P<phrase>[A-Za-z’'-]+"
    r"(?:\s[a-z’'-]+){0,3})\s+\($"
)
_SHARE_OF = re.compile(
    r"\b(?:proportion|percentage|number|rate|share)\s+(?:of|for)\s+"
    r"(?P<phrase>(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+(?:who|that|with|having|is|was|are|were|has|have"
    r"|had|in|on|staying|experiencing|by)\b",
    re.I,
)


class Statement(NamedTuple):
    """Who is counted and what is said of them, verbatim; None where the sentence leaves it out."""

    population: str | None
    predicate: str | None


def statements(sentence: str, quantities: list[Quantity]) -> list[Statement]:
    """Population and predicate of each quantity of a sentence.

    One that states no population shares that of the quantity before it, or behind it: "in 72% of
    cases it was complete, while in 23% …".
    """
    said = [statement(sentence, quantity) for quantity in quantities]
    known = [one.population for one in said]
    for index, one in enumerate(said):
        if one.population is None:
            near = [*reversed(known[:index]), *known[index + 1 :]]
            said[index] = one._replace(population=next(filter(None, near), None))
    return said


def statement(sentence: str, quantity: Quantity) -> Statement:
    """Population and predicate of one quantity of a sentence."""
    before, end = sentence[: quantity.start], quantity.end
    population, stop = _population_after(sentence, end, quantity.kind)
    if population is None:
        population, before = _population_before(before, sentence[end:])
    return Statement(population, _predicate(sentence, before, stop))


def _population_before(before: str, after: str) -> tuple[str | None, str]:
    """A population named before its quantity, and what is left of the text before."""
    match = _OF_BEFORE.search(before)
    if match:
        return match["phrase"].strip(), before[: match.start()]
    place = _PLACE_AFTER.match(after)
    if place:
        return place["phrase"], before
    for pattern in (_COMPARATOR, _OF_WHOM, _IN_PLACE, _IN_BRACKETS, _SHARE_OF):
        match = pattern.search(before)
        if match and match["phrase"].strip():
            return match["phrase"].strip(), before
    return None, before


def _population_after(sentence: str, end: int, kind: str) -> tuple[str | None, int]:
    """The phrase after "of", or right after a ratio or complement, and where it ends."""
    match = re.match(r"\s*\)?\s+of\s+(?:all\s+)?(?!whom|which|them)", sentence[end:], re.I)
    if match is None and kind in ("ratio", "complement", "rate"):
        match = re.match(r"\s+(?:of\s+)?", sentence[end:])
    if match is None:
        return None, end
    start = end + match.end()
    stop = phrase_end(sentence, start)
    phrase = sentence[start:stop].strip()
    phrase = re.sub(r"^\d[\d,]*\s+", "", phrase)
    return (phrase or None), (stop if phrase else end)


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
