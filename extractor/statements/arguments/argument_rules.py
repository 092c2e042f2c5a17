"""Rules about the words around a quantity, as data with examples and traps."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal

from pydantic import Field

from extractor.language.data_files import pattern_file
from extractor.language.expressions import with_parts
from extractor.language.pieces import Piece
from extractor.language.prefilter import Shortlist
from schemas.document import Model

Role = Literal["comparator", "population", "predicate"]
ROLES: tuple[Role, ...] = ("comparator", "population", "predicate")


class StatementExample(Model):
    """A sentence with its quantity between ⟦ and ⟧, and the phrase that the rule must give."""

    text: str
    phrase: str


class StatementRule(Model):
    """One way to name who is counted or what is said of them (``argument_rules.yaml``)."""

    id: str
    before: str | None = None
    after: str | None = None
    examples: list[StatementExample] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)

    @cached_property
    def compiled(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        """The patterns before and after; pydantic's private attributes would be slow to ask."""
        before = re.compile(self.before, re.I) if self.before else None
        return before, re.compile(self.after, re.I) if self.after else None

    def phrase(self, before: Piece, after: Piece) -> Piece | None:
        """What the rule gives for the text before and after a quantity; None where it is silent."""
        behind, ahead = self.compiled  # the one that is anchored where the text begins goes first
        following = ahead.match(after.text) if ahead else None
        if ahead and following is None:
            return None
        leading = behind.search(before.text) if behind else None
        if behind and leading is None:
            return None
        for match, text in ((following, after), (leading, before)):
            if match is not None and "phrase" in match.re.groupindex:
                return text.cut(*match.span("phrase")).strip(" ,") if match["phrase"] else None
        return None


@cache
def statement_rules(role: Role) -> tuple[StatementRule, ...]:
    """The rules of one role, in their order."""
    listed = []
    for rule in pattern_file("argument_rules")[role]:
        sides = {key: rule[key] for key in ("before", "after") if key in rule}
        filled = {key: with_parts("argument_rules", regex) for key, regex in sides.items()}
        listed.append(StatementRule.model_validate(rule | filled))
    return tuple(listed)


@cache
def _shortlist(role: Role) -> Shortlist:
    """Which rules of one role can find something, by what stands before a quantity."""
    return Shortlist([filter(None, rule.compiled[:1]) for rule in statement_rules(role)])


def first_phrase(role: Role, before: Piece, after: Piece) -> Piece | None:
    """The phrase of the first rule of a role that speaks."""
    rules = statement_rules(role)
    for number in _shortlist(role).numbers(before.text):
        phrase = rules[number].phrase(before, after)
        if phrase:
            return phrase
    return None
