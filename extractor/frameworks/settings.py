"""Settings: which family a report is of, and where a grade may stand."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class FrameworksSettings(Settings):
    """Which family a report is of, and where a grade may stand."""

    lead: float = setting(
        0.1,
        "of the weight",
        "By what share of the phrases found the best family must lead the next.",
        "0.05 to 0.2 take the same reports for the same families",
    )
    before_grade: int = setting(
        240,
        "characters",
        "From the start of a sentence to the grade that it gives, at most.",
        "120 to 480 give the same grades",
    )
    grade_alone: int = setting(
        60,
        "characters",
        "Text of a block that is nothing but a grade, at most.",
        "40 to 120 give the same grades; 30 loses two restatements",
    )
    beside_grade: int = setting(
        8,
        "blocks",
        "Before and behind a grade that stands alone, among which its outcome is looked for.",
        "a page of a table in reading order by columns; 1 to 16 give the same grades",
    )
    longest_name: int = setting(
        20,
        "words",
        "Words of a heading or label that may be an outcome's name but for a few letters, at most.",
        "the longest title of an outcome has 13; 12 to 40 resolve the same headings",
    )


FRAMEWORKS = FrameworksSettings()
