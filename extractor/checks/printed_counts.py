"""Counts as they are printed: in digits, or in words up to twenty."""

from __future__ import annotations

from extractor.language.numerals import number_lists, whole_numbers

# Pieces of expressions. The longest word is first: "sixteen" begins with "six".
DIGITS = r"\d{1,3}(?:,\d{3})+|\d+"
COUNT = "|".join((DIGITS, *number_lists()["small_number"]))


def count_of(printed: str) -> int | None:
    """The number that a text is; None where it is none."""
    return next(iter(whole_numbers(printed)), None)
