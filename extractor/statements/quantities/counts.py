"""Bare numbers of people or work: 41 cases, only seven, approximately 137,000 children."""

from __future__ import annotations

import re

from extractor.language.expressions import Expressions
from extractor.language.word_forms import is_finite, is_gerund
from extractor.statements.arguments.noun_phrases import Counted, counted, populations
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.printed import Printed
from extractor.statements.quantities.quantity_patterns import (
    Numbers,
    QuantityMatch,
    quantity_grammar,
)
from schemas.finding import Quantity

_FORMS = Expressions("counts")
_NEAR = 80  # characters before a number that what is said of it right before takes at most
_NAMED = 30  # the same of what names it: "quarters three or"
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_AND_A_NUMBER = re.compile(r",\s+\d")  # "At 30 June 15, 400 children": 15 is the year


def counts(text: str, modifiers: Modifiers, taken: list[Quantity]) -> list[Quantity]:
    """Every bare number of people or work in a text, in order.

    Args:
        text: one sentence.
        modifiers: those of the text.
        taken: shares of the text; their bases are no counts of their own.
    """
    found = []
    for match in quantity_grammar("counts").find(text):
        if _is_count(text, match, taken):
            modifier = modifiers.before(match.start)
            printed = Printed(text, match.start, match.end, match.pattern.id, modifier)
            numerator = Numbers(text, match).numerator
            found.append(printed.quantity("count", numerator=numerator))
    return found


def _is_count(text: str, match: QuantityMatch, taken: list[Quantity]) -> bool:
    start, rest = text[: match.start], text[match.end :]
    printed = text[match.start : match.end]
    if is_other_number(text, match.start, match.end):
        return False
    near = max(0, match.start - _NEAR)
    if any(_FORMS.of_share.fullmatch(text[one.end : match.start]) for one in taken):
        return False
    if _FORMS.moved_from.search(text, near, match.start) and _FORMS.after_change.match(rest):
        return True
    phrase = _phrase(text, match.end)
    if _FORMS.of_first.search(text, near, match.start):
        return bool(_FORMS.who.match(text, phrase.end if phrase else match.end))
    if phrase is None:
        return bool(_FORMS.number_moved.search(start)) or _alone(start, rest, printed)
    singular = not phrase.plural and printed.lower() not in ("one", "1")
    frequency = _FORMS.a_time.match(text, phrase.end)
    return not singular and not frequency and not _is_event_of_one(start, phrase, printed)


def is_other_number(text: str, start: int, end: int) -> bool:
    """A year, a section, a date, a part of another figure, or the base of a share."""
    if _YEAR.match(text[start:end]) or _FORMS.not_after.match(text, end):
        return True
    if _FORMS.not_before.search(text, max(0, start - _NAMED), start):
        return True
    if _FORMS.to_next.match(text, end):
        return True
    near = max(0, start - _NEAR)
    if "ut of " in text[near:start] and _FORMS.base_first.search(text, near, start):
        return True
    numbers = _AND_A_NUMBER.match(text, end)
    return bool(numbers and _FORMS.day_before.search(text, near, start))


def _phrase(text: str, end: int) -> Counted | None:
    """What is counted: "seven cases", "six of the offender managers"."""
    if _FORMS.units.match(text, end):
        return None
    if text[:end].rfind("(") > text[:end].rfind(" ") and (
        gap := _FORMS.bracket_closes.match(text, end)
    ):
        return counted(text, gap.end())
    of = _FORMS.of_group.match(text, end)
    return counted(text, of.end() if of else end + 1)


def _is_event_of_one(start: str, phrase: Counted, printed: str) -> bool:
    """Whether it is said of each person: "had two contacts", "three or more placements"."""
    if phrase.head.lower() not in populations("events"):
        return False
    return bool(_FORMS.had.search(start)) or " or " in printed


def _alone(start: str, rest: str, printed: str) -> bool:
    """Whether the number stands for people or work named before: "188 (21%) live outside"."""
    within = _FORMS.within.search(start)
    if within and _FORMS.within_ends.match(rest):
        return printed.lower() != "one" or bool(within["only"] or _FORMS.of_them.match(rest))
    only = _FORMS.only.search(start)
    start = start[: only.start()] if only else start
    if not _FORMS.opens.search(start):
        return False
    if printed.lower() == "one" and start.strip() and not only:
        return bool(_FORMS.answered.match(rest))
    if _FORMS.share_in_brackets.match(rest) or _FORMS.of_them.match(rest):
        return True
    following = _FORMS.next_word.match(rest)
    verb = following.group(1).lower() if following else ""
    if verb == "too":
        return bool(_FORMS.counted_before.search(start))  # "five were too low and seven too high"
    return is_finite(verb) or (bool(only) and is_gerund(verb))
