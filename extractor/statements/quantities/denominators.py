"""Denominators that stand apart from their share: "41% of 44 relevant cases", "Of the 37 …, 73%".

The expressions are in ``denominators.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.language.expressions import Expressions
from extractor.language.numerals import whole_numbers
from extractor.language.word_lists import words
from extractor.statements.arguments.noun_phrases import counted

_FORMS = Expressions("denominators")
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
YEARS = range(1900, 2100)  # a number in it is a year, and no base
_YEAR = re.compile(r"^(?:19|20)\d\d$")  # "2,000" is none


def base_of(text: str, start: int, end: int) -> int | None:
    """The stated base of a percentage or fraction between two offsets."""
    match = (
        _FORMS.base_behind.match(text[end:])
        or _FORMS.base_of_whom.search(text[:start])
        or _FORMS.base_first.search(text[:start])
    )
    if match and not _YEAR.match(printed := match["number"] or match["word"]):
        return _whole(printed)
    return _named_before(text, start) if not match and _FORMS.of_named.match(text, end) else None


def _named_before(text: str, end: int) -> int | None:
    """The number of people or work named last before an offset: "1,145 men, 17% of whom"."""
    for count, number in counts_before(text, end):
        noun = counted(text, count.end() + 1)
        if noun and noun.plural and number not in YEARS and number > 1:
            return number
    return None


def base_of_complement(text: str, start: int, end: int, excepted: int) -> int | None:
    """The base of "all but five children out of 17", where it stands a few words further on.

    Or before it: "443 were registered and all but one had …", where no noun follows the exception.
    """
    match = _FORMS.out_of.match(text[end:])
    if match:
        return _whole(match["base"])
    following = _NEXT_WORD.match(text, end)
    ends = _FORMS.exception_ends.match(text, end) and _FORMS.opens_with_base.match(text)
    if not ends and (not following or following[1].lower() not in words("finite")):
        return None
    larger = (number for _, number in counts_before(text, start) if number > excepted + 1)
    base = next(larger, None)
    return None if base in YEARS else base


def counts_before(text: str, end: int) -> Iterator[tuple[re.Match[str], int]]:
    """The numbers before an offset that can be a base, the last one first."""
    for count in reversed(list(_FORMS.count.finditer(text[:end]))):
        number = _whole(count["count"])
        if number is not None:
            yield count, number


def _whole(printed: str) -> int | None:
    return next(iter(whole_numbers(printed.rstrip(","))), None)
