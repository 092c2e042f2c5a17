from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from corpora.samples import PDFS


class Command:
    """Runs ``findings`` in this process."""

    def __init__(self) -> None:
        self._runner = CliRunner()

    def __call__(self, *arguments: object, code: int = 0):
        result = self._runner.invoke(app, [str(one) for one in arguments])
        assert result.exit_code == code, result.output
        return result


@pytest.fixture(scope="session")
def findings() -> Command:
    return Command()


@pytest.fixture(scope="session")
def sample() -> Path:
    return PDFS / "westmarch.pdf"


@pytest.fixture(scope="session")
def corpus(findings: Command, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one sample report and one file that is none."""
    folder = tmp_path_factory.mktemp("session")
    shutil.copy(sample, folder / "westmarch.pdf")
    (folder / "broken.pdf").write_bytes(b"this is no PDF")
    findings("convert", folder, "--out", folder / "corpus", code=1)
    return folder / "corpus"
