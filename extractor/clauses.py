"""The clause around a quantity: what is said stands before it, or behind.

Where clauses begin and end is data (``patterns/clauses.yaml``), with examples and traps.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import Field

from extractor.phrases import words
from schemas.document import Model

Kind = Literal["ends", "starts", "comments"]
KINDS: tuple[Kind, ...] = ("ends", "starts", "comments")

_SOME = r"(?:only|just|over|under|nearly|almost|about|around|approximately|a further|another)"
_HELD_AGAINST = re.compile(r"\s+compares?\s+(?:(?:un)?favourably|well|poorly)\b.*$")
_UNFINISHED = re.compile(r"\b(?:that|because|if|where|when|as|and)$", re.I)
_NEXT_SHARE = re.compile(rf"(?:,(?:\s+and)?|\s+and)\s+(?:{_SOME}\s+)?\d[\d.]*\s?%", re.I)
_NEXT_ITEM = re.compile(
    rf"^(?:and\s+)?[^,;%]{{2,50}}\s(?:in|for|to|at)\s+(?:{_SOME}\s+)?\d[\d.]*\s?%"
    rf"|^and\s+(?:in|for)\s+[^,;%]{{2,40}}\s(?:{_SOME}\s+)?\d[\d.]*\s?%",
    re.I,
)
# a subject of its own: "… and thorough planning with partners ensures"
_AND_SUBJECT = re.compile(
    r"\s+and\s+(?!(?:to|not|also|then|so|more|less|very|well|fully|half|are|is|was|were|be|been|has"
    r"|have|had|do|did|can|will|would|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\w+(?:ed|ing|ly)\b)(?:(?!that\b|which\b|who\b|and\b|or\b|to\b)[a-z’-]+\s+){1,5}?"
    r"(?:is|are|was|were|has|have|had|ensures?|provides?|continues?|remains?)\b"
)
_OPENER = re.compile(r"\b(?:that|where|which|who|when)\b")
_APPOSED = re.compile(r"^\d[\d.]*%\)?,?\s+")
# "…, and in 18 of these an offer was made": the clause opens right here and goes on behind
_OPENED = re.compile(
    r"(?:\b(?:and|but|that|so|while|whilst|although)|[;:])\s+(?:(?:in|for|with|among)\s+)$", re.I
)
# "Though screenings were missing, in most cases there was a sufficient assessment"
_ASIDE = re.compile(r",\s+(?:in|for|with|among)\s*$", re.I)
_GOES_ON = re.compile(
    r"(?:because|due|when|where|as|with|by|for|to|which|who|and|or|but|after|before|since|including"
    r"|although|though|while|however|so|from|on|at|without|than|rather)\b"
)
# "There was evidence in half of the cases that …": what there was evidence of is said behind
_EVIDENCE = re.compile(
    r"(?:^|\s)(?:evidence|indications?|signs?|clear|apparent|evident|found|judged|concern(?:ed)?)\s*$"
)
_DENIAL = re.compile(r"\b(?:no|not|insufficient|little|limited|without|never)\b|n[’']t\b", re.I)
_CLOSED = re.compile(
    r"\)?,\s+(?:(?!including)[a-z]{3,}ing\b|including\b[^,]*$)"
)  # "they explore each incident, identifying …"
_OF_WHOM = re.compile(r",?\s+of\s+wh")
# "(9%)", ", compared with 52% of white respondents,": the clause goes on behind
_ASIDES = re.compile(r"^\s*\([^()]{1,25}\)|^,\s+compared\s+(?:with|to)\s[^,;.]{3,80},(?=\s+\w)")
# where the clause of a quantity ends before the next one: "…, and 12 were late"
_BEFORE_NEXT = re.compile(
    r",?\s+(?:and|but|or)\s+(?:(?:in|for|with|of|only|a|the)\s+)*$|,?\s+of\s+wh(?:om|ich),?\s*$"
    r"|,\s+(?:and|but)\s+(?=[^,;]{12,}$)",
    re.I,
)
_ADJUNCT = re.compile(
    r"(?:to|into|with|for|on|at|from|by|during|regarding|concerning|about|as|within|under|over|since"
    r"|across|through|in)\s"
)
_THERE_IS = re.compile(
    r"\bthere\s+(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\b)(?:\s+\w+ly|\s+also|\s+now)?$",
    re.I,
)
_TIME = re.compile(
    r"(?:in|over|during|since|at|within|for)\s+(?:the\s+)?(?:past|last|same|current|previous|this|year"
    r"|period|(?:\w+\s+)?20\d\d|\d+\s+(?:months|weeks|days|hours|[A-Z]))",
    re.I,
)
_INCLUDES = re.compile(r"\b(?:includ|compris|contain)(?:es|ed|e|ing)$|\bconsist(?:s|ed) of$", re.I)
_PREPOSITION = re.compile(
    r"\b(?:in|for|with|to|of|by|at|from|about|across|among)\s*(?:the\s+)?$", re.I
)
_WORD = re.compile(r"[\w’'-]+")


class ClauseRule(Model):
    """One way in which a clause begins, ends, or is no more than a comment on a figure."""

    id: str
    regex: str
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)


@cache
def clause_rules(kind: Kind) -> tuple[ClauseRule, ...]:
    """The rules of one list, with the named parts put in."""
    text = (files("extractor") / "patterns" / "clauses.yaml").read_text("utf-8")
    for name, part in yaml.safe_load(text)["parts"].items():
        text = text.replace(f"⟨{name}⟩", part)
    return tuple(ClauseRule.model_validate(rule) for rule in yaml.safe_load(text)[kind])


@cache
def _any(kind: Kind) -> re.Pattern[str]:
    return re.compile("|".join(rule.regex for rule in clause_rules(kind)), re.I)


def clause_around(
    sentence: str, before: str, stop: int, following: int | None = None
) -> str | None:
    """The clause around a quantity: what comes before it, if it closes the clause, else after.

    Args:
        sentence: the whole.
        before: what stands before the quantity, without its population.
        stop: where the quantity and its population end.
        following: where the next quantity begins.
    """
    starts = [match.end() for match in _any("starts").finditer(before)]
    head = before[starts[-1] if starts else 0 :].strip(" ,(")
    tail = _said_after(_until_next(sentence, stop, following))
    if head and _NEXT_ITEM.match(tail):
        tail = ""
    lead = _HELD_AGAINST.sub("", _PREPOSITION.sub("", head)).strip(" ,(").removeprefix("and ")
    words_after = len(tail.split())
    if tail and _is_behind(before, lead, tail):
        return tail
    if words_after > 2 and tail.startswith("that ") and _EVIDENCE.search(lead):
        return tail.removeprefix("that ") if not _DENIAL.search(lead) else lead
    closed = _CLOSED.match(sentence, stop)
    if _is_object(lead, tail):
        return lead
    if len(lead.split()) >= 3 and (_PREPOSITION.search(head) or words_after < 2 or closed):
        return lead or None
    return tail or lead or None


def _is_behind(before: str, lead: str, tail: str) -> bool:
    """Whether the clause only opens before the quantity and is said behind it."""
    if _UNFINISHED.search(lead):
        return True
    if lead.endswith("compared") and _verb_in(tail) is not None:
        return True
    words_after = len(tail.split())
    if words_after > 2 and _OPENED.search(before):
        return True
    return words_after > 3 and bool(_ASIDE.search(before)) and not _GOES_ON.match(tail)


def _is_object(lead: str, tail: str) -> bool:
    """Whether the verb stands before the quantity: "The panel endorsed all decisions in June"."""
    if not _ADJUNCT.match(tail) or _verb_in(tail) is not None:
        return False
    if _THERE_IS.search(lead) and not _TIME.match(tail):
        return False  # "there are two men in custody"
    if _INCLUDES.search(lead) or lead.count("(") > lead.count(")"):
        return False
    listed = lead.split()
    return len(listed) > 1 and (_verb_in(lead) is not None or len(listed) > 2)


def _until_next(sentence: str, stop: int, following: int | None) -> str:
    """What follows a quantity, up to the clause of the next one."""
    if following is not None and following > stop:
        piece = sentence[stop:following]
        ends = [match.start() for match in _BEFORE_NEXT.finditer(piece)]
        if ends and (_verb_in(piece[: ends[-1]]) is not None or _OF_WHOM.match(piece, ends[-1])):
            sentence = sentence[: stop + ends[-1]]
    return _ASIDES.sub("", sentence[stop:])


def _said_after(text: str) -> str:
    """The rest of a clause: up to what comments on the figure, or to the next share."""
    tail = _APPOSED.sub("", text.lstrip(" ,)"))
    if _any("comments").match(tail):
        return ""
    closing = _any("ends").search(tail)
    tail = _without_others(tail[: closing.start()] if closing else tail)
    return _without_shares(tail).strip(" ,.;()")


def _without_others(tail: str) -> str:
    """Up to "and" with a subject of its own, if what stands before it has a verb."""
    for other in _AND_SUBJECT.finditer(tail) if " and " in tail else ():
        clause = _OPENER.split(tail[: other.start()])[-1]
        if words("finite").intersection(clause.lower().split()):
            return tail[: other.start()]
    return tail


def _without_shares(tail: str) -> str:
    """Up to the next share; shares in a row may have their verb together at their end.

    "78% of boys and 81% of girls had a plan".
    """
    following = list(_NEXT_SHARE.finditer(tail)) if "%" in tail else []
    if not following:
        return tail
    if _verb_in(tail[: following[0].start()]) is not None:
        return tail[: following[0].start()]
    verb = _verb_in(tail[following[-1].end() :])
    return tail[following[-1].end() + verb :] if verb is not None else tail


def _verb_in(text: str) -> int | None:
    """Where the first word stands that can be a verb."""
    for match in _WORD.finditer(text):
        word = match.group().lower()
        participle = word.endswith("ed") and word not in words("not_participles")
        in_need = word == "need" and text[: match.start()].endswith("in ")
        if participle or (word in words("finite") and not in_need):
            return match.start()
    return None
