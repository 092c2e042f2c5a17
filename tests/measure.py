"""Figures over published reports, for ``docs/measurements.md``: ``make measurements``.

Needs the reports below the folder ``FINDINGS_REPORTS`` and what readers wrote down about some of
them in ``FINDINGS_GOLD``, a JSON Lines file for each report, called as the report.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from corpora.conversion.convert import convert
from corpora.corpus import Corpus
from corpora.evaluation.evaluate import evaluate
from corpora.evaluation.gold import read_gold
from corpora.evaluation.result import Detection, Evaluation
from corpora.evaluation.statistics import Share
from tests.documents import write_measurement

PAGES_CODED = {"northamptonshire-word": "1-35"}  # of the others every page
_FIELDS = {
    "hard": (
        "value",
        "modifier",
        "numerator",
        "denominator",
        "population",
        "predicate",
        "context",
        "polarity",
        "paragraph",
        "criterion",
    ),
    "soft": ("population", "predicate", "context", "polarity"),
}
_CALLED = {
    "hard": "percentages, fractions, ratios, complements, rates",
    "soft": "counts and words without a number",
}


def golds(corpus: Corpus, folder: Path) -> dict[str, Evaluation]:
    """Each gold standard whose report is in the corpus, and what came of it."""
    named = {Path(row["file"]).stem: row["report_id"] for row in corpus.rows("reports")}
    return {
        path.stem: evaluate(
            corpus,
            read_gold(path),
            report=named[path.stem],
            pages=PAGES_CODED.get(path.stem),
        )
        for path in sorted(folder.glob("*.jsonl"))
        if path.stem in named
    }


def golds_table(results: dict[str, Evaluation]) -> str:
    """A row a figure, a column a gold standard; in brackets of how many."""
    rows = [["", *(f"`{name}`" for name in results)], ["---"] * (len(results) + 1)]
    for group, called in _CALLED.items():
        found = [_detection(result, group) for result in results.values()]
        rows.append([f"{called}: recall", *(_share(one and one.recall) for one in found)])
        rows.append(["precision", *(_share(one and one.precision) for one in found)])
        for field in _FIELDS[group]:
            shares = [_agreement(result, group, field) for result in results.values()]
            rows.append([f"{field} right", *map(_share, shares)])
    return _markdown(rows)


def _detection(result: Evaluation, group: str) -> Detection | None:
    return next((one for one in result.detection if one.name == group), None)


def _agreement(result: Evaluation, group: str, field: str) -> Share | None:
    judged = (one for one in result.agreement if (one.group, one.field) == (group, field))
    return next((one.share for one in judged), None)


def _share(share: Share | None) -> str:
    return f"{share.right / share.of:.2f} ({share.of})" if share and share.of else "–"


def reports_table(corpus: Corpus) -> str:
    """How many reports, pages and findings, and the account of the percent signs."""
    kinds = corpus.sql(
        "SELECT kind, count(*) AS findings, count(value) AS shares FROM findings "
        "GROUP BY kind ORDER BY findings DESC"
    )
    return _markdown([["kind", "findings", "with a value"], ["---"] * 3, *map(_texts, kinds.rows)])


def reports_sentence(corpus: Corpus) -> str:
    """How many reports, and the account of their percent signs."""
    answer = corpus.sql(
        "SELECT count(*), sum(pages), sum(percent_signs), sum(percent_signs_accounted), "
        "count(framework) FROM reports"
    )
    count, pages, signs, accounted, known = answer.rows[0]
    return (
        f"{_today()}: {count} readable reports of several inspectorates, {pages:,} pages; {known} "
        f"are of a known family. Of {signs:,} percent signs {accounted:,} are a finding or have a "
        "reason why they are none."
    )


def _texts(row: tuple[object, ...]) -> list[str]:
    return [f"{one:,}" if isinstance(one, int) else str(one) for one in row]


def _markdown(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _today() -> str:
    return f"{datetime.now(UTC):%d %B %Y}".lstrip("0")


def blocks(reports: Path, gold: Path) -> Iterator[tuple[str, str]]:
    """The names of the marked blocks that are written here, with what stands in them."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "corpus"
        convert([reports], out)
        corpus = Corpus.open(out)
        yield "gold standards", f"{_today()}.\n\n{golds_table(golds(corpus, gold))}"
        yield "published reports", f"{reports_sentence(corpus)}\n\n{reports_table(corpus)}"


def main() -> None:
    """Write the figures into the document."""
    reports, gold = os.environ["FINDINGS_REPORTS"], os.environ["FINDINGS_GOLD"]
    for name, block in blocks(Path(reports), Path(gold)):
        write_measurement(name, block)


if __name__ == "__main__":
    main()
