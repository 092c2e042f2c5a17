"""Settings: what is a table, and what are its rows and columns."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class TableSettings(Settings):
    """What is a table, and what are its rows and columns."""

    rows: int = setting(
        3, "rows", "Rows of a table without rules, at least.", "two lines side by side are chance"
    )
    row_gap: float = setting(2.6, "em", "White between two rows of one table, at most.")
    strip: float = setting(
        6.5, "points", "White that every row leaves between two columns.", "half an em of 13 points"
    )
    space: float = setting(
        0.5, "em", "White in a line that may part columns, at least.", "twice a space"
    )
    overlap: float = setting(0.1, "em", "By how much cells of one row overlap in height, at least.")
    heading_lines: int = setting(
        4, "lines", "Lines of a table's heading that span columns, at most."
    )
    tight: float = setting(1.5, "em", "From line to line of one cell, at most.", "leading is 1.2")
    close: tuple[float, ...] = setting(
        (2.2, 1.9, 1.7, 1.5, 1.34),
        "em",
        "From line to line within a cell, at most: each is tried.",
        "double spacing, one and a half, and close leading",
    )
    rows_share: float = setting(
        0.69, "of groups", "Share of groups of cells that are rows, more than."
    )
    better: float = setting(
        0.05, "of groups", "By how much another distance must do better to be taken."
    )
    line_words: int = setting(
        6,
        "words",
        "Words of a cell on average that make a column running text, in lines that are rows.",
    )
    cell_words: int = setting(14, "words", "The same in cells of several lines.")
    wordiest: int = setting(3, "× that", "Words of the largest cell that do the same.")
    going_on: float = setting(
        0.25,
        "of cells",
        "Share of a column's cells that begin with a small letter, if it is one text.",
    )
    filled_width: float = setting(0.8, "of column", "Width of a full line of such a text.")
    size_spread: float = setting(
        1.5, "points", "By how much the sizes of a column's cells differ, at most."
    )
    alike_share: float = setting(
        0.8, "of cells", "Share of a column's cells that are of one size, at least."
    )
    last_page: int = setting(
        400, "pages", "Page numbers are lower: higher figures that rise are a table's."
    )
    rising_share: float = setting(
        0.85, "of steps", "Share of figures that are as high as the one before, to be page numbers."
    )
    filled_share: float = setting(
        0.4,
        "of cells",
        "Share of cells that are filled, at least: a chart's grid lines make a grid too.",
    )
    text_words: int = setting(
        60, "words", "Words of a cell that holds nearly all the text of a grid, more than."
    )
    text_share: float = setting(0.8, "of words", "Nearly all.")
    prose_words: int = setting(12, "words", "Words of a last row that is running text, at least.")
    rule_width: float = setting(
        2.5,
        "points",
        "Thickness of a ruling line, at most.",
        "Word draws borders of up to 2.25 points, and then of 3, 4.5 and 6",
    )
    rule_length: float = setting(
        8.0,
        "points",
        "Its length, at least.",
        "pdfplumber's ``edge_min_length`` is 3; a row of text is 8 high",
    )
    most_edges: int = setting(
        900,
        "edges",
        "Edges of a page that are given to the table finder: a guard against drawings.",
        "finding takes the square of it",
    )
    page_frame: float = setting(0.97, "of page", "A rectangle as large is the page's frame.")
    fewest_shapes: int = setting(
        4,
        "shapes",
        "Shapes of a page below which it has no grid.",
        "a grid of one cell has four lines",
    )
    same_rule: float = setting(
        2.0,
        "points",
        "How far apart rules of one table begin and end.",
        "pdfplumber's ``snap_tolerance`` is 3",
    )
    row_rules: int = setting(3, "rules", "Rules between rows that make a table, at least.")
    rules_width: float = setting(100.0, "points", "Width of such rules, at least.", "two columns")
    row_height: float = setting(
        200.0, "points", "From rule to rule, at most.", "a quarter of an A4 page"
    )
    column_gap: float = setting(
        9.0,
        "points",
        "White between two columns between such rules.",
        "Word's cells have 10.8 points between their texts",
    )
    fill_above: float = setting(
        10.0, "points", "How far above its words a cell's fill begins, at most."
    )
    cell_edge: float = setting(1.5, "points", "How far left of its column a word may begin.")


TABLES = TableSettings()
