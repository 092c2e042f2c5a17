"""Runs that are ended from outside, and runs that meet: as processes of their own."""

from __future__ import annotations

import csv
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "tests.corpora.conversion.fake_run", "convert"]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there, processes have no signals")


def started(*arguments: object, **options: object) -> subprocess.Popen[str]:
    """A run in a session of its own, so that what it leaves behind can be found."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        **options,
    )


def run(*arguments: object, **options: object) -> tuple[int, str]:
    """The exit code of a run to its end, and what it wrote on stderr."""
    process = started(*arguments, **options)
    _, errors = process.communicate(timeout=120)
    return process.returncode, errors


def left_behind(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Processes of the run's session that are alive after a moment."""
    for _ in range(50):
        found = []
        for one in psutil.process_iter():
            with suppress(OSError, psutil.Error):
                if os.getsid(one.pid) == process.pid and one.status() != psutil.STATUS_ZOMBIE:
                    found.append(one)
        if not found:
            break
        time.sleep(0.1)
    return found


def tables(corpus: Path) -> dict[str, bytes]:
    files = [
        path for name in ("tables", "parquet", "reports") for path in (corpus / name).rglob("*")
    ]
    return {str(path.relative_to(corpus)): path.read_bytes() for path in files if path.is_file()}


def names_in(corpus: Path, table: str) -> list[str]:
    with (corpus / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return [Path(row["file"]).name for row in csv.DictReader(stream)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of nine small files, of which one is damaged."""
    made = tmp_path / "pdfs"
    made.mkdir()
    for name in "abcdefgh":
        (made / f"{name}.pdf").write_bytes(name.encode())
    (made / "bad.pdf").write_bytes(b"damaged")
    return made


def after(process: subprocess.Popen[str], files: int) -> None:
    """Wait until so many files are done."""
    assert process.stderr
    for _ in range(files):
        assert process.stderr.readline()


def ended(folder: Path, corpus: Path, number: int, files: int) -> subprocess.Popen[str]:
    process = started(folder, "--out", corpus, "--jobs", 2)
    if files:
        after(process, files)
    else:
        time.sleep(0.7)
    process.send_signal(number)
    process.wait(30)
    assert left_behind(process) == []
    return process


def assert_made_good(folder: Path, corpus: Path) -> None:
    """The next run makes the corpus what it would have been."""
    assert run(folder, "--out", corpus, "--resume")[0] == 1
    assert run(folder, "--out", corpus.with_name("other"))[0] == 1
    assert tables(corpus) == tables(corpus.with_name("other"))
    assert not list(corpus.rglob("*.tmp"))


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
@pytest.mark.parametrize("files", [1, pytest.param(5, marks=pytest.mark.slow)])
def test_a_run_that_is_asked_to_end_keeps_what_was_read(
    folder: Path, tmp_path: Path, number: int, code: int, files: int
) -> None:
    corpus = tmp_path / "corpus"
    process = ended(folder, corpus, number, files)
    assert process.returncode == code
    assert process.stderr
    assert process.stderr.read().splitlines()[-1].startswith("findings: ")
    assert not list(corpus.rglob("*.tmp"))
    assert len(names_in(corpus, "reports")) >= files - 1  # one may be the damaged one
    assert_made_good(folder, corpus)


@pytest.mark.parametrize(
    "files", [2, *(pytest.param(one, marks=pytest.mark.slow) for one in (0, 1, 4, 9))]
)
def test_a_run_that_is_killed_leaves_no_process_and_is_made_good(
    folder: Path, tmp_path: Path, files: int
) -> None:
    assert ended(folder, tmp_path / "corpus", signal.SIGKILL, files).returncode == -signal.SIGKILL
    assert_made_good(folder, tmp_path / "corpus")


@pytest.mark.slow
def test_a_file_that_hangs_holds_up_no_end(folder: Path, tmp_path: Path) -> None:
    (folder / "hang.pdf").write_bytes(b"hang")
    before = time.monotonic()
    assert ended(folder, tmp_path / "corpus", signal.SIGTERM, 9).returncode == 143
    assert time.monotonic() - before < 60


@pytest.mark.slow
def test_one_job_and_four_make_the_same_corpus(folder: Path, tmp_path: Path) -> None:
    for name in ("hang1", "hang2"):
        (folder / f"{name}.pdf").write_bytes(name.encode())
    for jobs in (1, 4):
        code, _ = run(folder, "--out", tmp_path / str(jobs), "--jobs", jobs, "--timeout", 2)
        assert code == 1
    assert tables(tmp_path / "1") == tables(tmp_path / "4")
    assert names_in(tmp_path / "1", "failures") == ["bad.pdf", "hang1.pdf", "hang2.pdf"]


def test_two_runs_at_once(folder: Path, tmp_path: Path) -> None:
    (folder / "hang.pdf").write_bytes(b"hang")
    first = started(folder, "--out", tmp_path / "corpus")
    after(first, 1)
    code, errors = run(folder, "--out", tmp_path / "corpus")
    assert code == 2
    (line,) = errors.splitlines()
    assert line.endswith(f"corpus is being written by another run (process {first.pid})")
    first.terminate()
    first.wait(30)


@contextmanager
def small_files() -> Iterator[dict[str, object]]:
    """Options of a process in which no file can be larger than 4 kB: a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    yield {"preexec_fn": limit}


def test_a_full_disk_is_a_fault_of_no_pdf(folder: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    assert run(folder, "--out", corpus)[0] == 1
    before = tables(corpus)
    (folder / "new.pdf").write_bytes(b"new")
    with small_files() as options:
        code, errors = run(folder, "--out", corpus, "--inline", **options)
    assert code == 3
    (line,) = [line for line in errors.splitlines() if line.startswith("findings: ")][-1:]
    assert "corpus cannot be written to: File too large" in line
    assert "new.pdf" not in names_in(corpus, "failures")
    assert not list(corpus.rglob("*.tmp"))
    assert {name: data for name, data in tables(corpus).items() if name in before} == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write")
def test_a_folder_that_may_not_be_written_to(folder: Path) -> None:
    code, errors = run(folder, "--out", "/proc/corpus")
    assert code == 3
    (line,) = errors.splitlines()
    assert line.startswith("findings: /proc/corpus cannot be written to: ")
