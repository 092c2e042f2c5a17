"""Reports as files of a corpus: JSON, compressed with Zstandard; the only place that knows so."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpora.storage.arrow import compressed, decompressed
from corpora.storage.atomic import write_bytes
from schemas.errors import CorpusError
from schemas.report import Report

_ENDING = ".json.zst"
_REPORT_FILE = re.compile(rf"(.*-([0-9a-f]{{2}})[0-9a-f]{{6}}){re.escape(_ENDING)}")


def report_path(root: Path, report_id: str) -> Path:
    """Where a report lies in a corpus."""
    return root / "reports" / f"{report_id}{_ENDING}"


def report_ids(root: Path) -> dict[str, list[str]]:
    """The ids of all reports by shard, the first two hex digits of the sha256, in their order."""
    shards: defaultdict[str, list[str]] = defaultdict(list)
    names = (_REPORT_FILE.fullmatch(path.name) for path in (root / "reports").glob(f"*{_ENDING}"))
    for match in sorted(filter(None, names), key=lambda match: match[1]):
        shards[match[2]].append(match[1])
    return dict(shards)


def write_report(root: Path, report: Report) -> None:
    """Put a report into the corpus; its tables follow when the store is finished."""
    json = _reports().dump_json(report) + b"\n"
    write_bytes(report_path(root, report.report_id), compressed(json))


@cache
def _reports() -> TypeAdapter[Report]:
    """Writes reports as bytes: as a text they would be copied twice."""
    return TypeAdapter(Report)


def read_stored(root: Path, report_id: str) -> Report:
    """A report of the corpus.

    Raises:
        CorpusError: it is not there, damaged, or was written by another version.
    """
    path = report_path(root, report_id)
    try:
        return Report.model_validate_json(decompressed(path.read_bytes()))
    except FileNotFoundError as error:
        raise CorpusError(f"{root} has no report {report_id}") from error
    except ValidationError as error:
        detail = error.errors()[0]
        where = ".".join(map(str, detail["loc"]))
        reason = f"{where}: {detail['msg']}"
    except ValueError as error:
        reason = str(error)
    raise CorpusError(
        f"{path.name} is damaged or of another version ({reason}); convert its PDF again"
    )
