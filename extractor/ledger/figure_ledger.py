"""The account of every figure seen: a finding, or the reason why it is none."""

from __future__ import annotations

import re
from typing import Literal

from extractor.language.expressions import Expressions
from extractor.language.prefilter import Searchable, lower_case
from extractor.reading.model import Document
from schemas.document import Block, Furniture
from schemas.finding import Finding, LedgerEntry

_FORMS = Expressions("ledger")
Kind = Literal["percent", "fraction", "ratio"]
Form = tuple[Kind, re.Match[str]]
_REASONS = {
    "chart": "chart label",
    "contents": "contents page",
    "cover": "cover or divider page",
    "heading": "heading",
}
_CONTEXT = 30


def count_percent_signs(document: Document) -> int:
    """Percent signs and "per cent" in the words as read, before any layout: the ledger's check."""
    texts = (" ".join([word.text for word in page.words]).lower() for page in document.pages)
    return sum(text.count("%") + len(_FORMS.per_cent.findall(text)) for text in texts)


def keep_ledger(
    blocks: list[Block], furniture: list[Furniture], findings: list[Finding]
) -> list[LedgerEntry]:
    """One entry for each figure form on the pages, furniture and charts included."""
    by_block: dict[str, list[Finding]] = {}
    for finding in findings:
        by_block.setdefault(finding.block_id, []).append(finding)
    entries = []
    for block in blocks:
        entries += _of_block(block, by_block.get(block.block_id, []))
    for piece in furniture:
        for kind, match in _forms(piece.text):
            text = _around(piece.text, match)
            entries.append(
                LedgerEntry(kind=kind, page=piece.box.page, text=text, reason="page furniture")
            )
    return entries


def _forms(text: str) -> list[Form]:
    """Every form of a figure in a text, found in lower case."""
    lower = lower_case(text)
    forms: list[tuple[Kind, Searchable]] = [
        ("percent", _FORMS.percent),
        ("fraction", _FORMS.fraction),
        ("ratio", _FORMS.ratio),
    ]
    return [(kind, match) for kind, form in forms for match in form.finditer(lower)]


def _of_block(block: Block, findings: list[Finding]) -> list[LedgerEntry]:
    entries = []
    for kind, match in _forms(block.text):
        start, end = match.span()
        owner = next((one for one in findings if one.start < end and one.end > start), None)
        words = block.words_of(start, end)
        entries.append(
            LedgerEntry.unchecked(
                kind=kind,
                page=words[0].page if words else block.page,
                text=_around(block.text, match),
                finding_id=owner.finding_id if owner else None,
                reason=None if owner else _reason(block, kind, match),
            )
        )
    return entries


def _reason(block: Block, kind: str, match: re.Match[str]) -> str:
    if block.kind in _REASONS:
        return _REASONS[block.kind]
    if block.text[: match.start()].endswith("%"):
        return "sign printed twice"
    if kind == "percent" and not _FORMS.number_before.search(block.text[: match.start()]):
        return "no number before the sign"
    return "unknown" if kind == "percent" else _other_sense(block.text, kind, match)


def _other_sense(text: str, kind: str, match: re.Match[str]) -> str:
    """What a fraction in words or "n of m" is, if it is no share."""
    before = text[max(0, match.start() - _CONTEXT) : match.start()]
    if _FORMS.period.match(text, match.start()):
        return "time or date"
    if kind == "fraction":
        if match.group() == "quarter" and _FORMS.quarter_of_a_year.search(before):
            return "time or date"
        if _FORMS.rank.match(text, match.start()) or _FORMS.at_an_end.search(before):
            return "rank or relation"
    return "unknown"


def _around(text: str, match: re.Match[str]) -> str:
    start = max(0, match.start() - _CONTEXT)
    return text[start : match.end() + _CONTEXT].strip()
