"""Settings: what is a numbered paragraph, a list within a list, a heading of columns."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class AssemblySettings(Settings):
    """What is a numbered paragraph, a list within a list, a heading of columns."""

    same_indent: float = setting(4.0, "points", "How far apart items of one list begin.")
    dotted_numbers: int = setting(
        5, "items", "Numbers like 1.1 that make a report's paragraphs numbered, at least."
    )
    plain_numbers: int = setting(
        12, "items", "Numbers in one sequence that do so, at least: lists are shorter."
    )
    coded_numbers: int = setting(4, "items", "Numbers like S1 that do so, at least.")
    largest_jump: int = setting(
        3,
        "numbers",
        "From a paragraph's number to the next one found, at most.",
        "two may be missed",
    )
    header_rows: int = setting(3, "rows", "Rows that head the columns of a table, at most.")


ASSEMBLY = AssemblySettings()
