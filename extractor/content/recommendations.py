"""Recommendations, key strengths and areas for improvement: the lists under such headings."""

from __future__ import annotations

from extractor.content.settings import CONTENT
from extractor.language.nlp import grammar
from extractor.language.patterns import Pattern
from schemas.document import Block, Section
from schemas.framework import Framework
from schemas.rating import Recommendation


def read_recommendations(
    blocks: list[Block], sections: list[Section], framework: Framework | None
) -> list[Recommendation]:
    """Every list item and numbered paragraph under a heading that announces them."""
    by_id = {section.section_id: section for section in sections}
    announced = {title: _announced(title) for title in {section.title for section in sections}}
    kinds = {section.section_id: _kind(section, by_id, announced) for section in sections}
    found = []
    for block in blocks:
        kind = kinds.get(block.section_id or "")
        listed = block.kind == "item" or (block.kind == "paragraph" and block.number)
        if kind and listed and block.panel is None:
            section = by_id[block.section_id or ""]
            found.append(
                Recommendation.model_construct(
                    kind=kind,
                    criterion=section.criterion or _outcome(section, framework),
                    number=block.number if any(map(str.isdigit, block.number or "")) else None,
                    text=block.text,
                    page=block.page,
                    block_id=block.block_id,
                    section_id=section.section_id,
                )
            )
    return found


def _announced(title: str) -> str | None:
    """What a heading says of the list under it."""
    if len(title.split()) > CONTENT.announcement_words:
        return None
    title = title.rstrip(" ?:.")
    for match in grammar("recommendations", model=Pattern).find(title):
        if match.end == len(title):  # "Key strengths and weaknesses" are both
            return match.pattern.label
    return None


def _kind(
    section: Section, sections: dict[str, Section], announced: dict[str, str | None]
) -> str | None:
    """What a section's list is, by its own heading, else by the one above ("Immediately:")."""
    at: Section | None = section
    while at is not None:
        if announced[at.title]:
            return announced[at.title]
        at = sections.get(at.parent_id or "")
        if at is not None and at.level == 1 and at is not section:
            return None
    return None


def _outcome(section: Section, framework: Framework | None) -> str | None:
    return framework.outcome_of_part(section.part) if framework else None
