"""The clause around a quantity: what is said stands before it, or behind.

Where clauses begin and end is data (``clauses.yaml``), with examples and traps.
"""

from __future__ import annotations

import re

from extractor.language.expressions import Expressions
from extractor.language.pieces import Piece
from extractor.language.word_forms import is_participle
from extractor.language.word_lists import words

_FORMS = Expressions("clauses")
_APPOSED = re.compile(r"\d[\d.]*%\)?,?\s+")
_WORD = re.compile(r"[\w’'-]+")
_REACH = 40  # characters that what ends a text can take, and more


def clause_around(sentence: str, cut: int, stop: int, following: int | None = None) -> Piece | None:
    """The clause around a quantity: what comes before it, if it closes the clause, else after.

    Args:
        sentence: the whole.
        cut: where the quantity begins, or its population before it.
        stop: where the quantity and its population end.
        following: where the next quantity begins.
    """
    before = sentence[:cut]
    starts = [match.end() for match in _FORMS.starts.finditer(before)]
    head = Piece(before).cut(starts[-1] if starts else 0).strip(" ,(")
    tail = _clause_after(_until_next(Piece(sentence), stop, following))
    if head and _FORMS.next_item.match(tail.text):
        tail = tail.cut(0, 0)
    joined = _FORMS.preposition.search(head.text, len(head.text) - _REACH)
    lead = _lead(head.cut(0, joined.start()) if joined else head)
    words_after = len(tail.text.split())
    if tail and _is_behind(before, lead.text, tail.text):
        return tail
    if words_after > 2 and tail.text.startswith("that ") and _FORMS.evidence.search(lead.text):
        return lead if _FORMS.denial.search(lead.text) else tail.removeprefix("that ")
    if _is_object(lead.text, tail.text):
        return lead
    closes = joined or words_after < 2 or _FORMS.closed.match(sentence, stop)
    if len(lead.text.split()) >= 3 and closes:
        return lead
    return tail or lead or None


def _lead(head: Piece) -> Piece:
    """What stands before a quantity, without a verb that only holds its figure against another."""
    judged = _FORMS.held_against.search(head.text)
    lead = head.cut(0, judged.start()) if judged else head
    return lead.strip(" ,(").removeprefix("and ")


def _is_behind(before: str, lead: str, tail: str) -> bool:
    """Whether the clause only opens before the quantity and is said behind it."""
    if _FORMS.unfinished.search(lead, len(lead) - _REACH):
        return True
    if lead.endswith("compared") and _verb_in(tail) is not None:
        return True
    words_after = len(tail.split())
    if words_after > 2 and _FORMS.opened.search(before, len(before) - _REACH):
        return True
    return words_after > 3 and _opens_part(before, tail)


def _opens_part(before: str, tail: str) -> bool:
    aside = _FORMS.aside.search(before, len(before) - _REACH)
    return aside is not None and not _FORMS.goes_on.match(tail)


def _is_object(lead: str, tail: str) -> bool:
    """Whether the verb stands before the quantity: "The panel endorsed all decisions in June"."""
    if not _FORMS.adjunct.match(tail) or _verb_in(tail) is not None:
        return False
    if _FORMS.there_is.search(lead) and not _FORMS.time.match(tail):
        return False  # "there are two men in custody"
    if _FORMS.includes.search(lead) or lead.count("(") > lead.count(")"):
        return False
    listed = lead.split()
    return len(listed) > 1 and (_verb_in(lead) is not None or len(listed) > 2)


def _until_next(sentence: Piece, stop: int, following: int | None) -> Piece:
    """What follows a quantity, up to the clause of the next one."""
    rest = sentence.cut(stop)
    if following is not None and following > stop:
        piece = sentence.text[stop:following]
        ends = [match.start() for match in _FORMS.before_next.finditer(piece)]
        if ends and (
            _verb_in(piece[: ends[-1]]) is not None or _FORMS.of_whom.match(piece, ends[-1])
        ):
            rest = rest.cut(0, ends[-1])
    aside = _FORMS.asides.match(rest.text)
    return rest.cut(aside.end()) if aside else rest


def _clause_after(rest: Piece) -> Piece:
    """The rest of a clause: up to what comments on the figure, or to the next share."""
    tail = rest.lstrip(" ,)")
    apposed = _APPOSED.match(tail.text)
    tail = tail.cut(apposed.end()) if apposed else tail
    if _FORMS.comments.match(tail.text):
        return tail.cut(0, 0)
    closing = _FORMS.ends.search(tail.text)
    tail = _without_others(_without_added(tail.cut(0, closing.start()) if closing else tail))
    return _without_shares(tail).strip(" ,.;()")


def _without_added(tail: Piece) -> Piece:
    """Up to what only adds to a clause: examples, results, what goes with it.

    A clause that has its verb behind that goes on there: "with complex needs, such as …, live …".
    """
    added = _FORMS.added.search(tail.text)
    if added is None:
        return tail
    goes_on = _verb_in(tail.text[added.end() :]) is not None
    plain = tail.cut(0, added.start())
    return tail if goes_on and _verb_in(plain.text) is None else plain


def _without_others(tail: Piece) -> Piece:
    """Up to a clause with a subject of its own, if what stands before it has a verb."""
    for subject in (_FORMS.comma_subject, _FORMS.and_subject):
        for other in subject.finditer(tail.text):
            if _is_finished(tail.text[: other.start()], subject is _FORMS.comma_subject):
                tail = tail.cut(0, other.start())
                break
    return tail


def _is_finished(before: str, behind_comma: bool) -> bool:
    """Whether what stands before a new subject has a verb, and is no mere condition of it."""
    if behind_comma and (
        _FORMS.condition.match(before) or _FORMS.condition.match(_last_part(before))
    ):
        return False
    clause = _FORMS.opener.split(before)[-1]
    return not words("finite").isdisjoint(clause.lower().split())


def _last_part(text: str) -> str:
    return text[text.rfind(",") + 1 :].lstrip()


def _without_shares(tail: Piece) -> Piece:
    """Up to the next share; shares in a row may have their verb together at their end.

    "78% of boys and 81% of girls had a plan".
    """
    following = list(_FORMS.next_share.finditer(tail.text)) if "%" in tail.text else []
    if not following:
        return tail
    if _verb_in(tail.text[: following[0].start()]) is not None:
        return tail.cut(0, following[0].start())
    verb = _verb_in(tail.text[following[-1].end() :])
    return tail.cut(following[-1].end() + verb) if verb is not None else tail


def _verb_in(text: str) -> int | None:
    """Where the first word stands that can be a verb."""
    finite = words("finite")
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if is_participle(word):
            return match.start()
        if word in finite and not (word == "need" and text[: match.start()].endswith("in ")):
            return match.start()
    return None
