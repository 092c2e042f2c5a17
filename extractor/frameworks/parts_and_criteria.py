"""Where a heading leads in the framework: the part that it opens, the criterion that it names."""

from __future__ import annotations

from typing import NamedTuple

from extractor.frameworks.grades import GradeReader
from extractor.language.similarity import Resolved, best_match
from schemas.document import Match, Section
from schemas.framework import Framework


class Placement(NamedTuple):
    """Part and criterion of a section; the criteria that its heading comes near to."""

    part: str | None = None
    criterion: str | None = None
    candidates: list[Match] = []


class Placer:
    """Gives headings their part and criterion, in reading order."""

    def __init__(self, framework: Framework | None) -> None:
        self._framework = framework
        graded = framework is not None and framework.scale.kind == "grades"
        self._grades = GradeReader(framework) if framework and graded else None

    def place(self, title: str, parent: Section | None) -> Placement:
        """Part, criterion and candidates of a heading under ``parent``."""
        framework = self._framework
        if framework is None:
            return Placement()
        part, candidates = self._part(title, parent, framework)
        if not framework.criteria:  # the outcome itself is what is inspected
            return Placement(part, framework.outcome_of_part(part), candidates)
        own = criterion_of(title, part, framework)
        above = parent.criterion if parent else None
        return Placement(part, own.id or above, own.candidates)

    def _part(
        self, title: str, parent: Section | None, framework: Framework
    ) -> tuple[str | None, list[Match]]:
        above = parent.part if parent else None
        if self._grades is None:
            return above or framework.part_of(title), []
        if above in framework.closed_parts:
            return above, []
        return self._graded_part(title, above, framework, self._grades)

    @staticmethod
    def _graded_part(
        title: str, above: str | None, framework: Framework, grades: GradeReader
    ) -> tuple[str | None, list[Match]]:
        """A judgement's heading opens its part at any level; others do not break into one."""
        own, candidates = framework.part_of(title), []
        if own is None:
            named = grades.outcome_of_heading(title)
            own, candidates = framework.part_of_outcome(named.id), named.candidates
        inside = framework.outcome_of_part(above) and not framework.outcome_of_part(own)
        return (above if own is None or inside else own), candidates


def criterion_of(title: str, part: str | None, framework: Framework) -> Resolved:
    """The criterion whose title or alias this is; None where none or more than one is alike.

    Criteria of the outcome that the part reports are considered, and those of no outcome: the same
    words can stand for different criteria under different outcomes. The framework's lookups come
    first.
    """
    outcome = framework.outcome_of_part(part)
    names = {
        name: criterion.id
        for criterion in framework.criteria
        if criterion.outcome in (None, outcome)
        for name in (criterion.title, *criterion.aliases)
    }
    if not names:
        return Resolved(None, [])
    known, meant = framework.looked_up("criterion", title)
    return Resolved(meant, []) if known else best_match(title, names)
