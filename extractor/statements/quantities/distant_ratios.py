"""Ratios whose two numbers stand apart in one sentence.

"Of the 17 who had needs, nine thought …", "70 cases, of which 62 were …", "in eight cases … in two
of them": the text is the numerator with its modifier. The rules are in ``distant_ratios.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field

from extractor.language.data_files import pattern_file
from extractor.language.expressions import Expressions, with_parts
from extractor.language.numerals import whole_numbers
from extractor.language.prefilter import Shortlist, lower_case
from extractor.language.word_forms import is_finite
from extractor.statements.arguments.noun_phrases import counted
from extractor.statements.quantities.denominators import counts_before
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.printed import Printed
from schemas.document import Model
from schemas.finding import Quantity

_FORMS = Expressions("ratios")
_NO_NOUN = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?P<verb>[a-z]+)\b")


class DistantRatioRule(Model):
    """One way to tell a ratio in two places.

    ``alternatives``: expressions, each with the group ``numerator``. ``base``: where its base is:
    in the group ``denominator``; a number ``before``, the nearest that is as large; or the ``same``
    as of the last ratio. What a group ``counted`` takes must be one noun phrase over people or
    work; behind a group ``bare`` no other noun may follow.
    """

    id: str
    alternatives: list[str] = Field(min_length=1)
    base: Literal["stated", "before", "same"]
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)
    note: str | None = None

    def compiled(self) -> list[re.Pattern[str]]:
        """The alternatives, with the parts of the file put in; for a text in lower case."""
        written = (with_parts("distant_ratios", regex) for regex in self.alternatives)
        return [re.compile(regex) for regex in written]


@cache
def distant_ratio_rules() -> tuple[DistantRatioRule, ...]:
    """The rules, in the order of their precedence."""
    return tuple(map(DistantRatioRule.model_validate, pattern_file("distant_ratios")["rules"]))


class _Compiled(NamedTuple):
    """Each alternative of each rule with its rule, and which of them can match in a text."""

    alternatives: list[tuple[DistantRatioRule, re.Pattern[str]]]
    shortlist: Shortlist


@cache
def _compiled() -> _Compiled:
    listed = [(rule, one) for rule in distant_ratio_rules() for one in rule.compiled()]
    return _Compiled(listed, Shortlist([one] for _, one in listed))


class _Place(NamedTuple):
    """A numerator in a sentence: its half-open offsets and its number."""

    start: int
    end: int
    number: int


def distant_ratios(text: str, modifiers: Modifiers, together: list[Quantity]) -> list[Quantity]:
    """Ratios of a sentence whose numerator and denominator stand in different phrases.

    Args:
        text: one sentence.
        modifiers: those of the text.
        together: shares already found, whose base may serve for a later numerator.
    """
    found: dict[int, Quantity] = {}
    alternatives, shortlist = _compiled()
    lower = lower_case(text)
    for rule, expression in (alternatives[number] for number in shortlist.numbers(lower)):
        known = [*together, *found.values()]
        for match in expression.finditer(lower):
            numerator = _numerator(text, match)
            if numerator is None:
                continue
            base = _base(text, match, rule, numerator.number, known)
            start, end, number = numerator
            printed = Printed(text, start, end, rule.id, modifiers.before(start))
            ratio = printed.ratio(number, base)
            if ratio is not None:
                found.setdefault(end, ratio)
    return list(found.values())


def _numerator(text: str, match: re.Match[str]) -> _Place | None:
    """The numerator of a match; None where it names something, or what it counts is nobody."""
    start, end = match.span("numerator")
    numbers = whole_numbers(text[start:end])
    if not numbers or _FORMS.named.search(text, 0, start):
        return None
    if "counted" in match.groupdict() and not _is_noun(text, match):
        return None
    return _Place(start, end, numbers[0])


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """Whether what stands between the numbers of "one boy in five" is counted, and no more."""
    noun = counted(text, match.start("counted"))
    if noun is None or noun.end != match.end("counted"):
        return False
    if match["bare"] is None:
        return True
    after = _NO_NOUN.match(text, match.end())
    verb = after["verb"] if after else None
    return after is not None and (verb is None or is_finite(verb))


def _base(
    text: str,
    match: re.Match[str],
    rule: DistantRatioRule,
    numerator: int,
    known: list[Quantity],
) -> int | None:
    """What a numerator is of."""
    if rule.base == "stated":
        return next(iter(whole_numbers(match["denominator"])), None)
    if rule.base == "same":
        ratios = (one for one in known if one.kind == "ratio" and one.end <= match.start())
        return next((one.denominator for one in reversed([*ratios])), None)
    return next(_bases_before(text, match.start(), numerator, known), None)


def _bases_before(text: str, end: int, numerator: int, known: list[Quantity]) -> Iterator[int]:
    """The counts before an offset that are at least as large as a numerator, the nearest first.

    Of "7 of the 15 fathers … in 3 of these" it is the 7: what was said of the rest is past.
    """
    for count, number in counts_before(text, end):
        of = next((one.numerator for one in known if one.start <= count.start() < one.end), None)
        base = of if of is not None and of >= numerator else number
        if base >= numerator and base > 1:
            yield base
