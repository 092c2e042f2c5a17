from __future__ import annotations

from pathlib import Path

import pytest

from corpora.samples import SOURCES
from corpora.samples.source import read_source
from corpora.samples.text_in_columns import column_weight

pytest.importorskip("typst", reason="the extra 'samples' is not installed")

SHEETS = sorted(SOURCES.glob("*.yaml"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_sample_is_what_its_source_gives(path: Path) -> None:
    import typst

    from corpora.samples.typeset import SANS, find_fonts, stale, typeset

    fonts = typst.Fonts(include_system_fonts=False, font_paths=find_fonts(None))
    if SANS not in fonts.families():
        pytest.skip(f"{SANS} is not installed")
    made = typeset(read_source(path), fonts)
    assert stale(path.stem, made) == [], "run make samples"


def test_a_column_has_room_for_its_longest_word_and_is_not_wider_than_needed() -> None:
    assert column_weight(["a", "b"]) == 10
    assert column_weight(["Unemployment", "8.4%"]) == 17
    assert column_weight(["a text of many short words that goes on and on and on"]) == 45
