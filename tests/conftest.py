"""Fixtures that all tests share: sample reports, other people's reports, one reading of each."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from schemas.framework import Framework, load_frameworks
from tests.readings import SAMPLES, Reading, Sample, reading_of, sample_named

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

FRAMEWORK = "hmip-adult-offending-2013"


@pytest.fixture(scope="session", params=SAMPLES)
def each_sample(request: pytest.FixtureRequest) -> Sample:
    """Every sample in turn."""
    return sample_named(request.param)


@pytest.fixture(scope="session")
def word_sample() -> Sample:
    """A sample set as a word processor does it."""
    return sample_named("ashcombe")


@pytest.fixture(scope="session")
def framework() -> Framework:
    """The family of the sample reports."""
    return next(one for one in load_frameworks() if one.id == FRAMEWORK)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What reads files of others is slow: there are many, and they are long."""
    for item in items:
        if {one.__name__ for one in OF_OTHERS} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


def _folder(variable: str) -> Path:
    value = os.environ.get(variable)
    if not value:
        pytest.skip(f"{variable} is not set: files of others are not part of this repository")
    assert Path(value).is_dir(), f"{variable} names no folder: {value}"
    return Path(value)


@pytest.fixture(scope="session")
def reports_folder() -> Path:
    """Published reports, which are not the project's to ship."""
    return _folder("FINDINGS_REPORTS")


@pytest.fixture(scope="session")
def gold_folder() -> Path:
    """Gold standards made by readers of published reports."""
    return _folder("FINDINGS_GOLD")


@pytest.fixture(scope="session")
def wild_folder() -> Path:
    """Reports and tables of bodies that no rule was written for."""
    return _folder("FINDINGS_WILD")


@pytest.fixture(scope="session")
def hostile_folder() -> Path:
    """Small files that do harm. They are to be read with limits of time and memory."""
    return _folder("FINDINGS_HOSTILE")


OF_OTHERS = (reports_folder, gold_folder, wild_folder, hostile_folder)


@pytest.fixture(scope="session")
def published(reports_folder: Path) -> Callable[[str], Reading]:
    """A published report by its path below the folder, read at most once."""

    def find(name: str) -> Reading:
        path = reports_folder / name
        if not path.exists():
            pytest.skip(f"no {name} among the published reports")
        return reading_of(path)

    return find
