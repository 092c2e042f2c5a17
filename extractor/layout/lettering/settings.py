"""Settings: letters set in an unusual way."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class LetteringSettings(Settings):
    """Letters set in an unusual way."""

    capital_size: float = setting(
        1.7, "× its text", "Size of a drop capital, at least.", "two lines high is 2 em and more"
    )
    capital_gap: float = setting(2.0, "em", "White between it and the lines beside it, at most.")
    capital_lines: int = setting(
        4,
        "lines",
        "Lines before and behind it, in their order, that may stand beside it.",
        "drop capitals are two to four lines high",
    )
    spaced_letters: int = setting(
        2, "letters", "Letters of a spaced title that may touch.", "A and V do"
    )
    spaced_words: int = setting(4, "words", "Pieces of a spaced title, at least.")
    spaced_share: float = setting(
        0.5, "of pieces", "Share of them that are single letters, at least."
    )
    spaced_gap: float = setting(
        0.2, "em", "White between spaced letters, at most: a space is wider.", "a space is 0.25 em"
    )
    spaced_word_gap: float = setting(
        1.8, "× the white between letters", "White between the words of a spaced title, more than."
    )
    underline_width: float = setting(
        2.0, "points", "Thickness of a line under text, at most.", "fonts give 0.05 to 0.1 em"
    )
    underline_length: float = setting(
        0.8, "of page", "Its length, at most: longer lines part the page."
    )
    underline_above: float = setting(
        4.0,
        "points",
        "How far above the foot of the text it lies, at most.",
        "the base line is 0.2 to 0.3 em above it",
    )
    underline_below: float = setting(3.0, "points", "How far below, at most.")
    underline_covered: float = setting(
        0.6,
        "of text",
        "How much of the text it covers, at least: it may leave room for descenders.",
    )
    underline_slack: float = setting(
        3.0, "points", "How far it sticks out of the text, at most.", "a space"
    )


LETTERING = LetteringSettings()
