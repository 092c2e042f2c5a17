"""The account of every figure seen: a finding, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from extractor.language.expressions import Expressions
from extractor.reading.model import Document
from schemas.document import Block, Furniture
from schemas.finding import Finding, LedgerEntry

_SAID = Expressions("ledger")
PERCENT = re.compile(r"%|\bper ?cent\b|(?<=\d)per ?cent\b", re.I)
# The same over a text in lower case, where looking for the letters first is faster.
_PER_CENT = re.compile(r"per(?<![^\W\d]per) ?cent\b").findall
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = rf"(?:\d+|{_UNITS}|{_TEENS}|(?:{_TENS})(?:-(?:{_UNITS}))?)"
_OF = "(?:the |these |those |its |their |our )?"
_YEAR = r"(?:19|20)\d\d\b"
_ORDINAL = "third|fifth|sixth|seventh|eighth|ninth|tenth"
_FRACTION = re.compile(
    rf"\b(?:(?:{_UNITS})[- ])?(?:half|halves|quarters?|(?:{_ORDINAL})s?)\b", re.I
)
_RATIO = re.compile(
    rf"\b{_NUMBER} (?:(?:out )?of {_OF}|in (?:every )?)(?!{_YEAR}){_NUMBER}\b", re.I
)
_FORMS: list[tuple[Literal["percent", "fraction", "ratio"], re.Pattern[str]]] = [
    ("percent", PERCENT),
    ("fraction", _FRACTION),
    ("ratio", _RATIO),
]
_PARTS = ("half", "halves", "quarter", *_ORDINAL.split("|"))
_BASE = rf"(?:\d|{_UNITS}|{_TEENS}|{_TENS})"
_OF_BASE = re.compile(rf" of {_OF}(?!{_YEAR}){_BASE}").search
_IN_BASE = re.compile(rf" in (?:every )?(?!{_YEAR}){_BASE}").search
# A form whose hint is not in the text, in lower case, is not looked for.
_HINTS: dict[str, Callable[[str], object]] = {
    "percent": lambda lower: "%" in lower or "per cent" in lower or "percent" in lower,
    "fraction": lambda lower: any(map(lower.__contains__, _PARTS)),
    "ratio": lambda lower: _OF_BASE(lower) or _IN_BASE(lower),
}
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
    return sum(text.count("%") + len(_PER_CENT(text)) for text in texts)


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


def _forms(text: str) -> list[tuple[Literal["percent", "fraction", "ratio"], re.Match[str]]]:
    lower = text.lower()
    return [
        (kind, match)
        for kind, form in _FORMS
        if _HINTS[kind](lower)
        for match in form.finditer(text)
    ]


def _of_block(block: Block, findings: list[Finding]) -> list[LedgerEntry]:
    entries = []
    for kind, match in _forms(block.text):
        owner = next((f for f in findings if f.start < match.end() and f.end > match.start()), None)
        words = block.words_of(match.start(), match.end())
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
    if kind == "percent" and not _SAID.number_before.search(block.text[: match.start()]):
        return "no number before the sign"
    return "unknown" if kind == "percent" else _other_sense(block.text, kind, match)


def _other_sense(text: str, kind: str, match: re.Match[str]) -> str:
    """What a fraction in words or "n of m" is, if it is no share."""
    before = text[max(0, match.start() - _CONTEXT) : match.start()]
    if _SAID.period.match(text, match.start()):
        return "time or date"
    if kind == "fraction":
        if match.group().lower() == "quarter" and _SAID.quarter_of_a_year.search(before):
            return "time or date"
        if _SAID.rank.match(text, match.start()) or _SAID.at_an_end.search(before):
            return "rank or relation"
    return "unknown"


def _around(text: str, match: re.Match[str]) -> str:
    start = max(0, match.start() - _CONTEXT)
    return text[start : match.end() + _CONTEXT].strip()
