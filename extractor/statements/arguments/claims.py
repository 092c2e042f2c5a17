"""Who is counted and what is said of them: phrases around a quantity, by rules and closing words.

There is no parser: a blank pipeline knows no parts of speech. Rules with examples
(``argument_rules.yaml``) go first; else the noun phrase after the quantity is who is counted,
and the clause around it what is said.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from extractor.language.expressions import Expressions
from extractor.language.word_lists import words
from extractor.statements.arguments.argument_rules import first_phrase
from extractor.statements.arguments.clauses import clause_around
from extractor.statements.arguments.noun_phrases import (
    counted,
    is_plural_population,
    is_population,
    phrase_end,
)
from schemas.finding import Quantity

_FORMS = Expressions("noun_phrases")
_BRACKETS = re.compile(r"[\s⁰¹²³⁴-⁹]*\([^()]{1,60}\)")
_WORD = re.compile(r"[\w’'-]+")
_NAME = re.compile(r"[\w’'-]+?(?=[⁰¹²³⁴-⁹]|(?![\w’'-]))")  # a word without a footnote's mark


class Statement(NamedTuple):
    """Who is counted and what is said of them, verbatim; None where the sentence leaves it out."""

    population: str | None
    predicate: str | None


class _Said(NamedTuple):
    """A statement, and whether it is another place or year that is compared with."""

    population: str | None
    predicate: str | None
    compared: bool


def statements(sentence: str, quantities: list[Quantity]) -> list[Statement]:
    """Population and predicate of each quantity of a sentence.

    One that states no population shares that of the quantity before it, or behind it: "in 72% of
    cases it was complete, while in 23% …"; else it is the nearest population named before it.
    What is compared with has the predicate of what it is compared to.
    """
    nexts = [one.start for one in quantities[1:]]
    said = [_said(sentence, one, then) for one, then in zip_longest(quantities, nexts)]
    known = [None if one.compared else one.population for one in said]
    found: list[Statement] = []
    for index, one in enumerate(said):
        behind = [other for other in known[index + 1 :] if other and _is_plural(other)]
        near = [*reversed(known[:index]), *behind]
        shared = (other for other in near if other and not _is_clause(other))
        population = one.population or next(shared, None)
        population = population or _named_around(sentence[: quantities[index].start])
        predicate = one.predicate
        if one.compared:
            predicate = next((o.predicate for o in reversed(found)), predicate)
        found.append(Statement(population, predicate))
    return found


def statement(sentence: str, quantity: Quantity) -> Statement:
    """Population and predicate of one quantity by what stands right around it."""
    one = _said(sentence, quantity)
    return Statement(one.population, one.predicate)


def _said(sentence: str, quantity: Quantity, following: int | None = None) -> _Said:
    before, after = sentence[: quantity.start], sentence[quantity.end :]
    population, stop = _population_after(sentence, quantity)
    place = None if population else first_phrase("comparator", before, after)
    if place:
        return _Said(place, clause_around(sentence, before, stop), True)
    rest = before
    if population is None:
        population, rest = _population_before(before, after)
    told = first_phrase("predicate", before, after)
    predicate = (
        _FORMS.rest.sub("", told) if told else clause_around(sentence, rest, stop, following)
    )
    return _Said(population, predicate, False)


def _population_before(before: str, after: str) -> tuple[str | None, str]:
    """A population that a rule finds around, and what is left of the text before."""
    phrase = first_phrase("population", before, after)
    if phrase:
        rest = before[: before.find(phrase)] if before.rstrip().endswith(phrase + ",") else before
        if _is_clause(phrase) and ("(" in phrase or not _FORMS.of_whom.search(before)):
            phrase = named_before(phrase) or phrase
        return phrase, _FORMS.of_at_end.sub("", rest)
    match = _FORMS.named_in_brackets.search(before)
    if match and is_plural_population(match["phrase"].split()[-1]):
        return _FORMS.vague_word.sub("", match["phrase"]), before
    return None, before


def _population_after(sentence: str, quantity: Quantity) -> tuple[str | None, int]:
    """The phrase after "of", or right after a ratio, count or word, and where it ends."""
    aside = _BRACKETS.match(sentence, quantity.end)
    end = aside.end() if aside else quantity.end
    pronoun = _FORMS.of_pronoun.match(sentence, end)
    if pronoun:
        return named_before(sentence[: quantity.start]), pronoun.end()
    match = _FORMS.after_of.match(sentence, end)
    if match is None and quantity.kind in ("fraction", "vague"):
        the = _FORMS.determiner.match(sentence, end)
        match = the if the and counted(sentence, the.end()) else None  # "half the officers"
    if match is None:
        match = _FORMS.after_direct.match(sentence, end)
        direct = (
            match
            and _FORMS.no_opener.match(sentence, match.end())
            and counted(sentence, match.end())
        )
        if not match or not (direct or _takes_any_noun(quantity)) or quantity.change:
            return None, end
    start = match.end()
    noun = counted(sentence, start)
    those = _FORMS.those.match(sentence, start)
    stop = noun.end if noun else those.end() if those else phrase_end(sentence, start)
    phrase = sentence[start:stop].strip()
    joined = _FORMS.joined.match(sentence, stop) if quantity.rule == "ratio.apart.noun_of" else None
    stop = joined.end() if joined else stop  # "one boy in five said …"
    return (_FORMS.numbered.sub("", phrase) or None), (stop if phrase else end)


def _takes_any_noun(quantity: Quantity) -> bool:
    """Whether the noun right after it is counted, whatever it is: "seven of the eight lamps"."""
    together = not quantity.rule.startswith("ratio.apart")
    return quantity.kind in ("ratio", "complement", "rate") and together


def _is_plural(phrase: str) -> bool:
    """Whether a phrase names several: "one school" is nobody else's population."""
    return any(is_plural_population(word) for word in phrase.split()) or not any(
        map(is_population, phrase.split())
    )


def _is_clause(phrase: str) -> bool:
    """Whether a phrase has a verb: "306 live with foster families, of whom …"."""
    return any(word.lower() in words("finite") for word in phrase.split())


def _named_around(before: str) -> str | None:
    """The population of "Children are matched to families, with 86% …" is the subject."""
    if _FORMS.with_share.search(before):
        found = (m for m in _WORD.finditer(before) if is_plural_population(m.group()))
        ends = (m.end() for m in found if not _FORMS.looked_after_noun.match(before, m.end()))
        first = next(ends, None)
        return named_before(before[:first]) if first else None
    return named_before(before)


@cache
def _closing() -> frozenset[str]:
    """Words that stand in no population, or only before it."""
    lists = ("finite", "prepositions", "clause_openers", "relative", "leading")
    return frozenset().union(*map(words, lists))


def named_before(text: str) -> str | None:
    """The nearest population that a text names, with up to two words before it.

    The base of a rate ("76 per 10,000 children") is none.
    """
    found = _NAME.finditer(text)
    ends = [
        one.end()
        for one in found
        if is_plural_population(one.group()) and not _FORMS.rate_base.search(text, 0, one.start())
    ]
    if not ends:
        return None
    phrase = text[: ends[-1]].rpartition(", ")[2].split()[-3:]
    closing = _closing()
    while len(phrase) > 1 and any(word.lower() in closing for word in phrase[:-1]):
        phrase = phrase[1:]
    numbered = [index for index, word in enumerate(phrase) if word[0].isdigit()]
    return " ".join(phrase[numbered[-1] if numbered else 0 :])
