"""The command ``findings`` with a fake reader, in its processes as well.

    python -m tests.corpora.conversion.fake_run convert FOLDER --out CORPUS

A process that reads files imports this module anew, and so reads with it.
"""

from __future__ import annotations

import time
from pathlib import Path

import extractor
from cli.main import main
from schemas.report import Report
from tests.corpora.conftest import read_fake


def read_slowly(source: Path, **options: object) -> Report:
    """Reads as the fake reader does, in a tenth of a second; what is called so takes an hour."""
    time.sleep(3600 if source.name.startswith("hang") else 0.1)
    return read_fake(source, **options)


vars(extractor)["read_report"] = read_slowly

if __name__ == "__main__":
    main()
