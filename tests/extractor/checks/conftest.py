from __future__ import annotations

import pytest

from schemas.report import Report
from tests.readings import Sample


@pytest.fixture(scope="session")
def word_report(word_sample: Sample) -> Report:
    return word_sample.report
