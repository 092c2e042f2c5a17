"""What hangs on each setting: all are moved by a fifth to either side over published reports.

``python -m tests.sensitivity`` reads twenty reports of FINDINGS_REPORTS, an even selection of all,
once; lays them out anew with each setting a fifth lower and higher; and writes what changes to
``docs/settings.md``. Numbers that count are moved by one where a fifth is less than that. Headings
are also held against FINDINGS_GOLD, if that is set. What has been measured is kept in a file and
not measured again while the code is the same.

With names of settings (``layout.larger``) only those are measured, and ``--text`` measures nothing
and renews what is said of the settings.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import multiprocessing
import os
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeAlias

import extractor
from extractor.layout.pages import lay_out
from extractor.outline.read_outline import read_outline
from extractor.pipeline import report_of
from extractor.reading.collector import collector_paused
from extractor.reading.model import Document
from extractor.reading.reader import read_document
from extractor.settings import Described, Settings, described, varied
from schemas.errors import UnreadableFile
from schemas.report import Report
from tests.extractor.outline.test_outline_gold import GOLDS, f1, matched

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"
REPORTS = 20
LOWER, HIGHER = 0.8, 1.2
THINGS = ("blocks", "headings", "cells", "findings", "others")
FINDING = attrgetter(
    *("text", "kind", "value", "low", "high", "change", "numerator", "denominator", "population"),
    *("predicate", "polarity", "context", "compared_with", "section", "sentence_page"),
)
DRAFT = attrgetter(
    *("kind", "words", "label", "label_x0", "level", "source", "panel", "beside", "table_id"),
    "cells",
)
SAME = "same"
ROW = re.compile(
    r"^\| `(?P<name>\w+)` \| (?P<value>[^|]*) \|.*\| (?P<low>[^|]*) \| (?P<high>[^|]*) \|$"
)

Value: TypeAlias = "int | float | tuple[float, ...]"
Counts = dict[str, Counter[tuple[Any, ...]]]


@cache
def rooms() -> dict[str, Settings]:
    """The settings of each room, by the room's name; its further ones with their own name."""
    found: dict[str, Settings] = {}
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        for variable, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Settings) and type(value).__module__ == module.name:
                room = module.name.removeprefix("extractor.").removesuffix(".settings")
                found[f"{room}.{variable.lower()}" if room in found else room] = value
    return found


def settings() -> Iterator[tuple[str, Described]]:
    """Each setting with the name of its room."""
    for room, of_room in rooms().items():
        yield from ((room, one) for one in described(of_room))


def moved(value: Value, factor: float) -> Value:
    """A setting's value times a factor; a number that counts changes by one at least."""
    if isinstance(value, tuple):
        return tuple(round(part * factor, 4) for part in value)
    if isinstance(value, float):
        return round(value * factor, 4)
    step = 1 if factor > 1 else -1
    return value + step if round(value * factor) == value else round(value * factor)


@dataclass(frozen=True)
class Source:
    """A report: its bytes, whether its tags count, its document, and its gold, if it has one."""

    path: Path
    data: bytes
    tags: bool
    document: Document
    gold: str | None = None


def read(data: bytes, tags: bool) -> Document:
    """A document, without tags and bookmarks if they are not to count."""
    document = read_document(data)
    if not tags:
        document.bookmarks = []
        for page in document.pages:
            page.elements, page.owner = [], {}
    return document


def drafts(document: Document) -> list[tuple[Any, ...]]:
    """What is known of each draft when its document is outlined."""
    outline = read_outline(lay_out(document), document.bookmarks)
    return [
        (*DRAFT(draft), [(line.flow, line.column) for line in draft.lines])
        for draft in outline.drafts
    ]


def follows_from_drafts(room: str, name: str) -> bool:
    """Whether a setting is read before there are drafts, and not when they become blocks."""
    if room.partition(".")[0] not in ("reading", "layout", "outline"):
        return False
    package = Path(extractor.__file__).parent
    later = [*(package / "assembly").glob("*.py"), package / "layout" / "block_text.py"]
    return not any(f".{name}" in path.read_text(encoding="utf-8") for path in later)


def counts(report: Report) -> Counts:
    """What a report has, so that what differs can be counted."""
    return {
        "blocks": Counter((block.page, block.kind, block.text) for block in report.blocks),
        "headings": Counter((one.page, one.level, one.title) for one in report.sections),
        "cells": Counter((c.page, c.row, c.column, c.text) for c in report.table_cells),
        "findings": Counter(map(FINDING, report.findings)),
        "others": Counter(
            (type(one).__name__, one.model_dump_json())
            for one in (
                *(report.metadata, *report.ratings, *report.recommendations),
                *report.restatements,
            )
        ),
    }


def differing(before: Counts, after: Counts) -> dict[str, int]:
    """How many of each thing are not as before: lost, new or changed."""
    return {
        thing: max((before[thing] - after[thing]).total(), (after[thing] - before[thing]).total())
        for thing in THINGS
    }


class Measurement:
    """The reports in memory, and what they are like with the settings in use."""

    def __init__(self, most: int) -> None:
        folder = Path(os.environ["FINDINGS_REPORTS"])
        self.sources = [*_selection(sorted(folder.rglob("*.pdf")), most)]
        self.golds = _golds()
        for name in self.golds:
            path = folder / GOLDS[name][0]
            data = path.read_bytes()
            self.sources.append(Source(path, data, False, read(data, tags=False), name))
        self.drafts = [drafts(source.document) for source in self.sources]
        self.reports = [report_of(source.document, source.path.name) for source in self.sources]
        self.counts = [*map(counts, self.reports)]

    @property
    def totals(self) -> dict[str, int]:
        """How many reports, pages, and things of each kind are compared."""
        compared = [at for at, source in enumerate(self.sources) if not source.gold]
        pages = sum(len(self.sources[at].document.pages) for at in compared)
        things = {one: sum(self.counts[at][one].total() for at in compared) for one in THINGS}
        return {"reports": len(compared), "pages": pages, **things}

    def with_setting(self, room: str, name: str, value: Value) -> str:
        """What differs with another value, as the cell of a table."""
        try:
            with varied(rooms()[room], **{name: value}), collector_paused():
                reports = [self._report(at, room, name) for at in range(len(self.sources))]
        except Exception as error:  # a value that the code cannot do with is a result too
            return f"{_number(value)}: fails ({type(error).__name__})"
        found: Counter[str] = Counter()
        for source, before, report in zip(self.sources, self.counts, reports, strict=True):
            if not source.gold:
                found.update(differing(before, counts(report)))
        figures = " · ".join(str(found[thing]) for thing in THINGS)
        return f"{_number(value)}: {figures if found.total() else SAME}{self.score(reports)}"

    def _report(self, at: int, room: str, name: str) -> Report:
        """A report with the settings in use; that of before where its drafts are as before."""
        source = self.sources[at]
        document = read(source.data, source.tags) if room == "reading" else source.document
        if follows_from_drafts(room, name) and drafts(document) == self.drafts[at]:
            return self.reports[at]
        return report_of(document, source.path.name)

    def score(self, reports: Sequence[Report]) -> str:
        """F1 of the headings against the golds, as the end of a cell."""
        matches = []
        for source, report in zip(self.sources, reports, strict=True):
            if source.gold:
                sections = [one for one in report.sections if one.page in GOLDS[source.gold][1]]
                matches.append(matched(self.golds[source.gold], sections))
        return f" · {f1(matches):.3f}" if matches else ""


def _selection(paths: Sequence[Path], most: int) -> Iterator[Source]:
    """An even selection of the reports; for one that cannot be read the next is taken.

    Every second one is taken without its tags and bookmarks: many publishers give none.
    """
    for at in range(min(most, len(paths))):
        for path in paths[at * len(paths) // min(most, len(paths)) :]:
            data = path.read_bytes()
            try:
                yield Source(path, data, tags := at % 2 == 0, read(data, tags))
            except UnreadableFile:
                continue
            break


def _golds() -> dict[str, list[dict[str, Any]]]:
    """The headings that readers wrote down, by the gold's name."""
    folder = os.environ.get("FINDINGS_GOLD")
    found = {}
    for name, (_, pages) in GOLDS.items() if folder else ():
        text = (Path(str(folder)) / f"{name}.structure.json").read_text(encoding="utf-8")
        found[name] = [one for one in json.loads(text)["outline"] if one["page"] in pages]
    return found


def _number(value: Value) -> str:
    return ", ".join(f"{part:g}" for part in (value if isinstance(value, tuple) else (value,)))


def digest() -> str:
    """Of all code and data that a report depends on."""
    whole = hashlib.sha256()
    for path in sorted(Path(extractor.__file__).parent.rglob("*")):
        if path.suffix in (".py", ".yaml", ".jsonl"):
            whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


_measured: Measurement | None = None  # of this process and those forked from it


def _measure(task: tuple[str, str]) -> tuple[str, str, str, str]:
    assert _measured is not None
    room, name = task
    value = getattr(rooms()[room], name)
    low, high = (
        _measured.with_setting(room, name, moved(value, factor)) for factor in (LOWER, HIGHER)
    )
    return room, name, low, high


def measure(tasks: list[tuple[str, str]], store: Path, jobs: int, most: int) -> dict[str, Any]:
    """Measure settings, those apart that the store has; the totals and each setting's cells."""
    global _measured  # noqa: PLW0603  forked processes share the documents
    code = digest()
    kept: dict[str, Any] = {}
    if store.exists():
        for line in store.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["code"] == code:
                kept[f"{one['room']}.{one['name']}"] = [one["low"], one["high"]]
    _measured = Measurement(most)
    left = [task for task in tasks if ".".join(task) not in kept]
    store.parent.mkdir(parents=True, exist_ok=True)
    context = multiprocessing.get_context("fork")
    with context.Pool(jobs) as pool, store.open("a", encoding="utf-8") as file:
        for room, name, low, high in pool.imap_unordered(_measure, left):
            record = {"code": code, "room": room, "name": name, "low": low, "high": high}
            print(json.dumps(record, ensure_ascii=False), file=file, flush=True)
            kept[f"{room}.{name}"] = [low, high]
    return {"totals": _measured.totals, "cells": kept}


def cells_of(page: str) -> dict[str, tuple[str, str, str]]:
    """What a page says of each setting: its value when measured, and both sides."""
    found: dict[str, tuple[str, str, str]] = {}
    room = ""
    for line in page.splitlines():
        if line.startswith("## "):
            room = line.removeprefix("## ")
        elif match := ROW.match(line):
            found[f"{room}.{match['name']}"] = match["value"], match["low"], match["high"]
    return found


INTRODUCTION = """\
# Settings

The tolerances of the rooms: what each decides, where its value is from, and what
hangs on it. This page is written by `python -m tests.sensitivity`; the settings stand in the
`settings.py` of each room.

{measured}

A cell tells the other value, and how many blocks · headings · table cells · findings · others
(ratings, recommendations, restatements, metadata) are then not as before: lost, new or changed.
Last comes the F1 of headings found without tags and bookmarks against four outlines written by
readers{score}. Where a setting counts, it was moved by one if a
fifth is less.
"""
TOTALS = re.compile(r"^Measured over .*$", re.M)
SCORE = re.compile(r"written by\nreaders( \([^)]*\))")


def measured_line(totals: dict[str, int]) -> str:
    """What was measured on, in a sentence."""
    return (
        f"Measured over {totals['reports']} published reports, half of them without their tags and "
        f"bookmarks, {totals['pages']:,} pages: "
        f"{totals['blocks']:,} blocks, {totals['headings']:,} headings, "
        f"{totals['cells']:,} cells, {totals['findings']:,} findings, {totals['others']:,} others."
    )


def rendered(line: str, score: str, cells: dict[str, tuple[str, str, str]]) -> str:
    """The page: a table for each room."""
    parts = [INTRODUCTION.format(measured=line, score=score), *_summary(cells)]
    for room, of_room in rooms().items():
        doc = (type(of_room).__doc__ or "").strip()
        parts += ["", f"## {room}", "", doc, ""]
        parts.append("| setting | value | what it decides | where from | a fifth lower | higher |")
        parts.append("|---|---|---|---|---|---|")
        for one in described(of_room):
            low, high = cells.get(f"{room}.{one.name}", ("", "", ""))[1:]
            said = f"{one.decides} | {one.source}".replace("``", "`")
            parts.append(f"| `{one.name}` | {shown(one)} | {said} | {low} | {high} |")
    return "\n".join(parts) + "\n"


def shown(one: Described) -> str:
    """A setting's value with its unit."""
    return f"{_number(one.value)} {one.unit}"


def _summary(cells: dict[str, tuple[str, str, str]]) -> Iterator[str]:
    names = [name for name, (_, *sides) in cells.items() if not all(SAME in one for one in sides)]
    listed = ", ".join(f"`{name}`" for name in names)
    yield (
        f"Of {len(cells)} settings {len(cells) - len(names)} change nothing in these reports, "
        "whichever way they are moved:\nthe reports leave room on both sides, or seldom have what "
        f"is decided. The others are\n{listed}."
    )


def renewed(page: str) -> str:
    """The page with what the code says of each setting, and the measurements that it has."""
    line, score = TOTALS.search(page), SCORE.search(page)
    return rendered(line.group() if line else "", score.group(1) if score else "", cells_of(page))


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="room.setting; all by default")
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--store", type=Path, default=Path("build/sensitivity.jsonl"))
    parser.add_argument("--text", action="store_true", help="measure nothing")
    chosen = parser.parse_args([*arguments] if arguments is not None else None)
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    if not chosen.text:
        known = {f"{room}.{one.name}": (room, one) for room, one in settings()}
        names = chosen.names or [*known]
        tasks = [(known[name][0], known[name][1].name) for name in names]
        result = measure(tasks, chosen.store, chosen.jobs, chosen.reports)
        cells = cells_of(page)
        for name in names:
            cells[name] = (shown(known[name][1]), *result["cells"][name])
        assert _measured is not None
        score = _measured.score(_measured.reports).removeprefix(" · ")
        score = f" ({score} with the values in use)" if score else ""
        page = rendered(measured_line(result["totals"]), score, cells)
    PAGE.write_text(renewed(page), encoding="utf-8")


if __name__ == "__main__":
    main()
