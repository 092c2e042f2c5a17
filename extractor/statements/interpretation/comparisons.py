"""What a figure is held against: "compared with 19% nationally", "above the national average".

The expressions are in ``comparisons.yaml``. The other figure is a
finding of its own; here the two are tied: the one that is compared gets ``compared_with`` and
``compared_value``, the other gets the context ``comparison`` and the comparator as its population.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

from extractor.language.data_files import pattern_file
from extractor.language.expressions import Expressions
from extractor.language.pieces import Piece
from extractor.language.prefilter import Searchable
from extractor.statements.claim import Phrase
from extractor.statements.interpretation.carried_over import phrase_of
from extractor.statements.interpretation.interpreted import Interpreted, Passage

_FORMS = Expressions("comparisons")
_SHARES = {"percentage", "fraction", "ratio", "rate"}
_REACH = 120  # characters before a figure that can name its comparator


@cache
def rules() -> dict[str, Any]:
    """What ``comparisons.yaml`` holds beside its expressions: examples, traps."""
    return dict(pattern_file("comparisons"))


def tie_comparisons(claims: list[Interpreted], passage: Passage) -> list[Interpreted]:
    """A rule of interpretation: figures, and those that they are held against.

    A row's cells are tied by the headings of their columns.
    """
    if passage.is_row:
        return _tie_row(claims)
    tied = list(claims)
    earlier: int | None = None  # where the one own figure of the sentence before stands in `tied`
    for _, group in groupby(enumerate(claims), key=lambda pair: pair[1].sentence.start):
        at = [index for index, _ in group]
        figures = _Figures([claims[index] for index in at])
        back = earlier if figures.points_back() else None
        for other, who in figures.others.items():
            comparator = replace(tied[at[other]], context="comparison", population=who)
            tied[at[other]] = comparator
            own = figures.own_before(other)
            held = back if own is None else at[own]
            if held is not None:
                tied[held] = _held_against(tied[held], comparator)
        for own in figures.own:
            tied[at[own]] = figures.held_against_named(own, tied[at[own]])
        for index in at:
            tied[index] = _own_again(tied[index], passage)
        earlier = at[figures.own[0]] if len(figures.own) == 1 else None
    return tied


def _held_against(one: Interpreted, other: Interpreted) -> Interpreted:
    """A figure with the first comparator of its kind that it is held against."""
    alike = (one.quantity.kind == "rate") == (other.quantity.kind == "rate")
    if not alike or one.compared_with is not None or other.population is None:
        return one
    return replace(one, compared_with=other.population.text, compared_value=other.quantity.value)


def _own_again(one: Interpreted, passage: Passage) -> Interpreted:
    """A figure that is held against another is no comparison itself."""
    if one.compared_with is None or one.context != "comparison":
        return one
    return replace(one, context="finding" if passage.figures_are == "inspectors_own" else "score")


class _Figures:
    """The figures of one sentence, and which of them are others' figures."""

    def __init__(self, claims: list[Interpreted]) -> None:
        self._claims = claims
        self._sentence = claims[0].sentence
        self._text = Piece(self._sentence.text)
        self._spans = [(one.quantity.start, one.quantity.end) for one in claims]
        self.others = self._others()
        self.own = [index for index in range(len(claims)) if self._is_own(index)]

    def points_back(self) -> bool:
        """Whether the sentence goes on with the figure of the one before.

        "The England average in the same period was 11%."
        """
        if _FORMS.points_back.match(self._text.text):
            return True
        first = self.others.get(0)
        return (
            first is not None
            and first.span is not None
            and (first.span.start == self._sentence.start)
        )

    def own_before(self, index: int) -> int | None:
        """The nearest figure before a comparator's that is no comparator's."""
        return next((own for own in reversed(self.own) if own < index), None)

    def held_against_named(self, index: int, one: Interpreted) -> Interpreted:
        """ "…, which is better than the national average": no figure is given for it."""
        if one.compared_with is not None:
            return one
        who = self._named_alone(self._after(index))
        who = who or self._named_alone(self._before(index), _FORMS.answered_by)
        return replace(one, compared_with=_clean(who).text) if who else one

    def _others(self) -> dict[int, Phrase]:
        """The comparator of each figure that is another's, by the figure's index."""
        found: dict[int, Piece] = {}
        for index in range(len(self._claims)):
            who = self._comparator(index, found.get(index - 1))
            if who is not None:
                found[index] = who
        sentence = self._sentence
        return {
            index: phrase_of(Piece(who.text, sentence.start + who.start), sentence.block.block_id)
            for index, who in found.items()
        }

    def _comparator(self, index: int, last: Piece | None) -> Piece | None:
        """Whose figure this is: named before it, behind it, or in a list of comparators."""
        before, after = self._before(index), self._after(index)
        if _FORMS.still_told.match(after.text):
            return None
        named = _FORMS.valued.search(before.text)
        if named and _FORMS.mark.search(named["who"]):
            return _clean(before.cut(*named.span("who")))
        if _FORMS.bare.search(before.text):
            rest = self._text.cut(self._spans[index][1])
            behind = _FORMS.behind.match(rest.text)
            group = "place" if behind and behind["place"] else "else"
            return _clean(rest.cut(*behind.span(group))) if behind else None
        return self._chained(before, after, last)

    @staticmethod
    def _chained(before: Piece, after: Piece, last: Piece | None) -> Piece | None:
        """The comparator of a figure that stands in a list behind another comparator's."""
        chained = _FORMS.chained.match(before.text) if last is not None else None
        if chained is None or last is None:
            return None
        if chained["who"]:
            who = before.cut(*chained.span("who"))
            return _clean(who) if _FORMS.mark.search(who.text) else None
        shared = _FORMS.respectively.match(after.text) or _FORMS.several.search(last.text)
        return last if shared else None

    @staticmethod
    def _named_alone(text: Piece, closing: Searchable | None = None) -> Piece | None:
        """A comparator without a figure in a text; ``closing`` must follow it."""
        named = _FORMS.alone.search(text.text)
        if named is None or _FORMS.parted.search(text.text[: named.start()]):
            return None
        if closing is not None and not closing.match(text.text[named.end() :]):
            return None
        who = text.cut(*named.span("who" if named["who"] else "place"))
        return who if _FORMS.mark.search(who.text) else None

    def _is_own(self, index: int) -> bool:
        if index in self.others or self._claims[index].quantity.kind not in _SHARES:
            return False
        return not _FORMS.past.search(self._before(index).text)

    def _before(self, index: int) -> Piece:
        start = self._spans[index][0]
        left = self._spans[index - 1][1] if index else 0
        return self._text.cut(max(left, start - _REACH), start)

    def _after(self, index: int) -> Piece:
        last = index + 1 == len(self._spans)
        return self._text.cut(self._spans[index][1], None if last else self._spans[index + 1][0])


def _clean(who: Piece) -> Piece:
    """A comparator without the article and the words that lead to it."""
    leading = _FORMS.leading.match(who.text)
    return (who.cut(leading.end()) if leading else who).strip(" ,(")


def _tie_row(claims: list[Interpreted]) -> list[Interpreted]:
    """A column of national figures is what the other columns of its row are held against."""
    column = _FORMS.column
    others = [one for one in claims if one.predicate and column.search(one.predicate.text)]
    shares = [one for one in claims if one not in others and one.quantity.kind in _SHARES]
    if not others or not shares or others[0].predicate is None:
        return claims
    who, value = others[0].predicate.text, others[0].quantity.value
    return [
        replace(one, context="comparison", population=one.predicate, predicate=one.population)
        if one in others
        else replace(one, compared_with=who, compared_value=value)
        if one in shares
        else one
        for one in claims
    ]
