"""The designs as they are read, each at most once in a run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.pipeline import read_report
from schemas.report import Report
from tests.designs.typeset import DESIGNS, Typeset, typeset

# Tags help; so all designs are read without them, and a few with them.
TAGGED = ["columns-care-quality", "graded-care-home", "numbered-prisons"]
WITH_TAGS = [(design, False) for design in DESIGNS] + [(design, True) for design in TAGGED]


@dataclass(frozen=True)
class Read:
    """A typeset design and what was read from it."""

    set: Typeset
    report: Report


@cache
def read_design(design: str, tagged: bool) -> Read:
    """A design, with or without tags and bookmarks."""
    with TemporaryDirectory() as folder:
        made = typeset(design, Path(folder), tagged=tagged)
    return Read(made, read_report(made.pdf))
