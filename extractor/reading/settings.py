"""Settings: how characters become words, and how much of a file is read at most."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class ReadingSettings(Settings):
    """How characters become words, and how much of a file is read at most."""

    raised_size: float = setting(
        0.8,
        "× its text",
        "The most that the size of a raised mark may be.",
        "superscripts: 0.58 in InDesign, two thirds in Word, 0.7 in TeX, 0.83 in browsers",
    )
    raised_rise: float = setting(
        0.1,
        "em",
        "How far the foot of a smaller mark stands above that of its text, at least.",
        "superscripts are raised by a third of the size; less is a base line read with an error",
    )
    drawn_rise: float = setting(
        0.2,
        "em",
        "The same of a mark that the font itself draws small, measured on its ink.",
        "superior figures stand on about half the height of capitals, 0.35 em",
    )
    mark_digits: int = setting(
        2,
        "digits",
        "Digits that a space parts from their word and that are still its raised mark, at most.",
    )
    swallowed_space: float = setting(
        0.15,
        "em",
        "White between two characters that is a space, though none is written.",
        "a space is 0.25 em wide, 0.2 in narrow faces; pdfminer.six takes 0.1 (``word_margin``)",
    )
    slant: float = setting(
        0.1,
        "× height",
        "Lean of upright letters from which they are an oblique face.",
        "true italics lean by 0.1 to 0.25 (6 to 14 degrees)",
    )
    bold_weight: int = setting(
        600,
        "weight",
        "Weight of a font from which it is bold.",
        "OpenType, ``usWeightClass``: 600 is semi-bold",
    )
    turned_share: float = setting(
        0.8,
        "of characters",
        "Share of a page's text at one angle from which the page is read turned.",
    )
    header_within: int = setting(
        1024,
        "bytes",
        "How far into the file its header may stand.",
        "ISO 32000-1, annex H, note 13",
    )
    most_pages: int = setting(
        5000,
        "pages",
        "Pages that a file may have: a guard. A longer one is an error, not read in part.",
        "no report is as long; a page of text takes 1 MB of memory and more",
    )
    most_characters: int = setting(
        200_000,
        "characters",
        "Characters that are read of one page: a guard.",
        "a broadsheet's page has 30,000, a wide sheet in the smallest type 50,000",
    )
    longest_word: int = setting(
        500,
        "characters",
        "Letters without a space that are still one word: a guard.",
        "addresses of pages on the web reach 300; browsers used to take 2,000",
    )
    most_paths: int = setting(
        4000,
        "paths",
        "Drawn paths that are read of one page: a guard against maps.",
        "no page of text has as many",
    )
    most_drawn: int = setting(
        100_000,
        "paths",
        "The same with those that cannot be seen.",
        "white behind each line of a page of text: hundreds",
    )
    path_band: int = setting(
        24,
        "points",
        "Height of the bands by which paths that lie over each other are looked for.",
        "two lines of text: most paths lie in one or two bands, few in each",
    )
    bookmark_depth: int = setting(
        12, "levels", "Depth to which bookmarks are read: a guard.", "no outline has as many levels"
    )
    most_bookmarks: int = setting(
        20_000, "bookmarks", "Bookmarks that are read: a guard.", "four a page of the longest file"
    )
    form_depth: int = setting(
        4,
        "levels",
        "Form XObjects within each other that are looked into: a guard.",
        "producers nest two",
    )
    tag_depth: int = setting(
        60,
        "levels",
        "Depth to which a structure tree is walked: a guard.",
        "deep tables and lists reach twenty",
    )
    most_tags: int = setting(
        20000,
        "elements",
        "Structure elements that are read of one page: a guard.",
        "no page has a tenth of it",
    )


READING = ReadingSettings()
