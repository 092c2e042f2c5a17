"""The contents page against the headings: their pages and their wording."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractor.checks.check_model import Certainty, Check, Example
from extractor.checks.evidence import Evidence
from extractor.checks.problem_places import at_block, problem
from schemas.document import Block, Section
from schemas.plain import plain_words
from schemas.problem import Problem
from schemas.report import Report

_ENTRY = re.compile(
    r"(?P<title>.*?\w.*?)[\s.…·_]*\s*(?P<label>(?<!\d)(?<!\d\.)\d{1,3}|\b[ivxlc]{1,6})\s*", re.I
)
# Share of letters in order that two titles have in common: "judgments" and "judgements". At 0.74 a
# shortened title is taken for another wording.
_ALIKE = 0.93
# Share of the entries that must agree, or the printed page numbers were not read. 0.48 and 0.72
# change nothing in 141 reports.
_MOST = 0.6


@dataclass(frozen=True)
class _Entry:
    """A line of the contents page: title, printed page number, and where it stands."""

    title: str
    label: str
    block: Block


def find(evidence: Evidence) -> Iterator[Problem]:
    """Entries whose heading stands on another page or is worded otherwise."""
    report = evidence.report
    entries = _once([entry for block in report.blocks if (entry := _entry(block))])
    if not entries:
        return
    titled = _titles(report)
    known = [entry for entry in entries if entry.title in titled]
    wrong = [one for one in known if one.label not in _labels(titled[one.title])]
    if len(known) - len(wrong) < _MOST * max(len(known), 1):
        return
    for entry in wrong:
        sections = titled[entry.title]
        if all(section.page_label for section in sections):
            pages = " and ".join(f"page {label}" for label in _labels(sections))
            yield _problem(evidence, entry, sections[-1], pages)
    once = {title: named[0] for title, named in titled.items() if len(named) == 1}
    for entry in entries:
        if entry.title not in titled:
            other = _worded_otherwise(entry, once, {one.title for one in entries})
            if other is not None:
                yield _problem(evidence, entry, other, f"“{other.title}”")


def _entry(block: Block) -> _Entry | None:
    match = _ENTRY.fullmatch(block.text) if block.kind == "contents" else None
    if match is None:
        return None
    return _Entry(plain_words(match["title"]), match["label"].lower(), block)


def _once(entries: list[_Entry]) -> list[_Entry]:
    """Entries whose title the contents page has once."""
    times = Counter(one.title for one in entries)
    return [one for one in entries if times[one.title] == 1]


def _titles(report: Report) -> dict[str, list[Section]]:
    """Headings by title, alone and behind their number; a summary's may be those of chapters."""
    found: defaultdict[str, list[Section]] = defaultdict(list)
    for section in report.sections:
        texts = (section.title, f"{section.number or ''} {section.title}")
        for title in {plain_words(text) for text in texts}:
            found[title].append(section)
    return dict(found)


def _labels(sections: list[Section]) -> list[str | None]:
    """The printed pages on which a title stands, each once."""
    return list(dict.fromkeys(section.page_label for section in sections))


def _worded_otherwise(
    entry: _Entry, sections: dict[str, Section], named: set[str]
) -> Section | None:
    """The one heading on the entry's page that is called nearly so."""
    alike = {
        section.section_id: section
        for title, section in sections.items()
        if title not in named
        and section.page_label == entry.label
        and SequenceMatcher(None, entry.title, title).ratio() >= _ALIKE
    }
    return next(iter(alike.values())) if len(alike) == 1 else None


def _problem(evidence: Evidence, entry: _Entry, section: Section, printed: str) -> Problem:
    return problem(
        CHECK.code,
        "warning",
        f"The contents page has “{entry.block.text}”; the heading has {printed}.",
        [
            at_block(evidence.report, block)
            for block in (entry.block, evidence.blocks[section.block_id])
        ],
    )


_HEADINGS = """
    # Foreword
    # Summary
    # Findings
    ## 1. Planning
    # Glossary
"""
_CONTENTS = "Foreword .... 6\nSummary .... 7\nFindings .... 8\n1. Planning .... 9\n"
_MORE_CONTENTS = "Foreword .... 7\nSummary .... 8\nFindings .... 9\n1. Planning .... 10\n"

CHECK = Check(
    code="contents_page",
    find=find,
    severities={"warning": ""},
    certainty=Certainty.STRUCTURE,
    order=3,
    sees="an entry whose heading stands on another printed page, or is worded a little otherwise",
    cannot_see="entries whose heading was not read",
    examples=(
        Example(
            f"{_CONTENTS}Glossary .... 11{_HEADINGS}",
            says="The contents page has “Glossary .... 11”; the heading has page 10.",
        ),
        Example(
            f"{_MORE_CONTENTS}Glossary .... 11\nWhat the inspection judgments mean .... 12"
            f"{_HEADINGS}# What the inspection judgements mean",
            says="The contents page has “What the inspection judgments mean .... 12”; the heading "
            "has “What the inspection judgements mean”.",
        ),
    ),
    traps=(
        f"{_CONTENTS}Glossary .... 10{_HEADINGS}",
        f"{_MORE_CONTENTS}Glossary .... 11\nRecord of main findings .... 19{_HEADINGS}",  # not read
        f"{_MORE_CONTENTS}Glossary .... 11\nGlossary .... 30{_HEADINGS}",  # there twice
        # The printed numbers were not read.
        f"Foreword .... 1\nSummary .... 2\nFindings .... 3\nGlossary .... 4{_HEADINGS}",
    ),
)
