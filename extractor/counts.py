"""Bare numbers of people or work: 41 cases, only seven, approximately 137,000 children."""

from __future__ import annotations

import re

from extractor.language.nlp import Doc, Match, Span, find_near, grammar
from extractor.modifiers import Modifiers
from extractor.phrases import Counted, counted, populations, words
from extractor.shares import numbers_in
from schemas.finding import Quantity

OPENING = words("number_words") | {*"0123456789"}  # one of them stands in every count
# Over the text in lower case: searching without regard to case takes twice the time.
_HIT = re.compile(rf"\d|\b(?:{'|'.join(sorted(words('number_words')))})\b")
_BEFORE, _AFTER = 8, 16  # characters around it that a pattern can reach: "seventy-two or more"
_NEAR = 80  # characters before a number that what is said of it right before takes at most
_NOT_BEFORE = re.compile(
    r"[-–/.,£$€#A-Za-z]$|(?:19|20)\d\d\s?[-–]\s$|(?:^|\W)(?:(?:stage|section|sections|grade|outcome|level|page|pages|paragraph|chapter|appendix|phase|band"
    r"|figure|table|version|part|year|years|ages?(?:\s+of)?|aged|number|no|week|day|schedule|article"
    r"|regulation|key|tier|category|group|under|between|per|and/or|tel|telephone|isbn))\s*$"
    r"|\b(?:stages|levels|sections|grades|pages|paragraphs|phases|tiers|quarters|years|chapters)\s+"
    r"(?:\d{1,2}|one|two|three|four|five)\s*(?:,|and|or|to|&)\s*$",
    re.I,
)
_NOT_AFTER = re.compile(
    r"(?:[-–/:.,]\d|\s*%|\s+per\b|[-–]|(?:st|nd|rd|th)\b|\s+(?:out\s+)?of\s+\d|\s*/\s*\d|\s+to\s+\d|\s+and\s+\d+\s+year"
    r"|\s+(?:January|February|March|April|June|July|August|September|October|November|December)\b)",
    re.I,
)
_OF_SHARE = re.compile(
    r"[\s⁰¹²³⁴-⁹]*\)?\s*(?:out\s+)?of\s+(?:all\s+)?(?:the|these|those|its|their|our)?\s*", re.I
)
_OF = re.compile(r"\s+of\s+(?:the|these|those|its|their|our|his|her)\s+", re.I)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b", re.I)
_UNITS = re.compile(
    r"\s+(?:more\s+|full\s+|working\s+|calendar\s+|further\s+)?(?:(?:per|month|year|week|day|hour|minute|mile|pound|night|occasion|time|"
    r"percentage)s?)\b|[-–]",
    re.I,
)
_TO_NEXT = re.compile(r"\s+[\w-]+\s+to\s+(?:the\s+next|another)\b")  # "from one review to the next"
_CHANGE = re.compile(
    r"\b(?:increase|reduction|decrease|rise|fall|up|down)\s+(?:from|on)\s+(?:the\s+)?$", re.I
)
_AFTER_CHANGE = re.compile(r"\s*(?:at|in|on|\(|to|since)\s*", re.I)
_A_TIME = re.compile(r"\s+(?:an?|per|each|every)\s+(?:day|week|month|quarter|term|year)\b", re.I)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\s+$")
_AND_A_NUMBER = re.compile(r",\s+\d")  # "At 30 June 15, 400 children": 15 is the year
_NEXT_WORD = re.compile(r"\s+(?:also\s+|now\s+|currently\s+)?([\w’'-]+)")
_OPENS = re.compile(
    r"(?:^|[:;]|\b(?:and|but|while|whilst|of\s+(?:these|whom|which|those|this\s+number),?)|,)\s*$",
    re.I,
)
_BASE = re.compile(
    r"(?:^|[,;]\s+|\b(?:that|and),?\s+)out\s+of\s+(?:the\s+|these\s+|those\s+|all\s+)*(?:last\s+|total\s+)?$",
    re.I,
)
_OF_FIRST = re.compile(
    r"(?:^|[,;]\s+|\b(?:that|and),?\s+)of\s+(?:(?:the|these|those|all)\s+)*$", re.I
)
_WHO = re.compile(r"\s+(?:who|whom|where|in\s+which|that)\b", re.I)
_BRACKETED = re.compile(r"\)\s+(?:of\s+)?(?:the\s+|these\s+)?")
_MOVED = re.compile(
    r"\bnumber\b.*(?:increas|decreas|reduc|fall|fell|rise|rose|risen|drop|declin)\w*\s+from\s+(?:[\w,]+\s+to\s+)?$",
    re.I,
)
# "in eight the change was missed", "but this was done in only two.": work named before
_IN = re.compile(
    r"\b(?:in|for)\s+(?P<only>(?:only|just|at\s+least|(?:more|fewer)\s+than|a\s+further|another)\s+)?$",
    re.I,
)
_IN_END = re.compile(
    r"\s*(?:[.;]|,\s|$)|\s+(?:of\s+(?:them|these|those)\b(?!\s+\w+s\b)|(?:the|there|it|this|that|these"
    r"|they|we|no|not|an?|he|she|none|both|all)\b)"
)
_ANSWERED = re.compile(r"\s+(?:said|thought|felt|reported|told|described|considered|believed)\b")
_COUNTED = re.compile(r"(?:^|\s)(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s", re.I)
_ONLY = re.compile(
    r"\b(?:with\s+)?(?:only|just|a\s+further|at\s+least|(?:more|fewer)\s+than)\s+$", re.I
)
_SHARE_IN_BRACKETS = re.compile(r"\s*\((?:or\s+)?\d[\d.]*\s*(?:%|per cent)", re.I)
_HAD = re.compile(
    r"\b(?:had|have|has|having|with|experienced|experiencing|made|attended|received|after|least)\s+(?:at\s+least\s+)?$",
    re.I,
)
_ROW_BASE = re.compile(r"\((?:n\s*=\s*)?(\d{1,5})\)\s*$")


def counts(
    text: str, doc: Doc | Span, modifiers: Modifiers, taken: list[Quantity]
) -> list[Quantity]:
    """Every bare number of people or work in a text, in order.

    Args:
        text: one sentence, or a table's row with its cells joined by tabs.
        doc: its tokens.
        modifiers: those of the text.
        taken: shares of the text; their bases are no counts of their own.
    """
    if "\t" in text:
        return _row_base(text)
    found = []
    for match in matches(text, doc):
        if _is_count(text, match, taken):
            found.append(_quantity(text, match, modifiers))
    return found


def matches(text: str, doc: Doc | Span) -> list[Match]:
    """Matches around the numbers of a text: the rest of a sentence needs no search."""
    hits = _HIT.finditer(text.lower())
    windows = ((hit.start() - _BEFORE, hit.end() + _AFTER) for hit in hits)
    return find_near(grammar("counts"), doc, windows)


def _row_base(text: str) -> list[Quantity]:
    """The base that a row's heading states: "alcohol misuse (42)"."""
    match = _ROW_BASE.search(text.split("\t", maxsplit=1)[0])
    if not match:
        return []
    start, end = match.span(1)
    return [
        Quantity(
            start=start,
            end=end,
            text=match[1],
            kind="count",
            numerator=int(match[1]),
            rule="count.row",
        )
    ]


def _is_count(text: str, match: Match, taken: list[Quantity]) -> bool:
    start, rest = text[: match.start], text[match.end :]
    printed = text[match.start : match.end]
    near = max(0, match.start - _NEAR)
    if _is_other_number(text, match, near):
        return False
    if any(_OF_SHARE.fullmatch(text[one.end : match.start]) for one in taken):
        return False
    if _CHANGE.search(text, near, match.start) and _AFTER_CHANGE.match(rest):
        return True
    phrase = _phrase(text, match.end)
    if _OF_FIRST.search(text, near, match.start):
        return bool(_WHO.match(text, phrase.end if phrase else match.end))
    if phrase is None:
        return bool(_MOVED.search(start)) or _alone(start, rest, printed)
    singular = not phrase.plural and printed.lower() not in ("one", "1")
    frequency = _A_TIME.match(text, phrase.end)
    return not singular and not frequency and not _is_event_of_one(start, phrase, printed)


def _is_other_number(text: str, match: Match, near: int) -> bool:
    """A year, a section, a date, a part of another figure, or the base of a share."""
    before = _NOT_BEFORE.search(text, near, match.start) or _BASE.search(text, near, match.start)
    after = _NOT_AFTER.match(text, match.end) or _TO_NEXT.match(text, match.end)
    if before or after or _YEAR.match(text[match.start : match.end]):
        return True
    numbers = _AND_A_NUMBER.match(text, match.end)
    return bool(numbers and _DAY.search(text, near, match.start))


def _phrase(text: str, end: int) -> Counted | None:
    """What is counted: "seven cases", "six of the offender managers"."""
    if _UNITS.match(text, end):
        return None
    if text[:end].rfind("(") > text[:end].rfind(" ") and (gap := _BRACKETED.match(text, end)):
        return counted(text, gap.end())
    of = _OF.match(text, end)
    return counted(text, of.end() if of else end + 1)


def _is_event_of_one(start: str, phrase: Counted, printed: str) -> bool:
    """Whether it is said of each person: "had two contacts", "three or more placements"."""
    if phrase.head.lower() not in populations("events"):
        return False
    return bool(_HAD.search(start)) or " or " in printed


def _alone(start: str, rest: str, printed: str) -> bool:
    """Whether the number stands for people or work named before: "188 (21%) live outside"."""
    within = _IN.search(start)
    if within and _IN_END.match(rest):
        return printed.lower() != "one" or bool(within["only"] or _OF_THEM.match(rest))
    only = _ONLY.search(start)
    start = start[: only.start()] if only else start
    if not _OPENS.search(start):
        return False
    if printed.lower() == "one" and start.strip() and not only:
        return bool(_ANSWERED.match(rest))
    if _SHARE_IN_BRACKETS.match(rest) or _OF_THEM.match(rest):
        return True
    following = _NEXT_WORD.match(rest)
    verb = following.group(1).lower() if following else ""
    if verb == "too":
        return bool(_COUNTED.search(start))  # "five were too low and seven too high"
    return verb in words("finite") or verb.endswith("ed") or (bool(only) and verb.endswith("ing"))


def _quantity(text: str, match: Match, modifiers: Modifiers) -> Quantity:
    modifier = modifiers.before(match.start)
    start = modifier.start if modifier else match.start
    numbers = numbers_in(text[match.start : match.end])
    return Quantity(
        start=start,
        end=match.end,
        text=text[start : match.end],
        kind="count",
        numerator=numbers[0] if len(numbers) == 1 else None,
        modifier=modifier.text if modifier else None,
        rule=match.pattern.id,
    )
