"""Settings: how alike names, words and wordings must be."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class LanguageSettings(Settings):
    """How alike names, words and wordings must be."""

    same_name: float = setting(
        88.0,
        "of 100",
        "How alike a printed name must be to a known one to stand for it.",
        "84 to 90 resolve the same headings; 80 takes those of other bodies, 91 loses a misprint",
    )
    name_lead: float = setting(
        3.0,
        "of 100",
        "How much more alike it must be to that than to the name of anything else.",
        "0 to 12 resolve the same headings",
    )
    near_name: float = setting(
        60.0,
        "of 100",
        "How alike a known name must be to be kept as a candidate.",
        "shown to readers only; at 48 one heading in thirteen has more candidates, at 72 one in "
        "seventeen fewer",
    )
    same_word: float = setting(
        84.0,
        "of 100",
        "How alike two words must be to be one but for spelling, hyphen or ending.",
        "of 600 restatements 67 adds nine, 100 loses five",
    )
    detail: float = setting(
        0.2,
        "× its weight",
        "What a word counts that only the longer of two wordings has.",
        "of 600 restatements 0.16 adds fifteen, 0.24 loses sixteen",
    )


LANGUAGE = LanguageSettings()
