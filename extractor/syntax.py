"""Who is counted and what is said of them: phrases around a quantity, by rules and closing words.

There is no parser: a blank pipeline knows no parts of speech. Rules with examples
(``patterns/statements.yaml``) go first; else the noun phrase after the quantity is who is counted,
and the clause around it what is said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.language.statement_rules import first_phrase
from extractor.phrases import counted, is_plural_population, phrase_end, words
from schemas.finding import Quantity

_SOME = r"(?:only|just|over|under|nearly|almost|about|around|approximately|a further|another)"
_CLAUSE_END = re.compile(
    r",?\s+(?:but|while|whilst|although|though|whereas|compared with|compared to)\b|;|\.\s|\.$|:"
    r"|,\s+(?:and\s+)?(?:in|for|with|only|just|a further)\s+(?:only\s+|a further\s+)?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|all|most|some|many)\b)"
    r"|,\s+and\s+(?:\d|one-|two-|three-|half\b)"
    r"|\s+and\s+(?:only\s+|just\s+)?(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"\s+of\s+(?:these|those|them)\b"
    r"|,\s+(?:most|many|some|all|none|one|the\s+majority)\s+of\s+(?:these|those|them|whom|which)\b"
    r"|,\s+which\b|(?<!\bof)\s+which\s+(?:is|was|means|represents|compares|equates)\b"
    r"|,\s+and\s+(?:this|that|these|it|they|there)\b|\s+and\s+the\s+(?:remainder|rest|others?)\b"
    r"|,\s+(?:an?|the)\s+(?:\w+\s+)?(?:increase|decrease|reduction|rise|fall|drop|improvement)\b"
    r"|,\s+(?:(?:much|well|just|slightly|significantly|considerably|also)\s+)?"
    r"(?:above|below|higher|lower|better|worse|up|down|in line|against|compared|consistent)\b"
    r"|(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\balso),?\s+(?:better|worse|higher|lower)\s+than\b",
    re.I,
)
_CLAUSE_START = re.compile(
    r"(?:;|:|\.\s|,\s+(?:and|but|while|although|whereas)\s|\b(?:while|although|whereas|but)\s|"
    r"\b(?:means?|meant|shows?|showed|indicates?|indicated|reports?|noted|found|ensures?)\s+that,?\s|"
    r"^(?:however|overall|in particular|similarly|in addition|(?:in )?general(?:ly)?|consequently)"
    r",?\s|%(?:\s+of\s+[^,;%]{2,50})?(?:,\s+|\s+and\s+)(?=[^,;%]{2,50}\s+(?:in|for|to|at)\s*$))",
    re.I,
)
_HELD_AGAINST = re.compile(r"\s+compares?\s+(?:(?:un)?favourably|well|poorly)\b.*$")
_UNFINISHED = re.compile(r"\b(?:that|because|if|where|when|as|and)$", re.I)
_NEXT_SHARE = re.compile(rf"(?:,(?:\s+and)?|\s+and)\s+(?:{_SOME}\s+)?\d[\d.]*\s?%", re.I)
_NEXT_ITEM = re.compile(
    rf"^(?:and\s+)?[^,;%]{{2,50}}\s(?:in|for|to|at)\s+(?:{_SOME}\s+)?\d[\d.]*\s?%", re.I
)
_COMMENT = re.compile(
    r"which\s+(?:is|was|represents?|compares?|equates?)\b|(?:the\s+)?same\s+as\b|compared\b"
    r"|consistent\s+with\b|in\s+line\b|(?:up|down)\s+from\b|an?\s+(?:\w+\s+)?(?:increase|improvement"
    r"|decrease|reduction|rise|fall)\b|and\s+(?:an?|the|one|some|many|this|these|it|they|there)\b",
    re.I,
)
_APPOSED = re.compile(r"^\d[\d.]*%\)?,?\s+")
_PREPOSITION = re.compile(r"\b(?:in|for|with|to|of|by|at|from)\s*(?:the\s+)?$", re.I)
_AFTER_OF = re.compile(r"[\s⁰¹²³⁴-⁹]*\)?\s*of\s+(?:all\s+)?(?!whom\b|which\b|them\b)", re.I)
_AFTER_DIRECT = re.compile(r"\)?\s+(?:of\s+(?!whom\b|which\b|them\b))?", re.I)
_OF_PRONOUN = re.compile(
    r"\)?\s+of\s+(?:(?:them|whom|which)\b|(?:these|those)(?=\s*[,.;)]|\s+(?:were|was|are|is|had|have|has"
    r"|did|do|thought|said|felt|completed|lived?|received)\b))\s*",
    re.I,
)
_NO_OPENER = re.compile(
    r"(?!(?:the|a|an|this|that|these|those|there|it|they|we|no|for|in|on|at|with|by|from|to|and|or|as)\b)",
    re.I,
)
_BRACKETS = re.compile(r"[\s⁰¹²³⁴-⁹]*\([^()]{1,60}\)")
_NUMBERED = re.compile(r"^(?:(?:the|these|those|all|a total of)\s+)*\d[\d,]*\s+(?=\w)")
_THOSE = re.compile(
    r"those\s+(?!who\b|that\b|whose\b)(?:[^\s,;.()]+\s+){1,8}?[^\s,;.()]+(?=,|\s+(?:are|were|is|was|had|have|has|did|do)\b)",
    re.I,
)
_WORD = re.compile(r"[\w’'-]+")
_REST = re.compile(
    r"\s+and\s+the\s+(?:remainder|rest|others?)\b.*|,?\s+which\s+(?:is|was|means|represents)\b.*"
    r"|,?\s+which$"
)
_IN_BRACKETS = re.compile(
    r"(?:^|,\s|\b(?:most|of|all|the|many|with|that|some|for|and|enough)\s)(?P<phrase>[A-Za-z’'-]+"
    r"(?:\s[a-z’'-]+){0,3})\s+\($"
)


class Statement(NamedTuple):
    """Who is counted and what is said of them, verbatim; None where the sentence leaves it out."""

    population: str | None
    predicate: str | None


class _Said(NamedTuple):
    """A statement, and whether it is another place or year that is compared with."""

    population: str | None
    predicate: str | None
    compared: bool


def statements(sentence: str, quantities: list[Quantity]) -> list[Statement]:
    """Population and predicate of each quantity of a sentence.

    One that states no population shares that of the quantity before it, or behind it: "in 72% of
    cases it was complete, while in 23% …"; else it is the nearest population named before it.
    What is compared with has the predicate of what it is compared to.
    """
    said = [_said(sentence, quantity) for quantity in quantities]
    known = [None if one.compared else one.population for one in said]
    found: list[Statement] = []
    for index, one in enumerate(said):
        near = [*reversed(known[:index]), *known[index + 1 :]]
        population = one.population or next(filter(None, near), None)
        population = population or named_before(sentence[: quantities[index].start])
        predicate = one.predicate
        if one.compared:
            predicate = next((o.predicate for o in reversed(found)), predicate)
        found.append(Statement(population, predicate))
    return found


def statement(sentence: str, quantity: Quantity) -> Statement:
    """Population and predicate of one quantity by what stands right around it."""
    one = _said(sentence, quantity)
    return Statement(one.population, one.predicate)


def _said(sentence: str, quantity: Quantity) -> _Said:
    before, after = sentence[: quantity.start], sentence[quantity.end :]
    population, stop = _population_after(sentence, quantity)
    place = None if population else first_phrase("comparator", before, after)
    if place:
        return _Said(place, _predicate(sentence, before, stop), True)
    rest = before
    if population is None:
        population, rest = _population_before(before, after)
    told = first_phrase("predicate", before, after)
    predicate = _REST.sub("", told) if told else _predicate(sentence, rest, stop)
    return _Said(population, predicate, False)


def _population_before(before: str, after: str) -> tuple[str | None, str]:
    """A population that a rule finds around, and what is left of the text before."""
    phrase = first_phrase("population", before, after)
    if phrase:
        if any(word.lower() in words("finite") for word in phrase.split()):
            phrase = named_before(phrase) or phrase
        rest = before[: before.find(phrase)] if before.rstrip().endswith(phrase + ",") else before
        return phrase, re.sub(r"\b(?:out\s+)?of\s*$", "", rest, flags=re.I)
    match = _IN_BRACKETS.search(before)
    if match and is_plural_population(match["phrase"].split()[-1]):
        return match["phrase"], before
    return None, before


def _population_after(sentence: str, quantity: Quantity) -> tuple[str | None, int]:
    """The phrase after "of", or right after a ratio, count or word, and where it ends."""
    aside = _BRACKETS.match(sentence, quantity.end)
    end = aside.end() if aside else quantity.end
    pronoun = _OF_PRONOUN.match(sentence, end)
    if pronoun:
        return named_before(sentence[: quantity.start]), pronoun.end()
    match = _AFTER_OF.match(sentence, end)
    if match is None:
        match = _AFTER_DIRECT.match(sentence, end)
        direct = (
            match and _NO_OPENER.match(sentence, match.end()) and counted(sentence, match.end())
        )
        if not match or not (direct or _takes_any_noun(quantity)) or quantity.change:
            return None, end
    start = match.end()
    noun = counted(sentence, start)
    those = _THOSE.match(sentence, start)
    stop = noun.end if noun else those.end() if those else phrase_end(sentence, start)
    phrase = sentence[start:stop].strip()
    return (_NUMBERED.sub("", phrase) or None), (stop if phrase else end)


def _takes_any_noun(quantity: Quantity) -> bool:
    """Whether the noun right after it is counted, whatever it is: "seven of the eight lamps"."""
    together = not quantity.rule.startswith("ratio.apart")
    return quantity.kind in ("ratio", "complement", "rate") and together


def named_before(text: str) -> str | None:
    """The nearest population that a text names, with up to two words before it."""
    ends = [m.end() for m in re.finditer(r"[\w’'-]+", text) if is_plural_population(m.group())]
    if not ends:
        return None
    phrase = text[: ends[-1]].rpartition(", ")[2].split()[-3:]
    closing = words("finite") | words("prepositions") | words("clause_openers") | words("relative")
    closing = closing | {
        "of",
        "for",
        "and",
        "all",
        "to",
        "some",
        "most",
        "many",
        "with",
        "or",
        "has",
    }
    while len(phrase) > 1 and any(word.lower() in closing for word in phrase[:-1]):
        phrase = phrase[1:]
    numbered = [index for index, word in enumerate(phrase) if word[0].isdigit()]
    return " ".join(phrase[numbered[-1] if numbered else 0 :])


def _predicate(sentence: str, before: str, stop: int) -> str | None:
    """The clause around a quantity: what comes before it, if it closes the clause, else after."""
    starts = [match.end() for match in _CLAUSE_START.finditer(before)]
    head = before[starts[-1] if starts else 0 :].strip(" ,(")
    tail = _said_after(sentence[stop:])
    if _PREPOSITION.search(head) and _NEXT_ITEM.match(tail):
        tail = ""
    lead = _HELD_AGAINST.sub("", _PREPOSITION.sub("", head)).strip(" ,(")
    if tail and _UNFINISHED.search(lead):
        return tail
    if len(lead.split()) >= 3 and (_PREPOSITION.search(head) or len(tail.split()) < 2):
        return lead or None
    return tail or lead or None


def _said_after(text: str) -> str:
    """The rest of a clause: up to what comments on the figure, or to the next share.

    Shares may have their verb together: "78% of boys and 81% of girls had a plan".
    """
    tail = _APPOSED.sub("", text.lstrip(" ,)"))
    if _COMMENT.match(tail):
        return ""
    closing = _CLAUSE_END.search(tail)
    tail = tail[: closing.start()] if closing else tail
    following = list(_NEXT_SHARE.finditer(tail)) if "%" in tail else []
    if following and _verb_in(tail[: following[0].start()]) is not None:
        tail = tail[: following[0].start()]
    elif following:
        verb = _verb_in(tail[following[-1].end() :])
        tail = tail[following[-1].end() + verb :] if verb is not None else tail
    return tail.strip(" ,.;()")


def _verb_in(text: str) -> int | None:
    """Where the first word stands that can be a verb."""
    for match in _WORD.finditer(text):
        word = match.group().lower()
        participle = word.endswith("ed") and word not in words("not_participles")
        if participle or word in words("finite"):
            return match.start()
    return None
