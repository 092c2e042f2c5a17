"""Many PDFs into a corpus. One bad file is one row among the failures, and the rest goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import perf_counter

from corpora.conversion.inputs import Source, expand, file_name, source
from corpora.conversion.outcome import ConversionSummary, Converted, Failure, Outcome, Rows
from corpora.conversion.pool import run
from corpora.conversion.runlog import RunLog
from corpora.storage.shards import writable_rows
from corpora.storage.store import Store, write_report
from extractor.reading.collector import collector_paused, sweep
from schemas.errors import FindingsError, UnreadableFile
from schemas.framework import Framework, load_frameworks
from schemas.report import Report

OnOutcome = Callable[[Outcome, int, int], None]
_MESSAGE = 300


@dataclass(frozen=True)
class Settings:
    """How each file of a conversion is read, and into which corpus."""

    out: Path
    password: str | None = None
    frameworks: Path | None = None
    keep_rows: bool = True  # another process would spend more on sending them than they save
    debug_pages: Path | None = None


def convert(
    inputs: Iterable[str | Path],
    out: Path,
    *,
    password: str | None = None,
    frameworks: Path | None = None,
    jobs: int = 1,
    resume: bool = False,
    debug_pages: Path | None = None,
    on_outcome: OnOutcome | None = None,
) -> ConversionSummary:
    """Read every PDF of the inputs and bring the corpus up to date.

    ``debug_pages`` is a folder for images of the pages with what was read drawn on them.
    ``on_outcome`` hears of each file as it is done, with how many are done and how many there are.

    Raises:
        NothingToConvert: there is no PDF among the inputs.
        CorpusError: ``out`` cannot be written as a corpus.
        FrameworkInvalid: a framework in the folder ``frameworks`` does not follow the format.
    """
    found = expand(inputs)
    settings = Settings(out, password, frameworks, jobs == 1, debug_pages)
    _frameworks(frameworks)
    store, summary, log = Store(out), ConversionSummary(), RunLog(out)
    summary.failures += [_missing(name) for name in found.missing]
    sources = list(_distinct(found.paths, store, summary, resume))
    done = _Progress(store, summary, on_outcome, len(sources) + len(summary.failures))
    try:
        for failure in summary.failures[:]:
            done.settle(failure)
        with collector_paused():
            for outcome in run(convert_one, sources, settings, jobs):
                done.settle(outcome)
                summary.add(_without_rows(outcome))
                sweep()
    finally:
        # Also after an interrupt: what has been read until then is in the tables.
        _share_failures(summary, done)
        summary.sort()
        with collector_paused():
            store.finish()
        paths = {one.sha256: one.path for one in sources}
        store.note_sources((one.report_id, paths[one.sha256]) for one in summary.converted)
        log.write(summary)
    return summary


def _without_rows(outcome: Outcome) -> Outcome:
    return replace(outcome, rows=None) if isinstance(outcome, Converted) else outcome


@dataclass
class _Progress:
    """Books each outcome and tells the listener."""

    store: Store
    summary: ConversionSummary
    listener: OnOutcome | None
    total: int
    done: int = 0

    def settle(self, outcome: Outcome) -> None:
        self.store.settle(outcome)
        self.done += 1
        if self.listener:
            self.listener(outcome, self.done, self.total)


def _missing(name: str) -> Failure:
    return Failure(file_name(Path(name)), None, "not_found", "no such file, or no PDF in it")


def _distinct(
    paths: Iterable[Path], store: Store, summary: ConversionSummary, resume: bool
) -> Iterator[Source]:
    """The files to read: each content once, and only new ones when resuming."""
    first: dict[str, str] = {}
    for path in paths:
        try:
            found = source(path)
        except OSError as error:
            summary.add(Failure(file_name(path), None, "unreadable", error.strerror or str(error)))
            continue
        if found.sha256 in first:
            summary.duplicates[found.file] = first[found.sha256]
            continue
        first[found.sha256] = found.file
        if resume and store.has(found.sha256):
            summary.skipped.append(found.file)
        else:
            yield found


def _share_failures(summary: ConversionSummary, done: _Progress) -> None:
    """A file with the bytes of a failed file has failed as well."""
    failed = {one.file: one for one in summary.failures}
    for file, first in list(summary.duplicates.items()):
        if first in failed:
            failure = replace(failed[first], file=file, trace=None)
            del summary.duplicates[file]
            summary.add(failure)
            done.total += 1
            done.settle(failure)


def convert_one(one: Source, settings: Settings) -> Outcome:
    """Read one PDF and put its report into the corpus. Never raises but for an interrupt."""
    begun = perf_counter()
    try:
        with collector_paused():
            report = _read(one, settings)
            # What cannot be written must fail here, and not when all tables are made.
            rows = writable_rows(report)
            write_report(settings.out, report)
        if settings.debug_pages is not None:
            draw_pages(one, settings.debug_pages, report, settings.password)
    except UnreadableFile as error:
        return Failure(one.file, one.sha256, error.code, _one_line(error), error.pages_done)
    except FindingsError as error:
        return Failure(one.file, one.sha256, error.code, _one_line(error))
    except OSError as error:
        return Failure(one.file, one.sha256, "unreadable", _one_line(error))
    except Exception as error:  # one bad file must not end the batch
        message = f"{type(error).__name__}: {_one_line(error)}"
        return Failure(one.file, one.sha256, "internal", message, trace=traceback.format_exc())
    outcome = _converted(one, report, rows, perf_counter() - begun)
    return outcome if settings.keep_rows else _without_rows(outcome)


def draw_pages(one: Source, folder: Path, report: Report, password: str | None) -> None:
    """Write each page's image as ``folder/<report_id>/page-001.png``."""
    from extractor.reading.page_images import drawn_pages

    place = folder / report.report_id
    place.mkdir(parents=True, exist_ok=True)
    for number, image in enumerate(drawn_pages(one.path.read_bytes(), report, password), 1):
        image.save(place / f"page-{number:03}.png")


def _read(one: Source, settings: Settings) -> Report:
    # The reader's libraries are heavy; who only looks at a corpus never loads them.
    from extractor import read_report

    return read_report(
        one.path,
        file=one.file,
        password=settings.password,
        frameworks=_frameworks(settings.frameworks),
    )


@cache
def _frameworks(folder: Path | None) -> tuple[Framework, ...] | None:
    return None if folder is None else tuple(load_frameworks(folder))


def _converted(one: Source, report: Report, rows: Rows, seconds: float) -> Converted:
    return Converted(
        file=one.file,
        sha256=one.sha256,
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


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:_MESSAGE] or type(error).__name__
