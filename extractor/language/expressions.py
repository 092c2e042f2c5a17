"""Regular expressions over words: data, each with its reason, examples and traps.

They are the list ``expressions`` of a pattern file. ``⟨name⟩`` in one stands for
a part of its file: a list of words, any of which may stand there, or an expression; or for a list
that all files share: ``⟨small_number⟩``, ``⟨fraction_part⟩``, ``⟨month⟩`` (``word_lists``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field

from extractor.language.data_files import pattern_file
from extractor.language.prefilter import Searchable, compiled
from extractor.language.word_lists import any_of, with_shared_lists
from schemas.document import Model


class Expression(Model):
    """One expression, where it is looked for, and what it must and must not find.

    ``before`` and ``after``: in what stands before a quantity, or right behind it; examples and
    traps have the quantity between ⟦ and ⟧. ``start`` and ``anywhere``: at a text's beginning, or
    in all of it; in an example ⟦ ⟧ is around what must be found, in a trap nothing must be.
    ``case``: the text is put into lower case before, or letters are the same in any case, or not.
    Those of a ``group`` are tried together.
    """

    id: str
    group: str | None = None
    where: Literal["before", "after", "start", "anywhere"]
    case: Literal["lower", "any", "printed"]
    regex: str
    why: str
    examples: list[str] = Field(min_length=2)
    traps: list[str] = Field(min_length=1)

    @property
    def flags(self) -> int:
        """The flags that it is compiled with."""
        return re.I if self.case == "any" else 0

    def compiled(self) -> re.Pattern[str]:
        """The expression alone, without its filter."""
        return re.compile(self.regex, self.flags)


@cache
def expressions(name: str) -> dict[str, Expression]:
    """The expressions of ``<name>.yaml`` by their ids, with the parts put in."""
    given = pattern_file(name)
    found = {}
    for one in given["expressions"]:
        rule = {"case": given["case"], **one, "regex": with_parts(name, one["regex"])}
        found[one["id"]] = Expression.model_validate(rule)
    return found


def with_parts(name: str, regex: str, parts: dict[str, str] | None = None) -> str:
    """A regular expression with the parts of a file put in; a part may hold those below it.

    ``parts``: to be put in instead, as regular expressions.
    """
    for key, part in (parts or pattern_file(name).get("parts", {})).items():
        regex = regex.replace(f"⟨{key}⟩", part_regex(part))
    return with_shared_lists(regex)


def part_regex(part: str | list[str]) -> str:
    """A part as a regular expression: one already, or words of which any may stand there."""
    return part if isinstance(part, str) else any_of(part)


def group(file: str, name: str) -> Searchable:
    """Those of a group as one."""
    listed = [one for one in expressions(file).values() if one.group == name]
    regex = "|".join(one.regex for one in listed)
    return compiled(regex, re.I if listed[0].case == "any" else 0)


class Expressions:
    """The expressions of one file: ``Expressions("context").victim.search(text)``.

    Each, and each group as one, is compiled when it is first asked for, and is a plain attribute
    from then on. It is asked as a ``re.Pattern`` is, and runs only in texts that hold what any
    match of it must hold (``prefilter``): whoever asks need not look for a word of it first, nor
    put the text into lower case for speed.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Searchable:
        listed = expressions(self._name)
        if name in listed:
            found: Searchable = compiled(listed[name].regex, listed[name].flags)
        elif any(one.group == name for one in listed.values()):
            found = group(self._name, name)
        else:
            raise AttributeError(f"{self._name}.yaml has no expression called {name!r}")
        vars(self)[name] = found
        return found
