"""Which report each row of a hand-coded sample speaks of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from corpora.corpus import Corpus
from corpora.evaluation.gold import Gold, GoldError, GoldRow
from corpora.evaluation.texts import plain_words

_FITS = 0.5  # share of the sentences that must stand in the report
_LEADS = 0.2  # over the next report
_LOOKED_FOR = 100
_FOLDERS = re.compile(r"^.*[\\/]")


def rows_by_report(corpus: Corpus, gold: Gold, report: str | None) -> dict[str, list[GoldRow]]:
    """The rows of each report, in the order of the sample.

    ``report`` is an id, its beginning, or a file's name. Without it the rows name their report
    themselves; if they do not, they are of the one report that has their sentences.

    Raises:
        GoldError: a name is unknown or ambiguous, or no one report has the sentences.
    """
    files = {row["report_id"]: row["file"] for row in corpus.table("reports")}
    wanted = None if report is None else _named(report, files)
    if not any(row.report for row in gold.rows):
        return {wanted or _fitting(corpus, gold, list(files)): gold.rows}
    rows: defaultdict[str, list[GoldRow]] = defaultdict(list)
    for row in gold.rows:
        if row.report is None:
            raise GoldError(f"row {row.number} names no report, and others do")
        owner = _named(row.report, files)
        if wanted in (None, owner):
            rows[owner].append(row)
    if not rows:
        raise GoldError(f"no row is about {wanted}")
    return dict(rows)


def _named(name: str, files: dict[str, str]) -> str:
    """The one report of that id, beginning of an id, or file name."""
    if name in files:
        return name
    found = [one for one, file in files.items() if _bare(file) == _bare(name)]
    found = found or [one for one in files if one.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise GoldError(f"{name!r} may be {' or '.join(found)}; name one")
    raise GoldError(f"the corpus has no report {name!r}")


def _bare(file: str) -> str:
    return _FOLDERS.sub("", file).casefold().removesuffix(".pdf")


def _fitting(corpus: Corpus, gold: Gold, reports: list[str]) -> str:
    """The report that has the sample's sentences."""
    if len(reports) == 1:
        return reports[0]
    sentences = list(dict.fromkeys(plain_words(row.sentence) for row in gold.rows))
    some = sentences[:: max(1, len(sentences) // _LOOKED_FOR)]
    shares = sorted(
        (sum(one in text for one in some) / len(some), report) for report, text in _texts(corpus)
    )
    (next_best, other), (best, report) = shares[-2:] if len(shares) > 1 else [(0.0, ""), (0.0, "")]
    if best < _FITS:
        raise GoldError("its sentences stand in no report of the corpus; name one with --report")
    if best - next_best < _LEADS:
        raise GoldError(f"its sentences stand in {report} and in {other}; name one with --report")
    return report


def _texts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The whole text of each report."""
    for report, blocks in groupby(corpus.rows("blocks"), key=itemgetter("report_id")):
        yield report, plain_words(" ".join(block["text"] for block in blocks))
