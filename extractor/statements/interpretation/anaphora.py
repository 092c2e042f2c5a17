"""Figures that are only pointed to, or compared with: they have the polarity of their owner.

"This has risen to 58%" says nothing of what is measured; the figure before it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from extractor.assembly.sentences import Sentence
from extractor.language.expressions import Expressions
from extractor.statements.interpretation.interpreted import Interpreted, Passage
from extractor.statements.interpretation.polarity import is_undesired

_FORMS = Expressions("anaphora")
_HARD = {"percentage", "fraction", "ratio", "rate"}


def point_back(claims: list[Interpreted], passage: Passage) -> list[Interpreted]:
    """A rule of interpretation: what is pointed to or compared has the polarity of its owner."""
    if passage.is_row:
        return claims
    found: list[Interpreted] = []
    last: Interpreted | None = None  # the figure to which the next sentence may point back
    for _, group in groupby(claims, key=lambda one: one.sentence.start):
        stated = [*_of_sentence(group, last, passage)]
        found += stated
        own = [one for one in stated if _is_figure(one) and not _is_of_others(one)]
        last = own[-1] if own else last if last and _points_back(stated) else None
    return found


def _of_sentence(
    claims: Iterable[Interpreted], last: Interpreted | None, passage: Passage
) -> Iterator[Interpreted]:
    """The claims of one sentence; ``last`` is the figure before it."""
    stated = list(claims)
    earlier = last if last and _points_back(stated) else None
    here: Interpreted | None = None
    for given in stated:
        one = given
        if _is_figure(one):
            if _is_of_others(one):
                one = _of_owner(one, here or earlier, passage)
            elif _is_pointed_to(one):
                here = one = _of_owner(one, here or last, passage)
            else:
                here = one = _like(here, one)
        yield one


def _is_figure(one: Interpreted) -> bool:
    return one.quantity.kind in _HARD and not one.quantity.change


def _is_of_others(one: Interpreted) -> bool:
    return one.context in ("comparison", "target")


def _like(here: Interpreted | None, one: Interpreted) -> Interpreted:
    """A figure of the same group as one that inspectors found: they found it too."""
    same = here is not None and here.context == "finding" and _who(one) == _who(here)
    return replace(one, context="finding") if same else one


def _who(one: Interpreted) -> str | None:
    return one.population.text if one.population else None


def _points_back(stated: list[Interpreted]) -> bool:
    """Whether a sentence goes on with the figure before: "This is …", "The England average …"."""
    sentence = stated[0].sentence
    first = next(filter(_is_figure, stated), None)
    who = first.population if first and first.context == "comparison" else None
    opens = who is not None and who.span is not None and who.span.start == sentence.start
    return opens or _FORMS.points.match(sentence.text) is not None


def _is_pointed_to(one: Interpreted) -> bool:
    """Whether what it measures is said only by a pronoun or a word such as "figure"."""
    predicate = one.predicate.text if one.predicate else ""
    return bool(_FORMS.pointed.match(predicate) or _FORMS.figure_is.search(predicate))


def _of_owner(one: Interpreted, owner: Interpreted | None, passage: Passage) -> Interpreted:
    """A figure with what is known of the one that it belongs to."""
    if owner is not None:
        of_group = owner.context == "demographic" and one.context == "score"
        context = "demographic" if of_group else one.context
        return replace(one, polarity=owner.polarity, context=context)
    if one.context == "comparison" and not _FORMS.points.match(one.sentence.text):
        return one
    before = _measured_before(passage.sentence_before(one.sentence))
    if is_undesired(f"| {before}"):
        return replace(one, polarity="-")
    return replace(one, polarity="+") if before and one.population is None else one


def _measured_before(sentence: Sentence | None) -> str:
    return sentence.text.lower() if sentence else ""
