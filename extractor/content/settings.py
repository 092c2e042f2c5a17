"""Settings: what heading may announce a list of recommendations."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class ContentSettings(Settings):
    """What heading may announce a list of recommendations."""

    announcement_words: int = setting(
        12,
        "words",
        "Words of a heading that announces recommendations or strengths, at most: longer ones are "
        "sentences.",
        "11 to 30 give the same lists; 10 loses those of six letters",
    )


CONTENT = ContentSettings()
