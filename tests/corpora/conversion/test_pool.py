from __future__ import annotations

import os
from pathlib import Path

from corpora.conversion.inputs import Source
from corpora.conversion.outcome import Failure, Outcome
from corpora.conversion.pool import run


def task(one: Source, settings: str) -> Outcome:
    """Stands for a reader: says which file it saw, or dies as a foreign library may."""
    if one.file == settings:
        os._exit(1)
    return Failure(one.file, one.sha256, "seen", "")


SOURCES = [Source(Path(name), name, name) for name in "abc"]


def test_one_job_keeps_the_order() -> None:
    assert [one.file for one in run(task, SOURCES, "", 1)] == ["a", "b", "c"]


def test_a_process_that_dies_costs_one_file() -> None:
    found = {one.file: one.code for one in run(task, SOURCES, "b", 2)}
    assert found == {"a": "seen", "b": "crashed", "c": "seen"}
