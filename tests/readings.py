"""PDFs that several tests look at, each read at most once in a run."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from corpora.samples import PDFS, TRUTH
from extractor.pipeline import read_report
from extractor.reading.model import Document
from extractor.reading.reader import read_document
from schemas.report import Report

SAMPLES = sorted(path.stem for path in PDFS.glob("*.pdf"))


@dataclass
class Reading:
    """One PDF, read once: its words as read, and its report."""

    path: Path

    @cached_property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def document(self) -> Document:
        return read_document(self.data)

    @cached_property
    def report(self) -> Report:
        return read_report(self.path)


@dataclass
class Sample(Reading):
    """A sample report with what is true of it."""

    @cached_property
    def truth(self) -> dict[str, Any]:
        text = (TRUTH / f"{self.path.stem}.json").read_text(encoding="utf-8")
        truth: dict[str, Any] = json.loads(text)
        return truth


@cache
def sample_named(name: str) -> Sample:
    """A sample by its name."""
    return Sample(PDFS / f"{name}.pdf")


@cache
def reading_of(path: Path) -> Reading:
    """Any PDF by its path."""
    return Reading(path)


def published_pdfs(part: str = "", *, but: str | None = None) -> list[Any]:
    """Published reports as parameters of a test; one that is skipped where there are none.

    ``part`` is in the name of each below the folder, and ``but`` in none.
    """
    folder, slow = os.environ.get("FINDINGS_REPORTS"), pytest.mark.slow
    if not folder:
        reason = "FINDINGS_REPORTS is not set: published reports are not part of this repository"
        return [pytest.param(Path("none"), marks=[slow, pytest.mark.skip(reason=reason)])]
    names = sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*.pdf"))
    return [
        pytest.param(Path(folder, name), id=name, marks=slow)
        for name in names
        if part in name and (but is None or but not in name)
    ]
