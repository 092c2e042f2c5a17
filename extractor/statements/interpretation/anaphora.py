"""Figures that are only pointed to, or compared with: they have the polarity of their owner.

"This has risen to 58%" says nothing of what is measured; the figure before it does.
"""

from __future__ import annotations

import re
from itertools import groupby

from extractor.language.expressions import Expressions
from extractor.statements.interpretation.polarity import is_undesired
from schemas.document import Block
from schemas.finding import Finding

_FORMS = Expressions("anaphora")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z0-9])")
_HARD = {"percentage", "fraction", "ratio", "rate"}


def carry_polarity(findings: list[Finding], block: Block) -> None:
    """Give figures that are pointed to or compared with the polarity of what they belong to.

    Args:
        findings: of one block, in order; they are changed.
        block: for the sentence before one that points back and has no figure of its own.
    """
    last: Finding | None = None
    for sentence, group in groupby(findings, key=lambda one: one.sentence):
        told = [one for one in group if one.kind in _HARD and not one.change]
        earlier = last if last and _points_back(sentence, told) else None
        here: Finding | None = None
        for one in told:
            if one.context in ("comparison", "target"):
                _take(one, here or earlier, sentence, block)
            elif _is_pointed_to(one):
                _take(one, here or last, sentence, block)
                here = one
            else:
                if here and here.context == "finding" and one.population == here.population:
                    one.context = "finding"
                here = one
        last = here or earlier


def _points_back(sentence: str, told: list[Finding]) -> bool:
    """Whether a sentence goes on with the figure before: "This is …", "The England average …"."""
    who = (told[0].population or "").lower() if told and told[0].context == "comparison" else ""
    named = bool(who) and sentence.lower().startswith(who)
    return named or _FORMS.points.match(sentence) is not None


def _is_pointed_to(finding: Finding) -> bool:
    """Whether what it measures is said only by a pronoun or a word such as "figure"."""
    predicate = finding.predicate or ""
    return bool(_FORMS.pointed.match(predicate) or _FORMS.figure_is.search(predicate))


def _take(finding: Finding, source: Finding | None, sentence: str, block: Block) -> None:
    if source is not None:
        finding.polarity = source.polarity
        if source.context == "demographic" and finding.context == "score":
            finding.context = "demographic"
    elif _FORMS.points.match(sentence) or finding.context != "comparison":
        before = f"| {_sentence_before(block.text, sentence)}"
        if is_undesired(before):
            finding.polarity = "-"
        elif finding.population is None and len(before) > 2:
            finding.polarity = "+"


def _sentence_before(text: str, sentence: str) -> str:
    """The sentence that stands right before another in a block, in lower case."""
    before = text.partition(sentence)[0].rstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    return before[ends[-1] if ends else 0 :].lower()
