"""Noun phrases without a parser: where one ends, and whether inspections count such things.

A blank pipeline knows no parts of speech. What ends a noun phrase is a closed list of words
(``word_lists.yaml``); what is counted is a list of nouns (``populations.yaml``).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from extractor.language.data_files import pattern_file
from extractor.language.expressions import Expressions
from extractor.language.word_forms import is_contracted_not, is_participle
from extractor.language.word_lists import words

_FORMS = Expressions("noun_phrases")
_WORD = re.compile(r"[^\s,;:().]+|[,;:().]")
_LETTERS = re.compile(r"[a-z]+(?:n[’']t)?")
_LONGEST = 9  # words in a population
_AHEAD = 3  # words within which a participle's noun stands: "identified early help cases"
_PLANS = {"plans", "orders", "Orders"}  # "children on child protection plans"
_POSSESSIVE = ("’", "’s", "'", "'s")


class Counted(NamedTuple):
    """A noun phrase over things that inspections count: half-open offsets and its head."""

    start: int
    end: int
    head: str
    plural: bool


@cache
def populations(*names: str) -> frozenset[str]:
    """Last words of the nouns in some lists of ``populations.yaml``, in lower case."""
    lists: dict[str, list[str]] = pattern_file("populations")
    return frozenset(noun.split()[-1].lower() for name in names for noun in lists[name])


def is_plural_population(word: str) -> bool:
    """Whether a word stands for several of what inspections count."""
    return word.lower() in populations("people", "work", "places") or word.endswith("year-olds")


def is_population(word: str) -> bool:
    """The same, singular included."""
    return is_plural_population(word) or word.lower() in populations("singular")


@lru_cache(maxsize=1_000)  # a sentence's few phrases are asked for again and again
def phrase_end(sentence: str, start: int) -> int:
    """Where a noun phrase that begins at ``start`` ends."""
    stop, seen, last = start, False, ""
    ends = min(len(sentence), start + 200)
    tokens = list(islice(_WORD.finditer(sentence, start, ends), _LONGEST + _AHEAD))
    printed = [one.group() for one in tokens]
    for count, (word, match) in enumerate(zip(printed[:_LONGEST], tokens, strict=False)):
        ahead = printed[count + 1 : count + 1 + _AHEAD]
        if _ends_phrase(word.lower(), last, count, seen, ahead):
            break
        seen = seen or is_population(word)
        stop, last = match.end(), word.lower()
    return stop


def _ends_phrase(word: str, last: str, count: int, seen: bool, ahead: list[str]) -> bool:
    """Whether a word cannot belong to the noun phrase before it."""
    if word in ",;:().":
        return True
    if last.endswith(_POSSESSIVE) or last == "in":
        return False
    if word in words("finite") or word in words("relative"):
        return True
    if word in words("prepositions"):
        state = count > 0 and word == "in" and ahead[:1] in (["need"], ["care"])
        state = state or (count > 0 and word == "on" and bool(_PLANS.intersection(ahead)))
        return not state and (last, word) != ("looked", "after")
    return count > 0 and (
        word in words("clause_openers")
        or (is_participle(word, after_noun=seen) and (seen or not any(map(is_population, ahead))))
    )


@lru_cache(maxsize=1_000)
def counted(sentence: str, start: int) -> Counted | None:
    """The phrase at ``start``, if its head is something that inspections count.

    Its end is that of the last such noun, so that a verb that no list knows does not belong to it.
    """
    end = phrase_end(sentence, start)
    phrase = sentence[start:end]
    head_part = phrase[: cut.start()] if (cut := _FORMS.of_break.search(phrase)) else phrase
    found = None
    for match in _WORD.finditer(head_part):
        word = match.group()
        if found and found.end == start + match.start() - 1 and word in words("other_heads"):
            if found.head.endswith("s"):
                break  # "in some cases work was late": no regular plural stands before a head
            found = None
        if not word.endswith(_POSSESSIVE) and is_population(word):
            found = Counted(start, start + match.end(), word, is_plural_population(word))
    if found and found.end == start + len(head_part):
        return found._replace(end=start + len(_FORMS.dangling.sub("", phrase)))
    return found


def clause_before(text: str, start: int) -> str:
    """What stands before an offset in its own clause."""
    return _FORMS.clause_break.split(text[:start])[-1]


def is_denied(text: str, start: int) -> bool:
    """Whether a negator stands before an offset in its clause."""
    before = clause_before(text, start).lower()
    tokens = _LETTERS.findall(before)
    return any(one in words("denials") or is_contracted_not(one) for one in tokens)
