"""Settings: where a report says what it is, and what its title may look like."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class MetadataSettings(Settings):
    """Where a report says what it is, and what its title may look like."""

    title_size: float = setting(
        1.0,
        "points",
        "How much smaller than the largest type of the first page a line of the title may be.",
        "0.1 to 2 give the same titles",
    )
    title_shortest: int = setting(
        4, "characters", "A title, at least.", "2 to 6 give the same titles; 7 loses a town"
    )
    title_longest: int = setting(
        300,
        "characters",
        "A title, and a line that says what the report is, at most.",
        "240 to 600 give the same titles; 150 changes four",
    )
    first_pages: int = setting(
        3,
        "pages",
        "From the first, on which inspectorates are counted.",
        "1 to 6 find the same ones",
    )
    last_pages: int = setting(
        2,
        "pages",
        "Up to the last, on which they are counted: imprints are there.",
        "1 to 4 find the same ones; none changes nine",
    )
    label: int = setting(
        60,
        "characters",
        "A block that may be the label of the next one, less than.",
        "20 to 120 find the same",
    )
    area_blocks: int = setting(
        80,
        "blocks",
        "From the first, among which the title with the area is looked for.",
        "10 to 200 find it",
    )
    area_letters: int = setting(
        200, "characters", "A block that may be that title, less than.", "60 to 400 find it"
    )


METADATA = MetadataSettings()
