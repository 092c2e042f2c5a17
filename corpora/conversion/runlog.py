"""The log of a conversion: times and versions, which never enter the tables."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from corpora.conversion.outcome import ConversionSummary
from corpora.storage.atomic import write_text

_PACKAGES = (
    "inspection-findings",
    "pypdfium2",
    "pdfplumber",
    "spacy",
    "rapidfuzz",
    "pydantic",
    "pyarrow",
)


class RunLog:
    """Remembers when a conversion began; writes one file for each run."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._begun = datetime.now(UTC)

    def write(self, summary: ConversionSummary) -> None:
        """Write down the run, with the trace of every unexpected error."""
        ended = datetime.now(UTC)
        entry = {
            "begun": self._begun.isoformat(),
            "ended": ended.isoformat(),
            "folder": str(Path.cwd()),
            "python": platform.python_version(),
            "platform": sys.platform,
            "versions": {name: _version(name) for name in _PACKAGES},
            **asdict(summary),
        }
        file = self._root / "log" / f"{self._begun:%Y%m%dT%H%M%S.%fZ}.json"
        write_text(file, json.dumps(entry, indent=1, ensure_ascii=False) + "\n")


@cache
def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
