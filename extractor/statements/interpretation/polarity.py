"""Whether a larger share would be better practice: by what it measures, by words and their reach.

What a share measures (``polarity.yaml``) goes first: more re-referrals are worse, however
the sentence puts it. Else words of failure, and negators that reach them, decide.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from pydantic import Field

from extractor.language.data_files import pattern_file
from extractor.language.expressions import Expressions
from extractor.language.prefilter import Shortlist
from extractor.language.word_forms import is_contracted_not, is_finite, is_gerund
from extractor.language.word_lists import Regex, words
from extractor.statements.interpretation.interpreted import Interpreted, Passage
from schemas.document import Model
from schemas.finding import Polarity

_FORMS = Expressions("polarity")
_TOKENS = re.compile(r"[a-z]+(?:'t|’t)?(?:-[a-z]+)*")
_CLAUSE = re.compile(r"[,;.:]")
_HEAD = 80  # characters of a predicate that can say it is about composition
_LONG_HEAD = 130  # the same for composition that takes more words
_RATED_REACH = 120  # characters of the words at its end that judge a figure
_SCOPE = 4  # words after a negator that it can deny
_EVENT_SCOPE = 9  # the same over a list of events


class Measure(Model):
    """A way to tell from what a share measures whether more of it is worse, or neither."""

    id: str
    regex: Regex
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)


@cache
def measures(name: str) -> tuple[Measure, ...]:
    """The rules of one list of ``polarity.yaml``."""
    return tuple(map(Measure.model_validate, pattern_file("polarity")[name]))


@cache
def _compiled(name: str) -> tuple[list[re.Pattern[str]], Shortlist]:
    """The expressions of a list, and which of them can match in a text."""
    listed = [re.compile(rule.regex) for rule in measures(name)]
    return listed, Shortlist([one] for one in listed)


def _measures(name: str, text: str) -> re.Match[str] | None:
    """The first rule of a list that matches a text."""
    expressions, shortlist = _compiled(name)
    for number in shortlist.numbers(text):
        if match := expressions[number].search(text):
            return match
    return None


def is_undesired(text: str) -> bool:
    """Whether a text tells a measure of which more is worse; in lower case, behind "| "."""
    return _measures("undesired", text) is not None


@lru_cache(maxsize=100)  # asked for the context of a finding, and again for its polarity
def is_neutral(predicate: str) -> bool:
    """Whether a share tells who or what there is, which is neither good nor bad practice.

    ``predicate``: what is said of the share, in lower case.
    """
    measured = _measures("neutral", f"| {predicate[:_LONG_HEAD]}")
    return measured is not None or holds(predicate[:_HEAD], "composition")


def read_polarity(claims: list[Interpreted], passage: Passage) -> list[Interpreted]:
    """A rule of interpretation: would a larger share be better practice (+), worse (-), neither."""
    return [replace(one, polarity=_polarity(one, passage)) for one in claims]


def _polarity(one: Interpreted, passage: Passage) -> Polarity:
    quantity, predicate = one.quantity, one.predicate_text
    if _is_of_nobodys_practice(one, passage):
        return "0"
    if quantity.text.lower() == "too many":
        return "-"
    if quantity.change:
        return _of_change(f"| {one.population_text} | {predicate}")
    measured = _measured(one)
    undesired = _measures("undesired", measured)
    if undesired:
        return "+" if _FORMS.denied_before.search(measured[: undesired.start()]) else "-"
    if quantity.kind == "rate" or is_neutral(predicate) or _FORMS.is_only.match(predicate):
        return "0"
    universal = quantity.kind == "vague" and quantity.value is None
    denied = universal and _FORMS.universal.match(quantity.text) is not None
    return _judged(_main_clause(_with_verb(one)), denied)


def _is_of_nobodys_practice(one: Interpreted, passage: Passage) -> bool:
    """Whether it only names a group, tells who there is, or another area's facts in an appendix."""
    if one.names_group or one.context in ("demographic", "sample"):
        return True
    return one.context == "comparison" and passage.in_appendix


def _with_verb(one: Interpreted) -> str:
    """What is said with its verb, where that stands behind: "The support of some is weak"."""
    predicate = one.predicate_text
    if one.predicate is None or not predicate:
        return one.sentence.text.lower()
    soft = one.quantity.kind in ("vague", "count")
    if not soft or not words("finite").isdisjoint(predicate.split()):
        return predicate  # behind a share stands what judges its figure
    predicated, counted = one.predicate.span, one.population.span if one.population else None
    if predicated is None or predicated.block_id != one.sentence.block.block_id:
        return predicate
    if predicated.end > one.claim.start:
        return predicate
    end = one.claim.end
    if one.population is not None:
        if counted is None or counted.start < end or counted.block_id != predicated.block_id:
            return predicate
        end = counted.end
    behind = one.sentence.text[end - one.sentence.start :].lower()
    verb = _FORMS.verb_behind.match(behind)
    return f"{predicate} {_CLAUSE.split(behind[verb.end() :])[0]}" if verb else predicate


def _of_change(measured: str) -> Polarity:
    """A fall of what is undesired is good, a rise is bad; of others nobody can tell by words."""
    if not _measures("undesired", measured):
        return "0"
    return "+" if _FORMS.less.search(measured) else "-" if _FORMS.more.search(measured) else "0"


def _measured(one: Interpreted) -> str:
    """The words that say what a share measures; a predicate without a verb says too little."""
    measured = f"| {one.population_text} | {one.predicate_text}"
    predicate = one.predicate_text.split()
    if len(predicate) > 3 and _any_verb(predicate):
        return measured
    return f"| {one.claim.before.lower()} {measured}"


def _any_verb(tokens: list[str]) -> bool:
    return any(is_finite(one) or is_gerund(one) for one in tokens)


def _judged(text: str, denied: bool = False) -> Polarity:
    """The polarity of what is said, by words for what is bad and the reach of negators.

    Args:
        text: what is said, in lower case.
        denied: a universal that the sentence denies ("not done in all cases"): its negator says
            nothing of what would be good.
    """
    text = _practice(text)
    needs = holds_at(text, "needs")
    if needs:
        return "+" if _FORMS.need_denied.search(text[: needs.start()]) else "-"
    if _is_excess(text) or any(map(text.__contains__, words("wanting"))):
        return "-"
    tokens = _TOKENS.findall(text)
    listed, failures = words("negators"), _failures()
    negators = [at for at, one in enumerate(tokens) if one in listed or is_contracted_not(one)]
    if failures.isdisjoint(tokens):
        return "-" if negators and not denied else "+"
    bad = [at for at, one in enumerate(tokens) if one in failures]
    return "+" if all(_denied(tokens, at, negators) for at in bad) else "-"


def _practice(text: str) -> str:
    """What is said, without words that judge the figure, or only name the group, and not this."""
    own = _FORMS.own_word.match(text)
    text = text[own.end() :] if own else text
    rated = _FORMS.rated.search(text, len(text) - _RATED_REACH)
    text = text[: rated.start()] if rated else text
    text = _FORMS.missing.sub(" ", text) if "missing" in text else text
    return _FORMS.in_need.sub(" ", text) if "in need of" in text else text


def _is_excess(text: str) -> bool:
    hints = ("too ", "need", "risk", "should", "would")
    hinted = any(map(text.__contains__, hints))
    return hinted and _FORMS.excess.search(text) is not None


@cache
def _failures() -> frozenset[str]:
    return words("bad") | words("events")


def _main_clause(text: str) -> str:
    """A predicate without subordinate clauses and lists of examples, which do not judge it."""
    for opening in (_FORMS.relative, _FORMS.condition):
        opened = opening.match(text)
        text = text[opened.end() :] if opened else text
    for cut in _FORMS.subordinate.finditer(text, 12):
        kept = text[: cut.start()]
        if not _FORMS.no_head.match(kept) or not words("finite").isdisjoint(kept.split()):
            return kept
    return text


def _denied(tokens: list[str], at: int, negators: list[int]) -> bool:
    """Whether a negator reaches a word; it reaches events over "or", judgements it does not."""
    for negator in negators:
        between = tokens[negator + 1 : at]
        if 0 < at - negator <= _SCOPE and not {"or", "and", "but"} & set(between):
            return True
        if tokens[at] in words("events") and 0 < at - negator <= _EVENT_SCOPE:
            return True
    return False


def holds_at(text: str, name: str) -> re.Match[str] | None:
    """Where a text has a word or phrase of a list."""
    # Few texts do; whether the letters are there at all is seen ten times as fast.
    return _any_of(name).search(text) if may_hold(text, name) else None


def holds(text: str, name: str) -> bool:
    """Whether a text has a word or phrase of a list."""
    return may_hold(text, name) and _any_of(name).search(text) is not None


def may_hold(text: str, name: str) -> bool:
    """Whether the letters of a word or phrase of a list are in a text."""
    return any(map(text.__contains__, words(name)))


@cache
def _any_of(name: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words(name)))
    return re.compile(rf"\b(?:{listed})\b")
