"""The chapter of the report that a finding belongs to, also where it stands in a summary."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.restatements.wording import rules, short_heading, stems
from schemas.document import Section
from schemas.finding import Finding


class Chapters:
    """Knows the chapters by their headings, which a summary often repeats over its paragraphs."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._parts: dict[frozenset[str], str | None] = {}
        for section in sections:
            if section.part and section.part not in rules()["short_parts"]:
                title = frozenset(stems(section.title))
                known = self._parts.setdefault(title, section.part)
                if known != section.part:  # "Summary" of one chapter and of another
                    self._parts[title] = None

    def of(self, finding: Finding) -> str | None:
        """The part of the report that tells in full what the finding is about."""
        if finding.part and finding.part not in rules()["short_parts"]:
            return finding.part
        title = finding.section or ""
        return None if short_heading(title) else self._parts.get(frozenset(stems(title)))
