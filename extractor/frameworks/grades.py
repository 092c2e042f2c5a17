"""Grades in a piece of text: which outcome is given which grade, and where the grade stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from extractor.frameworks.settings import FRAMEWORKS
from extractor.language.data_files import pattern_file
from extractor.language.expressions import Expressions
from extractor.language.similarity import Resolved, best_match
from schemas.document import Model
from schemas.framework import Framework
from schemas.plain import lower_letters, plain_words

_FORMS = Expressions("grade_words")
_START = re.compile(r"[.!?] +|\n")  # of a sentence or a line
_ENDS = (". ", "! ", "? ", "\n")  # what that begins with
_RAISED = "⁰¹²³⁴-⁹"
_NUMBER = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})*\.?\s+")  # "2.1 Adoption performance"
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CLOSED = re.compile(rf"[{_RAISED}]*\)?")
_PLACEHOLDERS = {"area": r"(?:the )?[A-Z]\S*(?: \S+){0,7}", "initials": r"[A-Z]{1,6}"}
_EDGES = " \t\n:.–—-"


class GradePattern(Model):
    """One piece of the wording that states a grade, with examples and traps."""

    id: str
    part: Literal["lead", "verb", "tail", "past"]
    regex: str
    examples: list[str] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)


@cache
def grade_patterns() -> tuple[GradePattern, ...]:
    """The patterns of ``extractor/frameworks/grades.yaml`` in order."""
    return tuple(map(GradePattern.model_validate, pattern_file("grades")))


@cache
def _part(name: str) -> re.Pattern[str]:
    anchored = {"lead": "^(?:{})", "verb": "(?:{})$"}.get(name, "(?:{})")
    every = "|".join(f"(?:{one.regex})" for one in grade_patterns() if one.part == name)
    return re.compile(anchored.format(every))


def speaks_of_others(text: str) -> bool:
    """Whether a heading or lead-in announces grades of an earlier inspection, or their meaning."""
    return _part("past").search(text.lower()) is not None


@dataclass(frozen=True, slots=True)
class StatedGrade:
    """An outcome's grade: the span of the grade in the text, and of the words that give it."""

    outcome: str
    grade: str
    start: int
    end: int
    whole: tuple[int, int]


class GradeReader:
    """Knows a framework's names of outcomes and grades."""

    def __init__(self, framework: Framework) -> None:
        scale, self._framework = framework.scale, framework
        self._grades = {_joined(w): one.name for one in scale.grades for w in one.wordings}
        self._verbs = {_joined(wording) for one in scale.grades for wording in one.verbs}
        self._open = {_joined(w) for one in scale.grades for w in one.wordings if w.endswith("…")}
        plain = {plain_words(w) for one in scale.grades for w in one.wordings}
        longest_first = sorted(plain, key=len, reverse=True)
        self._stems = tuple({wording.split(" ", 1)[0] for wording in longest_first})
        self._wording = re.compile(rf"(?:{'|'.join(map(_wording, longest_first))})(?![a-z])")
        named = [(name, one.id) for one in framework.outcomes for name in one.names]
        called = [(name, one.id) for one in framework.outcomes for name in one.subjects]
        self._titles = {_bare(name): outcome for name, outcome in named}
        self._names = {_bare(name): outcome for name, outcome in called} | self._titles
        self._templates = [(_template(name), one) for name, one in called if "{" in name]

    def read(self, text: str, alike: bool = False) -> Iterator[StatedGrade]:
        """Every grade that the text gives an outcome.

        Args:
            text: a block's text; cells of a row are parted by tabs.
            alike: whether a name may differ from the framework's by a few letters.
        """
        low = lower_letters(text)
        if any(map(low.__contains__, self._stems)):
            for match in self._wording.finditer(low):
                stated = self._stated(text, low, match, alike)
                if stated:
                    yield stated

    def alone(self, text: str) -> tuple[str, int, int] | None:
        """The grade that is all a text says, and its span; None where there is more or none."""
        low = lower_letters(text)
        match = self._wording.search(low)
        if not match:
            return None
        before, after = low[: match.start()], low[match.end() :]
        rest = _FORMS.number_before.sub("", before) + after[_after(after) :]
        return None if rest.strip(_EDGES) else (self._grade(match), *match.span())

    def outcome_named(self, printed: str, alike: bool = False) -> str | None:
        """The outcome that is called so; None where none is, or more than one is alike."""
        known, meant = self._framework.looked_up("outcome", printed)
        if known:
            return meant
        found = self._names.get(_bare(printed)) or self._by_template(printed)
        return found or (self._alike(printed).id if alike else None)

    def _alike(self, printed: str) -> Resolved:
        bare = _bare(printed)
        if not 1 < len(bare.split()) <= FRAMEWORKS.longest_name:
            return Resolved(None, [])
        return best_match(bare, self._titles)

    def _by_template(self, printed: str) -> str | None:
        text = " ".join(printed.split())
        for template, outcome in self._templates:
            if template.fullmatch(text):
                return outcome
        return None

    def outcome_of_heading(self, title: str) -> Resolved:
        """The outcome that a heading names, with or without its grade, and those it comes near."""
        stated = next(self.read(title, alike=True), None)
        found = stated.outcome if stated else self.outcome_named(title)
        if found:
            return Resolved(found, [])
        known, _ = self._framework.looked_up("outcome", title)
        return Resolved(None, []) if known else self._alike(title)

    def _grade(self, match: re.Match[str]) -> str:
        return self._grades[_joined(match[0])]

    def _stated(self, text: str, low: str, match: re.Match[str], alike: bool) -> StatedGrade | None:
        start = _start_before(low, match.start())
        before = text[start : start + len(_FORMS.number_before.sub("", low[start : match.start()]))]
        after = match.end() + _after(low[match.end() :])
        if len(before) > FRAMEWORKS.before_grade or not self._ends(text, low, after, match):
            return None
        outcome = self._labelled(before, alike) or self._subject(before, match, alike)
        if outcome is None:
            return None
        stop = _START.search(low, after)
        whole = (start, stop.start() + 1 if stop else len(text))
        return StatedGrade(outcome, self._grade(match), *match.span(), whole)

    def _ends(self, text: str, low: str, after: int, match: re.Match[str]) -> bool:
        """Whether what follows a grade leaves it a grade: an end, a new line, a reason."""
        if after == len(low) or text[after:].lstrip()[:1].isupper():
            return True
        return _joined(match[0]) in self._open or _part("tail").match(low, after) is not None

    def _labelled(self, before: str, alike: bool) -> str | None:
        """The outcome of "Leadership: good": the name stands right beside its grade."""
        label = before.strip(_EDGES)
        return self.outcome_named(label, alike) if label else None

    def _subject(self, before: str, match: re.Match[str], alike: bool) -> str | None:
        """The outcome of "The leadership is good"; grades that are verbs need no "is"."""
        low = lower_letters(before)
        verb = _part("verb").search(low)
        if verb is None and _joined(match[0]) not in self._verbs:
            return None
        end = verb.start() if verb else len(before)
        lead = _part("lead").match(low)
        names = [before[:end], before[lead.end() : end]] if lead else [before[:end]]
        found = (self.outcome_named(name.strip(_EDGES), alike) for name in names)
        return next(filter(None, found), None)


def _wording(words: str) -> str:
    """The pattern of a grade in plain words; looking for its first letter first is faster.

    Lines of a narrow cell can be printed without a space between them.
    """
    return rf"{words[0]}(?<![a-z]{words[0]}){words[1:]}".replace(" ", r"[\W_]*")


def _start_before(text: str, end: int) -> int:
    """Where the sentence or line begins that a place stands in."""
    marks = max(text.rfind(one, 0, end) for one in _ENDS)
    start = _START.match(text, marks, end) if marks >= 0 else None
    return start.end() if start else 0


def _joined(wording: str) -> str:
    return plain_words(wording).replace(" ", "")


def _after(text: str) -> int:
    match = _FORMS.number_after.match(text) or _CLOSED.match(text)
    return match.end() if match else 0


def _bare(name: str) -> str:
    """A name as it is compared: without its number, brackets and article."""
    return plain_words(_NUMBER.sub("", _BRACKETS.sub("", name))).removeprefix("the ")


def _template(name: str) -> re.Pattern[str]:
    """The pattern of a name with placeholders; a place begins with a capital letter."""
    pieces = re.split(r"\{(area|initials)\}", name)
    return re.compile("".join(map(_piece, pieces, range(len(pieces)))))


def _piece(piece: str, index: int) -> str:
    if index % 2:
        return _PLACEHOLDERS[piece]
    return "".join(r"\W" if one == " " else re.escape(one) for one in piece)
