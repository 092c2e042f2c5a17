"""Headings of published reports against the outlines that readers of them wrote down."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from extractor import pipeline
from schemas.document import Section
from schemas.report import Report
from tests.extractor.gold import plain
from tests.readings import Reading
from tests.stripped import strip_reading

Heading = dict[str, Any]
ALIKE = 90
MANY = 25  # headings of a gold that is scored alone too
GOLDS = {
    "northamptonshire-word": ("northamptonshire-word.pdf", range(1, 36)),
    "bradford_2014_sif": ("ofsted/bradford_2014_sif.pdf", range(1, 35)),
    "tameside_2016_sif": ("ofsted/tameside_2016_sif.pdf", range(1, 42)),
    "blackpool_2019_ilacs": ("ofsted/blackpool_2019_ilacs.pdf", range(1, 14)),
}


@dataclass
class Match:
    """The headings of a gold, those found, and the pairs of the two that are one heading."""

    gold: list[Heading]
    found: list[Section]
    pairs: list[tuple[Heading, Section]]

    @property
    def steps(self) -> list[bool]:
        """For each two neighbours of the gold, whether the second is as much deeper or higher."""
        return [
            sign(two["level"] - one["level"]) == sign(second.level - first.level)
            for (one, first), (two, second) in pairwise(self.pairs)
        ]

    @property
    def differences(self) -> tuple[list[Heading], list[tuple[str, int]]]:
        """What was missed, and what was found and is none."""
        paired = [id(one) for one, _ in self.pairs]
        hit = [section.section_id for _, section in self.pairs]
        missed = [one for one in self.gold if id(one) not in paired]
        return missed, [(s.title, s.page) for s in self.found if s.section_id not in hit]


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def comparable(title: str) -> str:
    """The title without its number."""
    return re.sub(r"^[\d.]+\s*", "", plain(title))


def matched(gold: list[Heading], found: list[Section]) -> Match:
    """One-to-one pairs in the order of the gold: titles alike, pages the same or next."""
    left, pairs = list(found), []
    for heading in gold:
        near = [section for section in left if abs(section.page - heading["page"]) <= 1]
        likeness = {
            section.section_id: fuzz.ratio(comparable(heading["title"]), comparable(section.title))
            for section in near
        }
        best = max(near, key=lambda section: likeness[section.section_id], default=None)
        if best is not None and likeness[best.section_id] >= ALIKE:
            pairs.append((heading, best))
            left.remove(best)
    return Match(gold, found, pairs)


def f1(matches: list[Match]) -> float:
    """Of all matches together: twice the pairs over all headings of both sides."""
    both = sum(len(match.gold) + len(match.found) for match in matches)
    return 2 * sum(len(match.pairs) for match in matches) / both


@pytest.fixture(scope="module")
def outlines(gold_folder: Path) -> dict[str, list[Heading]]:
    found = {}
    for name, (_, pages) in GOLDS.items():
        structure = json.loads((gold_folder / f"{name}.structure.json").read_text(encoding="utf-8"))
        found[name] = [heading for heading in structure["outline"] if heading["page"] in pages]
    return found


def against(outlines: dict[str, list[Heading]], reports: dict[str, Report]) -> dict[str, Match]:
    return {
        name: matched(outlines[name], [s for s in reports[name].sections if s.page in pages])
        for name, (_, pages) in GOLDS.items()
    }


@pytest.fixture(scope="module")
def matches(
    outlines: dict[str, list[Heading]], published: Callable[[str], Reading]
) -> dict[str, Match]:
    return against(outlines, {name: published(file).report for name, (file, _) in GOLDS.items()})


def test_the_golds_are_whole(outlines: dict[str, list[Heading]]) -> None:
    counts = {name: len(outline) for name, outline in outlines.items()}
    assert counts == {
        "northamptonshire-word": 49,
        "bradford_2014_sif": 29,
        "tameside_2016_sif": 30,
        "blackpool_2019_ilacs": 4,
    }


def test_headings_of_all_golds_together(matches: dict[str, Match]) -> None:
    differences = {name: match.differences for name, match in matches.items()}
    assert f1(list(matches.values())) >= 0.98, differences


@pytest.mark.parametrize("name", GOLDS)
def test_headings_of_each_gold(name: str, matches: dict[str, Match]) -> None:
    match = matches[name]
    if len(match.gold) < MANY:  # too few for a share: none may be missed
        assert match.differences[0] == []
    else:
        assert f1([match]) >= 0.95, match.differences


def test_nesting_of_neighbours(matches: dict[str, Match]) -> None:
    steps = [step for match in matches.values() for step in match.steps]
    assert len(steps) > 100
    assert sum(steps) >= 0.97 * len(steps)


def test_headings_are_found_without_tags_and_bookmarks(
    outlines: dict[str, list[Heading]],
    matches: dict[str, Match],
    published: Callable[[str], Reading],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stripped = strip_reading(monkeypatch, lines=False)
    reports = {
        name: pipeline.read_report(published(file).path) for name, (file, _) in GOLDS.items()
    }
    assert min(stripped) > 0, "a report without tags proves nothing"
    sources = "+".join(s.source for one in reports.values() for s in one.sections)
    assert not set(sources.split("+")) & {"tag", "bookmark"}
    plainly = against(outlines, reports)
    lost = f1(list(matches.values())) - f1(list(plainly.values()))
    assert lost < 0.03, {name: match.differences for name, match in plainly.items()}
