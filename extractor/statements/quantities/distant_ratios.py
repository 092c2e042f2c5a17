"""Ratios whose two numbers stand apart in one sentence.

"Of the 17 who had needs, nine thought …", "70 cases, of which 62 were …", "in eight cases … in two
of them": the text is the numerator with its modifier, the base is found before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.language.expressions import Expressions
from extractor.language.numerals import whole_numbers
from extractor.language.word_forms import is_finite
from extractor.language.word_lists import words
from extractor.statements.arguments.noun_phrases import counted
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.shares import as_ratio
from schemas.finding import Quantity

_FORMS = Expressions("ratios")
_NO_NOUN = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?P<verb>[a-z]+)\b")
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
_YEARS = range(1900, 2100)


def ratios_apart(text: str, modifiers: Modifiers, together: list[Quantity]) -> list[Quantity]:
    """Ratios of a sentence whose numerator and denominator stand in different phrases.

    Args:
        text: one sentence.
        modifiers: those of the text.
        together: ratios already found, whose base may serve for a later numerator.
    """
    found: dict[int, Quantity] = {}
    for match, rule, base in _matches(text, together):
        _add(found, text, match, base, rule, modifiers)
    for one in together:
        _complete(text, one)
    known = [one for one in (*together, *found.values()) if one.kind == "ratio"]
    for match in _FORMS.of_same.finditer(text):
        earlier = [one for one in known if one.end <= match.start()]
        if earlier and earlier[-1].denominator:
            base = [earlier[-1].denominator]
            _add(found, text, match, base, "ratio.apart.same_base", modifiers)
    return list(found.values())


def _matches(text: str, together: list[Quantity]) -> Iterator[tuple[re.Match[str], str, list[int]]]:
    """Each place of a numerator, the rule that finds it, and its base."""
    lower = text.lower()  # a plain word is looked for first: that is ten times as fast
    for match in _FORMS.of_first.finditer(text):
        if not _FORMS.named.search(text, 0, match.start("part")):
            yield match, "ratio.apart.of_first", whole_numbers(match["base"])
    if "of" in lower:
        for match in _FORMS.of_which.finditer(text):
            yield match, "ratio.apart.of_which", _base_before(text, match, together)
        for match in _FORMS.of_them.finditer(text):
            yield match, "ratio.apart.of_them", _base_before(text, match, together)
    if "but" in lower:
        for match in _FORMS.but_only.finditer(text):
            yield match, "ratio.apart.but_only", _base_before(text, match, together)
    if "(" in text:
        for match in _FORMS.of_bracket.finditer(text):
            yield match, "ratio.apart.of_bracket", whole_numbers(match["base"])
    for match in _FORMS.noun_of.finditer(text):
        if _is_noun_of(text, match):
            yield match, "ratio.apart.noun_of", whole_numbers(match["base"])


def _is_noun_of(text: str, match: re.Match[str]) -> bool:
    """Whether what stands between the numbers of "one boy in five" is counted, and no more."""
    noun = counted(text, match.start("noun"))
    if noun is None or noun.end != match.end("noun"):
        return False
    if match["bare"] is None:
        return True
    after = _NO_NOUN.match(text, match.end())
    verb = after["verb"] if after else None
    return after is not None and (verb is None or is_finite(verb))


def _complete(text: str, quantity: Quantity) -> None:
    """The base of "all but five children out of 17", where it stands a few words further on."""
    if quantity.kind != "complement" or quantity.denominator is not None:
        return
    match = _FORMS.out_of.match(text[quantity.end :])
    less = whole_numbers(quantity.text)
    base = whole_numbers(match["base"]) if match else _counted_before(text, quantity, less)
    if less and base and less[0] < base[0]:
        as_ratio(quantity, base[0] - less[0], base[0], None)


def _counted_before(text: str, quantity: Quantity, less: list[int]) -> list[int]:
    """What "443 were registered and all but one had …" excepts from: no noun follows it."""
    following = _NEXT_WORD.match(text, quantity.end)
    ends = _FORMS.exception_ends.match(text, quantity.end) and _FORMS.opens_with_base.match(text)
    if not ends and (not following or following[1].lower() not in words("finite")):
        return []
    counts = [whole_numbers(one["count"]) for one in _FORMS.count.finditer(text[: quantity.start])]
    larger = [one for one in counts if one and less and one[0] > less[0] + 1]
    return larger[-1] if larger and larger[-1][0] not in _YEARS else []


def _base_before(text: str, match: re.Match[str], together: list[Quantity]) -> list[int]:
    """The nearest count before the numerator that is at least as large.

    Of "7 of the 15 fathers … in 3 of these" it is the 7: what was said of the rest is past.
    """
    part = whole_numbers(match[_part(match)])
    for count in reversed(list(_FORMS.count.finditer(text[: match.start()]))):
        number = whole_numbers(count["count"])
        of = [one for one in together if one.start <= count.start() < one.end]
        if of and of[0].numerator is not None and part and of[0].numerator >= part[0]:
            number = [of[0].numerator]
        if number and part and number[0] >= part[0] and number[0] > 1:
            return number
    return []


def _part(match: re.Match[str]) -> str:
    """The group that holds the numerator."""
    return "part" if match["part"] else "other"


def base_named_before(text: str, end: int) -> int | None:
    """The number of people or work named last before an offset: "1,145 men, 17% of whom"."""
    for count in reversed(list(_FORMS.count.finditer(text[:end]))):
        noun = counted(text, count.end() + 1)
        number = whole_numbers(count["count"])
        if noun and noun.plural and number and number[0] not in _YEARS and number[0] > 1:
            return number[0]
    return None


def _add(
    found: dict[int, Quantity],
    text: str,
    match: re.Match[str],
    base: list[int],
    rule: str,
    modifiers: Modifiers,
) -> None:
    """Book the numerator of a match over its base, once for each place."""
    start, end = match.span(_part(match))
    part = whole_numbers(text[start:end])
    modifier = modifiers.before(start)
    start = modifier.start if modifier else start
    if not base or not part:
        return
    quantity = Quantity(
        start=start,
        end=end,
        text=text[start:end],
        kind="ratio",
        modifier=modifier.text if modifier else None,
        rule=rule,
    )
    ratio = as_ratio(quantity, part[0], base[0], modifier.bound if modifier else None)
    if ratio is not None:
        found.setdefault(end, ratio)
