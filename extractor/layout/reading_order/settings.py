"""Settings: what is read after what."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class ReadingOrderSettings(Settings):
    """What is read after what."""

    box_narrowest: float = setting(
        0.07, "of page", "Width of a box beside text, at least.", "a grade in a box"
    )
    box_widest: float = setting(
        0.92, "of page", "The same, at most: nothing fits beside a wider one."
    )
    box_highest: float = setting(
        0.93, "of page", "Height of a box beside text, at most: a higher one is the page's ground."
    )
    most_boxes: int = setting(
        40, "boxes", "Boxes of one page, at most: more are the bars and cells of charts."
    )
    same_top: float = setting(
        8.0, "points", "Difference of the tops of boxes side by side.", "less than a line"
    )
    box_inside: float = setting(
        1.5, "points", "How far words may stick out of such a box.", "the width of a frame"
    )
    box_clear: float = setting(
        0.5, "em", "White between a box's words and those beside it, at least.", "two spaces"
    )
    text_words: int = setting(4, "words", "Words of a row of running text, at least.")
    margin_room: float = setting(
        4.0, "points", "White between a heading in the margin and the text, at least."
    )
    margin_share: float = setting(
        0.5, "of paragraphs", "Headings in the margin, at most: more are the terms of a glossary."
    )
    margin_letters: int = setting(
        2, "letters", "Letters of a heading in the margin, at least: fewer are a list's number."
    )
    margin_space: float = setting(
        0.25, "em", "By how much the space between paragraphs exceeds that between lines."
    )
    column_rows: int = setting(4, "rows", "Rows of a column, at least.")
    column_words: float = setting(
        2.5,
        "words",
        "Words of the median line of prose, at least.",
        "a column of 100 points holds four",
    )
    column_filled: float = setting(
        0.75,
        "of column",
        "Width that a full line of prose has, at least.",
        "what a ragged line leaves is a word of five letters in twenty",
    )
    column_filled_share: float = setting(
        0.45,
        "of lines",
        "Share of full lines in a column of prose, at least.",
        "paragraphs end in a short line, and lists in many",
    )
    column_width: float = setting(
        0.18, "of page", "Width of a column, at least.", "four columns on A4"
    )
    gutter: float = setting(
        7.0,
        "points",
        "White between two columns, at least.",
        "half a line; gutters are set to 12 points and more",
    )
    column_gap: float = setting(
        0.65,
        "em",
        "The same in the size of the type: more than a space.",
        "a justified line's spaces grow to 0.5 em",
    )
    column_edge: float = setting(2.0, "points", "How far apart lines of one column begin.")
    column_pitch: float = setting(
        1.6,
        "em",
        "From row to row, above which two rows are of different pieces.",
        "leading is 1.2, and half a line parts paragraphs",
    )
    column_space: float = setting(0.55, "em", "White between a row and the next that parts pieces.")
    few_rows: int = setting(2, "rows", "Rows between two spaces that may be labels, at most.")
    label_width: float = setting(0.8, "of room", "Width of a label left of the edge, at most.")
    column_depth: int = setting(3, "levels", "Columns within columns that are looked for: a guard.")


ORDER = ReadingOrderSettings()
