"""Settings: what repeats over pages."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class FurnitureSettings(Settings):
    """What repeats over pages."""

    edge_lines: int = setting(
        4,
        "lines",
        "Lines from either edge of a page among which furniture is looked for.",
        "headers of three lines and a rule",
    )
    pages: int = setting(
        3,
        "pages",
        "Pages on which the same text stands at the same height, at least.",
        "twice is chance",
    )
    numbers: int = setting(
        6,
        "numbers",
        "Numbers of a line that are tried as its page number.",
        "a date and a page have four",
    )
    same_height: float = setting(
        3.0, "points", "Difference of two lines' tops that is none.", "pdfplumber's ``y_tolerance``"
    )
    number_offset: int = setting(
        60,
        "pages",
        "How far a printed page number is from the physical page, at most.",
        "front matter is shorter",
    )
    large_share: float = setting(
        0.8,
        "of pages",
        "Share of pages on which text as large as a heading repeats to be furniture.",
    )
    labelled_pages: int = setting(
        3,
        "pages",
        "One page in so many has its number alone, or numbers in running lines are asked.",
    )
    outermost: int = setting(
        2,
        "lines",
        "Lines from either edge among which headers that change are looked for.",
        "a header and a folio",
    )
    head_pages: int = setting(4, "pages", "Pages on which such headers stand, at least.")
    head_share: float = setting(0.2, "of pages", "The same as a share.")
    head_repeated: float = setting(
        0.6, "of lines", "Share of such headers whose words are printed elsewhere too."
    )
    inside_lines: int = setting(
        2,
        "lines",
        "Lines of the same words inside pages that make them no header.",
        "one may be the heading they repeat",
    )
    inside_distance: float = setting(
        50.0, "points", "How far up or down the page is inside it.", "three lines"
    )


FURNITURE = FurnitureSettings()
