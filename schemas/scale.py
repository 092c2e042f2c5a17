"""What a family's reports give: scores in percent, grades from the best to the worst, or none."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from schemas.document import Model
from schemas.plain import more_than_once, plain_words


class Grade(Model):
    """One grade, and every wording in which it is printed.

    After the grade a sentence must end, or go on with a reason. Where a wording ends in "…", any
    words may follow.
    """

    name: str = Field(description="the grade as results give it")
    aliases: list[str] = Field(default=[], description="other wordings: 'Requires improvement …'")
    verbs: list[str] = Field(
        default=[],
        description="wordings that need no 'is' or 'are' before them: 'require improvement'",
    )
    number: int | None = Field(default=None, description="where grades are numbered: Grade 3")
    meaning: str | None = None

    @property
    def wordings(self) -> list[str]:
        """The name, the aliases and the verbs, each once."""
        return list(dict.fromkeys([self.name, *self.aliases, *self.verbs]))


class Scale(Model):
    """What scores mean, or the grades from the best to the worst; ``none`` where nothing is given.

    A file may write a scale that needs no more than its kind as that one word: ``scale: none``.
    """

    kind: Literal["percent", "grades", "none"]
    unit: str | None = None
    meaning: str | None = None
    grades: list[Grade] = Field(default=[], description="the best first")

    @model_validator(mode="after")
    def _sound(self) -> Scale:
        if self.kind == "grades" and len(self.grades) < 2:
            raise ValueError("a scale of grades has at least two grades, the best first")
        if self.kind != "grades" and self.grades:
            raise ValueError(f"a scale of kind {self.kind} has no grades")
        wordings = [words for one in self.grades for words in {*map(plain_words, one.wordings)}]
        twice = more_than_once(wordings)
        if twice:
            raise ValueError(f"grade: more than one is called {', '.join(twice)}")
        return self

    @cached_property
    def wordings(self) -> list[str]:
        """All wordings of all grades, in plain words."""
        return [plain_words(words) for one in self.grades for words in one.wordings]

    @property
    def names(self) -> list[str]:
        """The grades, the best first."""
        return [one.name for one in self.grades]

    def grade(self, printed: str) -> Grade | None:
        """The grade that is printed so, None where it is none."""
        plain = plain_words(printed)
        for one in self.grades:
            if plain in map(plain_words, one.wordings):
                return one
        return None


def _of_one_word(written: Any) -> Any:
    """``none`` as ``{kind: none}``."""
    return {"kind": written} if isinstance(written, str) else written


ScaleField = Annotated[
    Scale,
    BeforeValidator(_of_one_word, json_schema_input_type=Scale | Literal["percent", "none"]),
]
