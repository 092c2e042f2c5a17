"""Who is counted and what is said of them, by the words of the quantity's own sentence."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from extractor.language.expressions import Expressions
from extractor.language.pieces import Piece
from extractor.statements.arguments.argument_rules import first_phrase
from extractor.statements.arguments.clauses import clause_around
from extractor.statements.arguments.population import (
    is_clause,
    is_plural,
    named_around,
    population_after,
    population_before,
)
from schemas.finding import Quantity

_FORMS = Expressions("noun_phrases")


class Arguments(NamedTuple):
    """Who is counted and what is said of them, as pieces of the sentence; None where left out.

    ``compared``: the population is another place or year, which the figure is held against.
    """

    population: Piece | None
    predicate: Piece | None
    compared: bool = False


def arguments_in(sentence: str, quantities: list[Quantity]) -> list[Arguments]:
    """Population and predicate of each quantity of a sentence.

    One that states no population shares that of the quantity before it, or behind it: "in 72% of
    cases it was complete, while in 23% …"; else it is the nearest population named before it.
    What is compared with has the predicate of what it is compared to.
    """
    whole = Piece(sentence)
    nexts = [one.start for one in quantities[1:]]
    around = [_around(whole, one, then) for one, then in zip_longest(quantities, nexts)]
    known = [None if one.compared else one.population for one in around]
    found: list[Arguments] = []
    for index, one in enumerate(around):
        behind = [other for other in known[index + 1 :] if other and is_plural(other.text)]
        near = [*reversed(known[:index]), *behind]
        shared = (other for other in near if other and not is_clause(other.text))
        population = one.population or next(shared, None)
        population = population or named_around(whole.cut(0, quantities[index].start))
        predicate = one.predicate
        if one.compared:
            predicate = next((o.predicate for o in reversed(found)), predicate)
        found.append(Arguments(population, predicate, one.compared))
    return found


def _around(sentence: Piece, quantity: Quantity, following: int | None) -> Arguments:
    """Population and predicate of one quantity by what stands right around it."""
    before, after = sentence.cut(0, quantity.start), sentence.cut(quantity.end)
    population, stop = population_after(sentence, quantity)
    comparator = None if population else first_phrase("comparator", before, after)
    if comparator:
        clause = clause_around(sentence.text, before.end, stop)
        return Arguments(comparator, clause, compared=True)
    rest = before
    if population is None:
        population, rest = population_before(before, after)
    named = first_phrase("predicate", before, after)
    if named:
        others = _FORMS.rest.search(named.text)
        predicate: Piece | None = named.cut(0, others.start()) if others else named
    else:
        predicate = clause_around(sentence.text, rest.end, stop, following)
    return Arguments(population, predicate)
