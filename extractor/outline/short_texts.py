"""What short texts are by their wording: captions, grades, salutations, roles under a signature."""

from __future__ import annotations

from functools import lru_cache

from extractor.language.nlp import Match, grammar
from extractor.language.patterns import Pattern
from extractor.outline.settings import OUTLINE


def is_caption(text: str) -> bool:
    """Whether it opens as the caption of a figure or table does: "Figure 3: …"."""
    head = text[: OUTLINE.number_letters]
    numbered = any(map(str.isdigit, head))
    return numbered and any(match.start == 0 for match in _found(head, "CAPTION"))


def is_grade(text: str) -> bool:
    """Whether it is a grade and nothing else."""
    if len(text) > OUTLINE.grade_letters or not text:
        return False
    bare = text.strip(" :;,.")
    return any(match.start == 0 and match.end == len(bare) for match in _found(bare, "GRADE"))


def opens_letter(text: str) -> bool:
    """Whether it greets the reader of a letter."""
    return text.startswith("Dear ") and bool(_found(text[: OUTLINE.greeting_letters], "SALUTATION"))


def closes_letter(text: str) -> bool:
    """Whether it is the last line of a letter before the names."""
    return text.startswith("Yours ") and bool(_found(text[: OUTLINE.greeting_letters], "SIGN_OFF"))


def names_role(text: str) -> bool:
    """Whether it says what office somebody holds."""
    return bool(_found(text[: OUTLINE.role_letters], "ROLE"))


@lru_cache(maxsize=1_024)  # the same few titles are looked at again and again
def _found(text: str, label: str) -> list[Match[Pattern]]:
    found = grammar("titles", model=Pattern).find(text)
    return [match for match in found if match.pattern.label == label]
