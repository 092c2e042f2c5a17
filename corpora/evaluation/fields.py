"""Whether a finding says of a statement what the coder says of it, field by field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpora.evaluation.gold import GoldRow
from corpora.evaluation.pairing import Found
from corpora.evaluation.texts import plain, plain_words
from extractor.language.similarity import likeness_in_words

CATEGORIES = ("kind", "polarity", "context", "criterion")  # of which kappa is computed
_ONLY_WHERE_CODED = ("kind", "population", "predicate", "polarity", "context", "page")
_SLACK = 0.11  # percentage points: a coder writes 66.6 or 66.7 for two-thirds
_ALIKE_PHRASES = 80.0
_LONGER, _LONGER_BY = 3, 40  # a phrase that contains the coder's may be so much longer


def is_coded(name: str, row: GoldRow) -> bool:
    """Whether the coder decided a field: an empty value says "none", or that it was left open."""
    if name in _ONLY_WHERE_CODED:
        return row.fields.get(name) is not None
    return name in row.fields


def agrees(name: str, row: GoldRow, found: Found) -> bool:
    """Whether a finding has in a field what the coder has."""
    return _RULES[name](row.fields.get(name), found.get(name), found)


def label(value: Any) -> str:
    """A category as both sides write it; nothing for none."""
    return "" if value is None else str(value)


def _same(coded: Any, extracted: Any, _found: Found) -> bool:
    return label(coded) == label(extracted)


def _same_words(coded: Any, extracted: Any, _found: Found) -> bool:
    return plain(label(coded)) == plain(label(extracted))


def _same_share(coded: Any, extracted: Any, _found: Found) -> bool:
    return coded == extracted or (
        None not in (coded, extracted) and abs(coded - extracted) <= _SLACK
    )


def _same_number(coded: Any, extracted: Any, _found: Found) -> bool:
    return bool(coded == extracted)


def _same_paragraph(coded: Any, extracted: Any, _found: Found) -> bool:
    return label(coded).strip(".") == label(extracted).strip(".")


def _alike(coded: Any, extracted: Any, _found: Found) -> bool:
    """Whether two phrases are alike in their words, and the finding's not far longer."""
    one, other = plain_words(label(coded)), plain_words(label(extracted))
    if not other or len(other) > _LONGER * len(one) + _LONGER_BY:
        return False
    return likeness_in_words(one, other) >= _ALIKE_PHRASES


def _same_page(coded: Any, _extracted: Any, found: Found) -> bool:
    """The page on which the sentence begins; or that of the quantity, if it runs over."""
    return coded in (found["sentence_page"], found["page"])


_RULES: dict[str, Callable[[Any, Any, Found], bool]] = {
    "kind": _same,
    "value": _same_share,
    "modifier": _same_words,
    "numerator": _same_number,
    "denominator": _same_number,
    "population": _alike,
    "predicate": _alike,
    "polarity": _same,
    "context": _same,
    "paragraph": _same_paragraph,
    "criterion": _same,
    "page": _same_page,
}
