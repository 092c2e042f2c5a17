"""Who or what is counted: a noun phrase behind a quantity, or named before it.

There is no parser: a blank pipeline knows no parts of speech. Rules with examples
(``argument_rules.yaml``) go first; else the noun phrase after the quantity is who is counted.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.language.expressions import Expressions
from extractor.language.pieces import Piece
from extractor.language.prefilter import Searchable
from extractor.language.word_lists import words
from extractor.statements.arguments.argument_rules import first_phrase
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
_UNSPACED = re.compile(r"\S+")
_WORDS_NAMED = 3  # of a population named before: its noun and up to two words before it


def population_after(sentence: Piece, quantity: Quantity) -> tuple[Piece | None, int]:
    """The phrase after "of", or right after a ratio, count or word, and where it ends."""
    text = sentence.text
    aside = _BRACKETS.match(text, quantity.end)
    end = aside.end() if aside else quantity.end
    pronoun = _FORMS.of_pronoun.match(text, end)
    if pronoun:
        return named_before(sentence.cut(0, quantity.start)), pronoun.end()
    start = _phrase_start(text, quantity, end)
    if start is None:
        return None, end
    noun = counted(text, start)
    those = _FORMS.those.match(text, start)
    stop = noun.end if noun else those.end() if those else phrase_end(text, start)
    phrase = sentence.cut(start, stop).strip()
    joined = _FORMS.joined.match(text, stop) if quantity.rule == "ratio.apart.noun_of" else None
    stop = joined.end() if joined else stop  # "one boy in five said …"
    return (_without(_FORMS.numbered, phrase) or None), (stop if phrase else end)


def _phrase_start(text: str, quantity: Quantity, end: int) -> int | None:
    """Where the phrase behind a quantity begins that names who is counted."""
    of = _FORMS.after_of.match(text, end)
    if of:
        return of.end()
    if quantity.kind in ("fraction", "vague"):
        the = _FORMS.determiner.match(text, end)
        if the and counted(text, the.end()):  # "half the officers"
            return the.end()
    direct = _FORMS.after_direct.match(text, end)
    if direct is None or quantity.change:
        return None
    named = _FORMS.no_opener.match(text, direct.end()) and counted(text, direct.end())
    return direct.end() if named or _takes_any_noun(quantity) else None


def population_before(before: Piece, after: Piece) -> tuple[Piece | None, Piece]:
    """A population that a rule finds around, and what is left of the text before."""
    phrase = first_phrase("population", before, after)
    if phrase:
        rest = before
        if phrase.end <= before.end and before.text[phrase.end :].rstrip() == ",":
            rest = before.cut(0, phrase.start)
        if is_clause(phrase.text) and (
            "(" in phrase.text or not _FORMS.of_whom.search(before.text)
        ):
            phrase = named_before(phrase) or phrase
        lead = _FORMS.of_at_end.search(rest.text)
        return phrase, rest.cut(0, lead.start()) if lead else rest
    match = _FORMS.named_in_brackets.search(before.text)
    if match and is_plural_population(match["phrase"].split()[-1]):
        return _without(_FORMS.vague_word, before.cut(*match.span("phrase"))), before
    return None, before


def _without(opening: Searchable, phrase: Piece) -> Piece:
    """A phrase without what an expression finds at its beginning."""
    match = opening.match(phrase.text)
    return phrase.cut(match.end()) if match else phrase


def _takes_any_noun(quantity: Quantity) -> bool:
    """Whether the noun right after it is counted, whatever it is: "seven of the eight lamps"."""
    together = not quantity.rule.startswith("ratio.apart")
    return quantity.kind in ("ratio", "complement", "rate") and together


def is_plural(phrase: str) -> bool:
    """Whether a phrase names several: "one school" is nobody else's population."""
    return any(is_plural_population(word) for word in phrase.split()) or not any(
        map(is_population, phrase.split())
    )


def is_clause(phrase: str) -> bool:
    """Whether a phrase has a verb: "306 live with foster families, of whom …"."""
    return any(word.lower() in words("finite") for word in phrase.split())


def named_around(before: Piece) -> Piece | None:
    """The population of "Children are matched to families, with 86% …" is the subject."""
    if _FORMS.with_share.search(before.text):
        found = (m for m in _WORD.finditer(before.text) if is_plural_population(m.group()))
        ends = (m.end() for m in found if not _FORMS.looked_after_noun.match(before.text, m.end()))
        first = next(ends, None)
        return named_before(before.cut(0, first)) if first else None
    return named_before(before)


@cache
def _closing() -> frozenset[str]:
    """Words that stand in no population, or only before it."""
    lists = ("finite", "prepositions", "clause_openers", "relative", "leading")
    return frozenset().union(*map(words, lists))


def named_before(text: Piece) -> Piece | None:
    """The nearest population that a text names, with up to two words before it.

    The base of a rate ("76 per 10,000 children") is none.
    """
    last = None
    for one in _NAME.finditer(text.text):
        if is_plural_population(one.group()) and not _FORMS.rate_base.search(
            text.text, 0, one.start()
        ):
            last = one.end()
    if last is None:
        return None
    start = text.text.rfind(", ", 0, last) + 2 if ", " in text.text[:last] else 0
    near = [*_UNSPACED.finditer(text.text, start, last)][-_WORDS_NAMED:]
    closing = _closing()
    while len(near) > 1 and any(word.group().lower() in closing for word in near[:-1]):
        near = near[1:]
    numbered = [index for index, word in enumerate(near) if word.group()[0].isdigit()]
    return text.cut(near[numbered[-1] if numbered else 0].start(), last)
