"""What a figure is held against: "compared with 19% nationally", "above the national average".

The expressions are in ``comparisons.yaml``. The other figure is a
finding of its own; here the two are tied: the one that is compared gets ``compared_with`` and
``compared_value``, the other gets the context ``comparison`` and the comparator as its population.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Any

from extractor.language.data_files import pattern_file
from extractor.language.expressions import Expressions
from extractor.language.prefilter import Searchable
from schemas.document import Block
from schemas.finding import Finding

_FORMS = Expressions("comparisons")
_SHARES = {"percentage", "fraction", "ratio", "rate"}
_REACH = 120  # characters before a figure that can name its comparator


@cache
def rules() -> dict[str, Any]:
    """What ``comparisons.yaml`` holds beside its expressions: examples, traps."""
    return dict(pattern_file("comparisons"))


def tie_comparisons(findings: list[Finding], block: Block, own_family: bool) -> None:
    """Tie the figures of one block to those that they are held against.

    Args:
        findings: of the block, in order; they are changed.
        block: a row's cells are tied by the headings of their columns.
        own_family: the report is of a family whose figures are the inspectors' own findings.
    """
    if block.kind == "row":
        _tie_row(findings)
        return
    before: Finding | None = None  # the last figure of the sentence before
    for _, group in groupby(findings, key=lambda one: one.sentence):
        sentence = _Sentence(list(group), block)
        before = sentence.tie(before)
        for one in sentence.findings:
            if one.compared_with is not None and one.context == "comparison":
                one.context = "finding" if own_family else "score"


class _Sentence:
    """The figures of one sentence, and which of them are others' figures."""

    def __init__(self, findings: list[Finding], block: Block) -> None:
        self.findings, self.text = findings, findings[0].sentence
        first = findings[0]
        offset = block.text.rfind(self.text, 0, first.start + len(self.text))
        self.spans = [(one.start - offset, one.end - offset) for one in findings]
        self.others = self._others()

    def tie(self, before: Finding | None) -> Finding | None:
        """Fill in the comparisons; the one own figure, to which the next sentence may refer."""
        back = _FORMS.points_back.match(self.text) is not None or self._opens_with_other()
        for index, who in self.others.items():
            other = self.findings[index]
            other.context, other.population = "comparison", who
            compared = self._own_before(index) or (before if back else None)
            alike = compared is not None and (compared.kind == "rate") == (other.kind == "rate")
            if compared is not None and alike and compared.compared_with is None:
                compared.compared_with, compared.compared_value = who, other.value
        self._tie_without_figure()
        own = [one for at, one in enumerate(self.findings) if self._is_own(at)]
        return own[0] if len(own) == 1 else None

    def _others(self) -> dict[int, str]:
        """The comparator of each figure that is another's, by the figure's index."""
        found: dict[int, str] = {}
        for index in range(len(self.findings)):
            who = self._comparator(index, found.get(index - 1))
            if who is not None:
                found[index] = who
        return found

    def _comparator(self, index: int, last: str | None) -> str | None:
        """Whose figure this is: named before it, behind it, or in a list of comparators."""
        before, after = self._before(index), self._after(index)
        if _FORMS.still_told.match(after):
            return None
        named = _FORMS.valued.search(before)
        if named and _FORMS.mark.search(named["who"]):
            return _clean(named["who"])
        if _FORMS.bare.search(before):
            behind = _FORMS.behind.match(self.text[self.spans[index][1] :])
            return _clean(behind["place"] or behind["else"]) if behind else None
        chained = _FORMS.chained.match(before) if last is not None else None
        if chained is None:
            return None
        if chained["who"]:
            return _clean(chained["who"]) if _FORMS.mark.search(chained["who"]) else None
        return (
            last if _FORMS.respectively.match(after) or _FORMS.several.search(last or "") else None
        )

    def _tie_without_figure(self) -> None:
        """ "…, which is better than the national average": no figure is given for it."""
        for index, finding in enumerate(self.findings):
            if not self._is_own(index) or finding.compared_with is not None:
                continue
            who = self._named_alone(self._after(index)) or self._named_alone(
                self._before(index), _FORMS.answered_by
            )
            if who:
                finding.compared_with = _clean(who)

    @staticmethod
    def _named_alone(text: str, closing: Searchable | None = None) -> str | None:
        """A comparator without a figure in a text; ``closing`` must follow it."""
        named = _FORMS.alone.search(text)
        if named is None or _FORMS.parted.search(text[: named.start()]):
            return None
        if closing is not None and not closing.match(text[named.end() :]):
            return None
        who = named["who"] or named["place"]
        return who if _FORMS.mark.search(who) else None

    def _own_before(self, index: int) -> Finding | None:
        """The nearest figure before a comparator's that is no comparator's."""
        before = (at for at in range(index - 1, -1, -1) if self._is_own(at))
        return next((self.findings[at] for at in before), None)

    def _is_own(self, index: int) -> bool:
        if index in self.others or self.findings[index].kind not in _SHARES:
            return False
        return not _FORMS.past.search(self._before(index))

    def _opens_with_other(self) -> bool:
        """ "The England average in the same period was 11%." """
        return 0 in self.others and self.text.startswith(self.others[0])

    def _before(self, index: int) -> str:
        start = self.spans[index][0]
        left = self.spans[index - 1][1] if index else 0
        return self.text[max(left, start - _REACH) : start]

    def _after(self, index: int) -> str:
        end = len(self.text) if index + 1 == len(self.spans) else self.spans[index + 1][0]
        return self.text[self.spans[index][1] : end]


def _clean(who: str) -> str:
    """A comparator without the article and the words that lead to it."""
    return _FORMS.leading.sub("", who).strip(" ,(")


def _tie_row(findings: list[Finding]) -> None:
    """A column of national figures is what the other columns of its row are held against."""
    column = _FORMS.column
    others = [one for one in findings if one.predicate and column.search(one.predicate)]
    own = [one for one in findings if one not in others and one.kind in _SHARES]
    if not others or not own:
        return
    for one in own:
        one.compared_with, one.compared_value = others[0].predicate, others[0].value
    for other in others:
        other.context = "comparison"
        other.population, other.predicate = other.predicate, other.population
