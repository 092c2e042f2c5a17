"""Rules about the words around a quantity, as data with examples and traps."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import Field, PrivateAttr

from schemas.document import Model

Role = Literal["comparator", "population", "predicate"]
ROLES: tuple[Role, ...] = ("comparator", "population", "predicate")


class StatementExample(Model):
    """A sentence with its quantity between ⟦ and ⟧, and the phrase that the rule must give."""

    text: str
    phrase: str


class StatementRule(Model):
    """One way to name who is counted or what is said of them (``patterns/statements.yaml``)."""

    id: str
    before: str | None = None
    after: str | None = None
    examples: list[StatementExample] = Field(min_length=1)
    traps: list[str] = Field(min_length=1)
    _before: re.Pattern[str] | None = PrivateAttr(None)
    _after: re.Pattern[str] | None = PrivateAttr(None)

    def model_post_init(self, _: object) -> None:
        """Compile once."""
        self._before = re.compile(self.before, re.I) if self.before else None
        self._after = re.compile(self.after, re.I) if self.after else None

    def phrase(self, before: str, after: str) -> str | None:
        """What the rule gives for the text before and after a quantity; None where it is silent."""
        found = None
        for pattern, text in ((self._before, before), (self._after, after)):
            match = (
                (pattern.search(text) if pattern is self._before else pattern.match(text))
                if pattern
                else None
            )
            if pattern and not match:
                return None
            if match and "phrase" in match.groupdict():
                found = match["phrase"]
        return found.strip(" ,") if found else None


@cache
def statement_rules(role: Role) -> tuple[StatementRule, ...]:
    """The rules of one role, in their order."""
    source = files("extractor") / "patterns" / "statements.yaml"
    listed = yaml.safe_load(source.read_text("utf-8"))[role]
    return tuple(StatementRule.model_validate(rule) for rule in listed)


def first_phrase(role: Role, before: str, after: str) -> str | None:
    """The phrase of the first rule of a role that speaks."""
    for rule in statement_rules(role):
        phrase = rule.phrase(before, after)
        if phrase:
            return phrase
    return None
