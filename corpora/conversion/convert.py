"""Many PDFs into a corpus. One bad file is one row among the failures, and the rest goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from time import perf_counter

from corpora.conversion.executors.executor import Executor, OnPage, Task
from corpora.conversion.executors.inline import InlineExecutor
from corpora.conversion.executors.limits import Limits
from corpora.conversion.executors.supervised import SupervisedExecutor
from corpora.conversion.inputs import Inputs, Source, expand, hash_of, name_in_tables
from corpora.conversion.outcome import (
    ENDED_EARLY,
    ConversionSummary,
    Converted,
    Failure,
    Outcome,
    without_rows,
)
from corpora.conversion.output import corpus_lock, written_to
from corpora.conversion.runlog import RunLog
from corpora.storage.atomic import remove_leftovers
from corpora.storage.report_files import write_report
from corpora.storage.rows import Rows
from corpora.storage.shards import writable_rows
from corpora.storage.store import Store
from extractor.reading.collector import collector_paused, sweep
from schemas.errors import FindingsError, OutputError
from schemas.framework import Framework, load_frameworks
from schemas.report import Report

OnOutcome = Callable[[Outcome, int, int], None]
_MESSAGE = 300  # characters of an error's message that a table keeps


@dataclass(frozen=True)
class Options:
    """How a conversion reads its files.

    Args:
        password: tried on every file that needs one.
        frameworks: a folder with more frameworks.
        jobs: how many files are read at once.
        resume: leave out files whose report is in the corpus.
        strip_paths: the tables name files by their names alone, without folders.
        debug_pages: a folder for images of the pages with what was read drawn on them.
        limits: what one file may take. Each is read in a process of its own, so code that calls
            ``convert`` must stand under ``if __name__ == "__main__":``.
        inline: read in this process instead, one file after the other and without limits.
    """

    password: str | None = None
    frameworks: Path | None = None
    jobs: int = 1
    resume: bool = False
    strip_paths: bool = False
    debug_pages: Path | None = None
    limits: Limits = field(default_factory=Limits)
    inline: bool = False


def convert(
    inputs: Iterable[str | Path],
    out: Path,
    options: Options = Options(),
    on_outcome: OnOutcome | None = None,
) -> ConversionSummary:
    """Read every PDF of the inputs and bring the corpus ``out`` up to date.

    ``on_outcome`` is called with the outcome of each file, how many are done and how many there
    are.

    Raises:
        NothingToConvert: there is no PDF among the inputs.
        CorpusError: ``out`` cannot be a corpus.
        OutputError: it cannot be written: the disk is full, or it may not be written to. What is
            in the corpus is whole.
        FrameworkInvalid: a framework in the folder of frameworks does not follow the format.
    """
    found = expand(inputs)
    _frameworks(options.frameworks)
    with corpus_lock(out) as cut_short:
        if cut_short:
            _remove_leftovers(out)
        return _convert_all(found, out, options, on_outcome)


def _convert_all(
    found: Inputs, out: Path, options: Options, on_outcome: OnOutcome | None
) -> ConversionSummary:
    """Convert what was found; the corpus is this run's alone."""
    store, summary, log = Store(out), ConversionSummary(), RunLog(out)
    naming = partial(name_in_tables, corpus=out, strip_paths=options.strip_paths)
    summary.failures += [_missing(name, naming(Path(name))) for name in found.missing]
    sources = list(_distinct(found.paths, naming, store, summary, resume=options.resume))
    progress = _Progress(store, summary, on_outcome, len(sources) + len(summary.failures))
    executor = _executor(partial(convert_one, out=out, options=options), options)
    whole = False
    try:
        for failure in summary.failures[:]:
            progress.record(failure)
        with collector_paused():
            for outcome in executor.map(sources):
                progress.record(outcome)
                summary.add(without_rows(outcome))
                sweep()
        whole = not any(one.code in ENDED_EARLY for one in summary.failures)
    finally:
        # Also after an interrupt: what has been read until then is in the tables.
        if not whole:
            _remove_leftovers(out)
        _share_failures(summary, progress, naming)
        summary.sort()
        with written_to(out), collector_paused():
            store.finish()
            paths = {one.sha256: one.path for one in sources}
            store.note_sources((one.report_id, paths[one.sha256]) for one in summary.converted)
            log.write(summary)
    return summary


def _remove_leftovers(out: Path) -> None:
    """Remove what killed processes were writing, from the corpus's own folders alone."""
    for name in ("reports", "tables", "parquet", "log"):
        remove_leftovers(out / name)


def _executor(task: Task, options: Options) -> Executor:
    if options.inline:
        return InlineExecutor(task)
    return SupervisedExecutor(task, options.jobs, options.limits, _load_reader)


def _load_reader() -> None:
    from extractor import read_report  # noqa: F401, loads the libraries with it


@dataclass
class _Progress:
    """Records each outcome in the corpus and hands it to the listener."""

    store: Store
    summary: ConversionSummary
    listener: OnOutcome | None
    total: int
    done: int = 0

    def record(self, outcome: Outcome) -> None:
        if isinstance(outcome, Converted):
            self.store.record(outcome.file, outcome.sha256, outcome.report_id, outcome.rows)
        else:
            self.store.record_failure(outcome.row())
        self.done += 1
        if self.listener:
            self.listener(outcome, self.done, self.total)


def _missing(name: str, file: str) -> Failure:
    return Failure(name, file, None, "not_found", "no such file, or no PDF in it")


def _distinct(
    paths: Iterable[Path],
    naming: Callable[[Path], str],
    store: Store,
    summary: ConversionSummary,
    *,
    resume: bool,
) -> Iterator[Source]:
    """The files to read: each content once, and only new ones when resuming."""
    first: dict[str, str] = {}
    for path in paths:
        name, file = path.as_posix(), naming(path)
        if path.exists() and not path.is_file():
            # Reading it might never end.
            summary.add(Failure(name, file, None, "not_a_file", "a device, a pipe or a socket"))
            continue
        try:
            sha256 = hash_of(path)
        except OSError as error:
            summary.add(Failure(name, file, None, "unreadable", _reason(error)))
            continue
        if sha256 in first:
            summary.duplicates[name] = first[sha256]
            continue
        first[sha256] = name
        if resume and store.has(sha256):
            summary.skipped.append(name)
        else:
            yield Source(path, file, sha256)


def _share_failures(
    summary: ConversionSummary, progress: _Progress, naming: Callable[[Path], str]
) -> None:
    """A file with the bytes of a failed file has failed as well."""
    failed = {one.path: one for one in summary.failures}
    for name, first in list(summary.duplicates.items()):
        if first in failed:
            failure = replace(failed[first], path=name, file=naming(Path(name)), trace=None)
            del summary.duplicates[name]
            summary.add(failure)
            progress.total += 1
            progress.record(failure)


def convert_one(source: Source, on_page: OnPage, *, out: Path, options: Options) -> Outcome:
    """Read one PDF and put its report into the corpus.

    Raises:
        OutputError: the report cannot be written; everything else is an outcome.
    """
    begun, pages = perf_counter(), 0

    def count(so_far: int) -> None:
        nonlocal pages
        pages = so_far
        on_page(so_far)

    try:
        with collector_paused():
            report = _read(source, options, count)
            # What cannot be written must fail here, and not when all tables are made.
            rows = writable_rows(report)
            with written_to(out):
                write_report(out, report)
        if options.debug_pages is not None:
            draw_pages(source, options.debug_pages, report, options.password)
    except OutputError:
        raise
    except FindingsError as error:
        return Failure.of(source, error.code, _reason(error), pages_done=pages)
    except OSError as error:
        return Failure.of(source, "unreadable", _reason(error), pages_done=pages)
    except MemoryError:
        return Failure.of(source, "out_of_memory", "there is no memory left", pages_done=pages)
    except Exception as error:  # one bad file must not end the batch
        message, trace = f"{type(error).__name__}: {_reason(error)}", traceback.format_exc()
        return Failure.of(source, "internal", message, pages_done=pages, trace=trace)
    return _converted(source, report, rows, perf_counter() - begun)


def draw_pages(source: Source, folder: Path, report: Report, password: str | None) -> None:
    """Write each page's image as ``folder/<report_id>/page-001.png``."""
    from extractor.reading.page_images import drawn_pages

    place = folder / report.report_id
    images = drawn_pages(source.path.read_bytes(), report, password)
    with written_to(place):
        place.mkdir(parents=True, exist_ok=True)
        for number, image in enumerate(images, 1):
            image.save(place / f"page-{number:03}.png")


def _read(source: Source, options: Options, on_page: OnPage) -> Report:
    # The reader's libraries are heavy; who only looks at a corpus never loads them.
    from extractor import read_report

    return read_report(
        source.path,
        file=source.file,
        password=options.password,
        frameworks=_frameworks(options.frameworks),
        on_page=on_page,
    )


@cache
def _frameworks(folder: Path | None) -> tuple[Framework, ...] | None:
    return None if folder is None else tuple(load_frameworks(folder))


def _converted(source: Source, report: Report, rows: Rows, seconds: float) -> Converted:
    return Converted(
        path=source.path.as_posix(),
        file=source.file,
        sha256=source.sha256,
        report_id=report.report_id,
        framework=report.framework,
        body=report.metadata.body,
        pages=len(report.pages),
        findings=len(report.findings),
        ratings=len(report.ratings),
        percent_signs=report.percent_signs,
        percent_signs_accounted=rows["reports"][0]["percent_signs_accounted"],
        seconds=seconds,
        rows=rows,
    )


def _reason(error: Exception) -> str:
    """What went wrong in one line. The system names the file by its path, which no table holds."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(text.split())[:_MESSAGE] or type(error).__name__
