"""Ratios whose two numbers stand apart in one sentence.

"Of the 17 who had needs, nine thought …", "70 cases, of which 62 were …", "in eight cases … in two
of them": the text is the numerator with its modifier, the base is found before it.
"""

from __future__ import annotations

import re

from extractor.modifiers import Modifiers
from extractor.phrases import counted, words
from extractor.shares import as_ratio, numbers_in
from schemas.finding import Quantity

_NUMBER = (
    r"\d{1,3}(?:,\d{3})*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen"
)
_OF_FIRST = re.compile(
    rf"(?:^|,\s+(?:and\s+)?|\bthat,?\s+)(?:out\s+)?of\s+(?:the|these|those)?\s*(?:last\s+|total\s+)?"
    rf"(?P<base>{_NUMBER})\b(?P<noun>[^,.;:]*),?\s+(?:only\s+|just\s+)?(?P<part>{_NUMBER})\b"
    rf"(?!\s*%|\s+per\b|\s+(?:month|year|week|day|hour)s?\b)",
    re.I,
)
# "in quarters one and two", "at key stage 2": the number names, and does not count
_NAMED = re.compile(
    r"\b(?:quarters?|stages?|levels?|years?|grades?|phases?|sections?)"
    r"(?:\s+(?:\d{1,2}|one|two|three|four)\s*(?:,|and|or|to|&))?\s*$",
    re.I,
)
_OF_WHICH = re.compile(
    rf"\bof\s+wh(?:ich|om),?\s+(?:only\s+|just\s+)?(?P<part>{_NUMBER})\b(?!\s*%)", re.I
)
_OF_THEM = re.compile(
    rf"\b(?P<part>{_NUMBER})\s+of\s+(?:them|these|those|whom|which)\b(?!\s+\d)", re.I
)
_OF_SAME = re.compile(
    rf"\b(?:while|whilst|and|but)\s+(?:only\s+|just\s+|a\s+further\s+)?(?P<part>{_NUMBER})\s+"
    r"(?:thought|said|had|has|were|was|did|do|reported|felt|provided|attended|received|agreed)\b",
    re.I,
)
# "52 (87%) of the 60 plans"
_OF_BRACKET = re.compile(
    rf"\b(?P<part>{_NUMBER})\s+(?:[a-z’-]+\s+){{0,2}}\((?:or\s+)?[\d.]+\s*(?:%|per cent)\)"
    r"\s+(?:out\s+)?of\s+"
    rf"(?:(?:the|these|those|its|all)\s+)*(?P<base>{_NUMBER})\b",
    re.I,
)
# "nine reports out of ten", "three cases in every four", "one boy in five"
_NOUN_OF = re.compile(
    rf"\b(?P<part>{_NUMBER})\s+(?P<noun>[a-z’'-]+(?:\s+[a-z’'-]+){{0,3}}?)\s+"
    r"(?:out\s+of\s+(?:(?:every|the|a\s+possible|a\s+total\s+of)\s+)?|in\s+every\s+|(?P<bare>in\s+))"
    rf"(?P<base>{_NUMBER})\b(?!-|\s*%|\s+(?:year|month|week|day|hour)s?\b)",
    re.I,
)
_NO_NOUN = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?P<verb>[a-z]+)\b")
# "Seven cases should have been recorded but only three had been.", "home visits were due in 27
# cases, but this was only done in eight": the rest of the clause goes without saying
_BUT_ONLY = re.compile(
    rf"\bbut\s+(?:(?:only|just)\s+(?P<part>{_NUMBER})\s+(?:ha[ds]|have|were|was|did)(?:\s+been)?"
    rf"|(?:this|that|it|these)\s+(?:was|were|had|has)(?:\s+(?:only|just|been)){{0,2}}\s+[a-z]+\s+"
    rf"(?:only\s+|just\s+)?(?:in|for|with)\s+(?:only\s+|just\s+)?(?P<other>{_NUMBER}))(?=\s*[,.;(]|$)",
    re.I,
)
_OUT_OF = re.compile(rf"[^.,;:]{{2,40}}?\bout\s+of\s+(?:the\s+)?(?P<base>{_NUMBER})\b", re.I)
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
_ENDS = re.compile(r"\s*(?:[,.;:(]|$)|\s+of\s+(?:them|these|those)\b")
_OPENS_WITH_BASE = re.compile(
    rf"(?:in|for|of|out of|over)\s+(?:(?:all|the|these|those)\s+)*(?:{_NUMBER})\b", re.I
)
_YEARS = range(1900, 2100)
_COUNT = re.compile(rf"\b(?P<count>{_NUMBER})\b(?!\s*%|\s+per\b|-)", re.I)


def ratios_apart(text: str, modifiers: Modifiers, together: list[Quantity]) -> list[Quantity]:
    """Ratios of a sentence whose numerator and denominator stand in different phrases.

    Args:
        text: one sentence.
        modifiers: those of the text.
        together: ratios already found, whose base may serve for a later numerator.
    """
    found: dict[int, Quantity] = {}
    for match in _OF_FIRST.finditer(text):
        if _NAMED.search(text, 0, match.start("part")):
            continue
        _add(found, text, match, numbers_in(match["base"]), "ratio.apart.of_first", modifiers)
    for pattern, rule in ((_OF_WHICH, "ratio.apart.of_which"), (_OF_THEM, "ratio.apart.of_them")):
        for match in pattern.finditer(text):
            _add(found, text, match, _base_before(text, match, together), rule, modifiers)
    for match in _BUT_ONLY.finditer(text):
        _add(
            found,
            text,
            match,
            _base_before(text, match, together),
            "ratio.apart.but_only",
            modifiers,
        )
    for match in _OF_BRACKET.finditer(text):
        _add(found, text, match, numbers_in(match["base"]), "ratio.apart.of_bracket", modifiers)
    for match in _NOUN_OF.finditer(text):
        if _is_noun_of(text, match):
            base = numbers_in(match["base"])
            _add(found, text, match, base, "ratio.apart.noun_of", modifiers)
    for one in together:
        _complete(text, one)
    known = [one for one in (*together, *found.values()) if one.kind == "ratio"]
    for match in _OF_SAME.finditer(text):
        earlier = [one for one in known if one.end <= match.start()]
        if earlier and earlier[-1].denominator:
            base = [earlier[-1].denominator]
            _add(found, text, match, base, "ratio.apart.same_base", modifiers)
    return list(found.values())


def _is_noun_of(text: str, match: re.Match[str]) -> bool:
    """Whether what stands between the numbers of "one boy in five" is counted, and no more."""
    noun = counted(text, match.start("noun"))
    if noun is None or noun.end != match.end("noun"):
        return False
    if match["bare"] is None:
        return True
    after = _NO_NOUN.match(text, match.end())
    verb = after["verb"] if after else None
    return after is not None and (verb is None or verb in words("finite") or verb.endswith("ed"))


def _complete(text: str, quantity: Quantity) -> None:
    """The base of "all but five children out of 17", where it stands a few words further on."""
    if quantity.kind != "complement" or quantity.denominator is not None:
        return
    match = _OUT_OF.match(text[quantity.end :])
    less = numbers_in(quantity.text)
    base = numbers_in(match["base"]) if match else _counted_before(text, quantity, less)
    if less and base and less[0] < base[0]:
        as_ratio(quantity, base[0] - less[0], base[0], None)


def _counted_before(text: str, quantity: Quantity, less: list[int]) -> list[int]:
    """What "443 were registered and all but one had …" excepts from: no noun follows it."""
    following = _NEXT_WORD.match(text, quantity.end)
    ends = _ENDS.match(text, quantity.end) and _OPENS_WITH_BASE.match(text)
    if not ends and (not following or following[1].lower() not in words("finite")):
        return []
    counts = [numbers_in(one["count"]) for one in _COUNT.finditer(text[: quantity.start])]
    larger = [one for one in counts if one and less and one[0] > less[0] + 1]
    return larger[-1] if larger and larger[-1][0] not in _YEARS else []


def _base_before(text: str, match: re.Match[str], together: list[Quantity]) -> list[int]:
    """The nearest count before the numerator that is at least as large.

    Of "7 of the 15 fathers … in 3 of these" it is the 7: what was said of the rest is past.
    """
    part = numbers_in(match[_part(match)])
    for count in reversed(list(_COUNT.finditer(text[: match.start()]))):
        number = numbers_in(count["count"])
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
    for count in reversed(list(_COUNT.finditer(text[:end]))):
        noun = counted(text, count.end() + 1)
        number = numbers_in(count["count"])
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
    part = numbers_in(text[start:end])
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
