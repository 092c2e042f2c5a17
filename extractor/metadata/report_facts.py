"""What a report says of itself: title, body, dates, names; null where it does not say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, zip_longest
from typing import Any

from pydantic import Field

from extractor.content.people import read_team
from extractor.language.data_files import pattern_file
from extractor.language.prefilter import folded, required_pieces
from extractor.language.word_lists import Regex
from extractor.layout.model import BlockDraft
from extractor.metadata.dates import iso_date, iso_range
from extractor.metadata.settings import METADATA
from extractor.metadata.titles import full_title, largest_text
from schemas.document import Block, Metadata, Model
from schemas.framework import Framework
from schemas.plain import holds


class MetadataRule(Model):
    """One regular expression for one field, with examples and traps."""

    id: str
    field: str
    regex: Regex
    first_pages: int | None = None
    last_pages: int | None = None
    examples: list[tuple[str, str]] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)

    def value(self, text: str) -> str | None:
        """What the rule finds in a text."""
        match = re.search(self.regex, text)
        return match["value"].strip() if match else None

    @property
    def pieces(self) -> list[str]:
        """Pieces in lower case, one of which stands in every text that it finds something in."""
        return sorted(map(str.lower, required_pieces(self.regex) or ()))


class _Windows:
    """The texts in which fields are looked for, with their pages, and which of them hold a word."""

    def __init__(self, blocks: list[Block]) -> None:
        self._texts = _windows(blocks)
        lower = [folded(text) for _, text in self._texts]
        self._whole = "\n".join(lower)
        self._ends = list(accumulate(len(text) + 1 for text in lower))

    def holding(self, pieces: list[str]) -> list[tuple[int, str]]:
        """Page and text of those that hold one of the pieces; all without."""
        if not pieces:
            return self._texts
        numbers = {number for piece in pieces for number in self._holding(piece)}
        return [self._texts[number] for number in sorted(numbers)]

    def _holding(self, piece: str) -> Iterator[int]:
        at = self._whole.find(piece)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._whole.find(piece, self._ends[number])


@cache
def metadata_rules() -> tuple[MetadataRule, ...]:
    """The rules of ``extractor/metadata/report_facts.yaml`` in order."""
    return tuple(map(MetadataRule.model_validate, pattern_file("report_facts")))


def read_metadata(
    blocks: list[Block], drafts: list[BlockDraft], framework: Framework | None
) -> Metadata:
    """Metadata of a report from its blocks; drafts give the type sizes of its first page."""
    found = _fields(blocks)
    metadata = Metadata(
        title=largest_text(drafts),
        isbn=found.get("isbn"),
        urn=found.get("urn"),
        lead_inspector=_clean(found.get("lead_inspector")),
        chief_inspector=_clean(found.get("chief_inspector")),
        published=iso_date(found.get("published", "")),
        sample_size=int(found["sample_size"]) if "sample_size" in found else None,
    )
    if "fieldwork" in found:
        metadata.fieldwork_start, metadata.fieldwork_end = iso_range(found["fieldwork"])
    metadata.team = read_team(blocks)
    metadata.body, metadata.inspectorate = found.get("body"), _inspectorate(blocks)
    if "staff_interviewed" in found:
        metadata.staff_interviewed = int(found["staff_interviewed"])
    if framework:
        _add_framework(metadata, blocks, framework)
    metadata.title = full_title(metadata.title, drafts)
    return metadata


@cache
def _inspectorates() -> dict[str, tuple[list[str], re.Pattern[str]]]:
    """Names of inspectorates, each with all its names and the pattern of them."""
    known: list[dict[str, Any]] = pattern_file("inspectorates")
    names = {one["name"]: [one["name"], *one["aliases"]] for one in known}
    return {
        name: (own, re.compile("|".join(rf"\b{re.escape(one)}\b" for one in own)))
        for name, own in names.items()
    }


def _inspectorate(blocks: list[Block]) -> str | None:
    """The inspectorate that the first and last pages name most often; None where two are level."""
    first, last = METADATA.first_pages, max((block.page for block in blocks), default=0)
    behind = last - METADATA.last_pages
    text = "\n".join(one.text for one in blocks if one.page <= first or one.page > behind)
    counts = {
        name: len(pattern.findall(text))
        for name, (names, pattern) in _inspectorates().items()
        if any(map(text.__contains__, names))
    }
    most = max(counts.values(), default=0)
    named = [name for name, count in counts.items() if count == most]
    return named[0] if most and len(named) == 1 else None


def _fields(blocks: list[Block]) -> dict[str, str]:
    last = max((block.last_page for block in blocks), default=0)
    windows = _Windows(blocks)
    found: dict[str, str] = {}
    for rule in metadata_rules():
        if rule.field in found:
            continue
        for page, text in windows.holding(rule.pieces):
            if rule.first_pages and page > rule.first_pages:
                break
            if rule.last_pages and page <= last - rule.last_pages:
                continue
            value = rule.value(text)
            if value is not None:
                found[rule.field] = value
                break
    return found


def _windows(blocks: list[Block]) -> list[tuple[int, str]]:
    """Each block's text, and for short blocks also together with the next (a signature's lines)."""
    windows = []
    for block, after in zip_longest(blocks, blocks[1:]):
        windows.append((block.page, block.text))
        if after and len(block.text) < METADATA.label and after.page == block.page:
            windows.append((block.page, f"{block.text}\n{after.text}"))
    return windows


def _clean(name: str | None) -> str | None:
    return name.strip(" .\t\n") or None if name else None


def _add_framework(metadata: Metadata, blocks: list[Block], framework: Framework) -> None:
    metadata.inspectorate = framework.inspectorate
    area = _area(metadata, blocks, framework)
    if area is None:
        return
    metadata.body = area
    if framework.body_patterns:
        text = " ".join(block.text for block in blocks)
        names = (pattern.replace("{area}", area) for pattern in framework.body_patterns)
        metadata.body = next((name for name in names if holds(text, name)), area)


def _area(metadata: Metadata, blocks: list[Block], framework: Framework) -> str | None:
    """The inspected area from the title, which a cover may print apart from it."""
    if not framework.title_pattern:
        return None
    pattern = re.compile(framework.title_pattern, re.I)
    first = (block.text for block in blocks[: METADATA.area_blocks])
    short = (text for text in first if len(text) < METADATA.area_letters)
    for text in (metadata.title or "", *short):
        match = pattern.match(text)
        if match:
            metadata.title = text
            return match["area"].strip()
    return None
