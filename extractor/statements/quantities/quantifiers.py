"""Words for shares without a number, over people or work: most plans, no children, both cases."""

from __future__ import annotations

from extractor.language.expressions import Expressions
from extractor.language.quantifier_intervals import meant_by
from extractor.language.word_forms import is_gerund, is_regular_past
from extractor.language.word_lists import words
from extractor.statements.arguments.noun_phrases import Counted, counted, is_denied, is_population
from extractor.statements.quantities.modifiers import Modifiers
from extractor.statements.quantities.printed import Printed
from extractor.statements.quantities.quantity_patterns import (
    Numbers,
    QuantityMatch,
    quantity_grammar,
)
from schemas.finding import Quantity
from schemas.interval import Interval

_FORMS = Expressions("quantifiers")


def quantifiers(text: str, modifiers: Modifiers, taken: list[Quantity]) -> list[Quantity]:
    """Every word for a share without a number in a text, over a population, in order.

    Args:
        text: one sentence.
        modifiers: those of the text.
        taken: shares of the text; "all" in their bases is no statement of its own.
    """
    found = []
    for match in quantity_grammar("quantifiers").find(text):
        modifier = modifiers.before(match.start)
        if modifier is not None and not _FORMS.modifies.search(modifier.text):
            modifier = None  # "information about all children"
        printed = Printed(text, match.start, match.end, match.pattern.id, modifier)
        if _counts(text, match, text[: printed.start], taken):
            found.append(_quantity(printed, match))
    return found


def _counts(text: str, match: QuantityMatch, start: str, taken: list[Quantity]) -> bool:
    """Whether the word stands over a population: a phrase after it, a pronoun, or one before."""
    word, rest = text[match.start : match.end].lower(), text[match.end :]
    never_alone = word in words("vague_never_alone")
    if _is_other_use(text, match, word, taken):
        return False
    if _FORMS.who.match(rest) and not never_alone:
        return True
    if _FORMS.of_them.match(rest) or (not never_alone and _FORMS.those.match(rest)):
        return True
    if _of_phrase(text, match.end) or _direct(text, match, word):
        return True
    return _alone(start, rest, word)


def _is_other_use(text: str, match: QuantityMatch, word: str, taken: list[Quantity]) -> bool:
    """The superlative, "at all", "every second", "any" undenied, the base of another share."""
    start, rest = text[: match.start], text[match.end :]
    degree = word == "most" and _FORMS.superlative.search(start)
    if degree or (word == "every" and _FORMS.nth.match(rest)):
        return True
    if match.pattern.denial == "gives_value":
        return not is_denied(text, match.start) or _FORMS.of_a_kind.match(rest) is not None
    if word == "many" and _FORMS.as_before.search(start):
        return True
    if word == "no" and _FORMS.plans_to.match(rest):
        return True
    if word != "all":
        return False
    base = any(_FORMS.of_share.fullmatch(text[one.end : match.start]) for one in taken)
    return base or bool(_FORMS.of_all_elsewhere.search(start) or _FORMS.except_for.match(rest))


def _of_phrase(text: str, end: int) -> Counted | None:
    """The phrase after "of": "most of the plans", "the small number (14) of children"."""
    brackets = _FORMS.brackets.match(text, end)
    of = _FORMS.of_group.match(text, brackets.end() if brackets else end)
    found = counted(text, of.end()) if of else None
    return found if found and found.plural else None


def _direct(text: str, match: QuantityMatch, word: str) -> Counted | None:
    """The phrase right after: "most plans", "each case"."""
    if _FORMS.needs_of.search(word):
        return None
    end = match.end
    brackets = _FORMS.brackets.match(text, end)
    end = brackets.end() if brackets else end + (word == "not all" and text[end : end + 1] == ",")
    gap = _FORMS.determiner.match(text, end)
    found = counted(text, gap.end()) if gap else None
    if found is None:
        return None
    if match.pattern.of_one:
        return found
    if word == "both" and _FORMS.joins.search(text[end : found.end + 6]):
        return None
    return found if found.plural or (word, found.head) == ("no", "case") else None


def _alone(start: str, rest: str, word: str) -> bool:
    """Whether the word stands for a population named before: "some were late", "for many, …"."""
    if word in words("vague_never_alone"):
        return False
    brackets = _FORMS.brackets.match(rest)
    following = _FORMS.next_word.match(rest, brackets.end() if brackets else 0)
    verb = following.group(1).lower() if following else ""
    if word == "all" and verb in ("is", "was", "has"):
        return False  # "all was well"
    if word == "all" and _FORMS.is_all.search(start) and is_regular_past(verb):
        return True
    is_verb = verb in words("finite") or (is_regular_past(verb) and word not in ("some", "several"))
    led = _FORMS.preposition.search(start) is not None
    if is_verb and not led:
        return word in words("vague_subjects") or bool(_FORMS.clause_start.search(start))
    if _FORMS.with_before.search(start) and is_gerund(verb) and not is_population(verb):
        return True
    return led and word != "all" and bool(_FORMS.no_noun.match(rest))


def _quantity(printed: Printed, match: QuantityMatch) -> Quantity:
    """All is 100 and none 0, unless the sentence denies it; most is more than half."""
    numbers, modifier = Numbers(printed.text, match), printed.modifier
    value = numbers.share if printed.bound in (None, "exact") else None
    if match.pattern.denial == "loses_value" and is_denied(printed.text, match.start):
        value = None
    interval = None if value is None else Interval(value, value)
    if interval is None and modifier is None and match.pattern.value is None:
        interval = meant_by(printed.text[match.start : match.end])
    return printed.quantity(
        "vague",
        value=value,
        interval=interval,
        denominator=None if modifier else numbers.denominator,
        own_modifier=numbers.printed("modifier"),
    )
