"""One report as rows of every table: pure functions, one for each table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from schemas.contract.columns import SHARE_DECIMALS
from schemas.document import Block
from schemas.finding import Finding, LedgerEntry
from schemas.geometry import POINT_DECIMALS, Box
from schemas.rating import Rating, Restatement
from schemas.report import Report

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_BOX = "[%d,{0};{0};{0};{0}]".format(f"%.{POINT_DECIMALS}f")


def rows_of(report: Report) -> Rows:
    """The rows of one report, for each table that is made of reports.

    A row has every column of its table, and may have more: the model's other fields.
    """
    return {name: list(rows(report)) for name, rows in _MAKERS.items()}


def link(file: str, page: int) -> str:
    """Where a page of a file is found, from where the file's name leads to it."""
    return f"{file}#page={page}"


def boxes_json(boxes: Iterable[Box]) -> str:
    """Boxes as ``[[page,x0,top,x1,bottom],…]``, in points."""
    # Written out: every block and finding passes here, and the json module takes far longer.
    # The semicolons tell a side's last zero, which is not written, from that of a page.
    return (
        f"[{','.join([_BOX % box for box in boxes])}]".replace("0;", ",")
        .replace(";", ",")
        .replace("0]", "]")
    )


def as_json(value: object) -> str:
    """JSON without needless spaces, text as printed."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rounded(boxes: Iterable[Box]) -> list[list[float]]:
    return [
        [
            box.page,
            *(round(side, POINT_DECIMALS) for side in (box.x0, box.top, box.x1, box.bottom)),
        ]
        for box in boxes
    ]


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, SHARE_DECIMALS)


def _accounted(entry: LedgerEntry) -> bool:
    return entry.finding_id is not None or entry.reason not in (None, "", "unknown")


def _reports(report: Report) -> Iterator[Row]:
    signs = [entry for entry in report.ledger if entry.kind == "percent"]
    yield {
        "report_id": report.report_id,
        "file": report.file,
        "link": link(report.file, 1),
        "sha256": report.sha256,
        "pages": len(report.pages),
        "framework": report.framework,
        "framework_candidates": as_json([c.model_dump() for c in report.framework_candidates]),
        **vars(report.metadata),
        "team": as_json([member.model_dump() for member in report.metadata.team]),
        "percent_signs": report.percent_signs,
        "percent_signs_accounted": sum(map(_accounted, signs)),
        "text_pages": sum(page.words > 0 for page in report.pages),
        "warnings": as_json(report.warnings),
    }


def _sections(report: Report) -> Iterator[Row]:
    for section in report.sections:
        near = as_json([one.model_dump() for one in section.criterion_candidates])
        yield {"report_id": report.report_id, **vars(section), "criterion_candidates": near}


def _blocks(report: Report) -> Iterator[Row]:
    for block in report.blocks:
        if block.words:
            yield _block(report.report_id, block)


def _block(report_id: str, block: Block) -> Row:
    row = {
        "report_id": report_id,
        **vars(block),
        "page": block.page,
        "last_page": block.last_page,
        "boxes": boxes_json(block.boxes()),
    }
    del row["words"]
    return row


def _findings(report: Report) -> Iterator[Row]:
    for finding in report.findings:
        yield _finding(report, finding)


def _finding(report: Report, finding: Finding) -> Row:
    return {
        **vars(finding),
        "report_id": report.report_id,
        "link": link(report.file, finding.page),
        "value": _share(finding.value),
        "low": _share(finding.low),
        "high": _share(finding.high),
        "compared_value": _share(finding.compared_value),
        "boxes": boxes_json(finding.boxes),
    }


def _restatements(report: Report) -> Iterator[Row]:
    for pair in report.restatements:
        yield {
            "report_id": report.report_id,
            **vars(pair),
            "score": _share(pair.score),
            "agrees": as_json(pair.agrees),
            "differs": as_json(pair.differs),
        }


def _ratings(report: Report) -> Iterator[Row]:
    for rating in report.ratings:
        yield _rating(report, rating)


def _rating(report: Report, rating: Rating) -> Row:
    return {
        **vars(rating),
        "report_id": report.report_id,
        "link": link(report.file, rating.page),
        "score": _share(rating.score),
        "boxes": boxes_json(rating.boxes),
        "restated": as_json([_restatement(one) for one in rating.restated]),
    }


def _restatement(one: Restatement) -> Row:
    result = {"score": _share(one.score), "grade": one.grade}
    return {"page": one.page, "text": one.text, **result, "boxes": _rounded(one.boxes)}


def _recommendations(report: Report) -> Iterator[Row]:
    for one in report.recommendations:
        place = {"report_id": report.report_id, "link": link(report.file, one.page)}
        yield {**place, **vars(one)}


def _table_cells(report: Report) -> Iterator[Row]:
    for cell in report.table_cells:
        row = {"report_id": report.report_id, **vars(cell)}
        del row["column_header_at"]
        yield {**row, "text": cell.text or None, "value": _share(cell.value)}


def problem_rows(report: Report) -> Iterator[Row]:
    """The rows of the table ``problems``, the most serious first."""
    for problem in report.problems:
        yield {
            "report_id": report.report_id,
            **vars(problem),
            "pages": as_json(problem.pages),
            "finding_ids": as_json(problem.finding_ids),
            "quotes": as_json(problem.quotes),
        }


def _ledger(report: Report) -> Iterator[Row]:
    for entry in report.ledger:
        yield {"report_id": report.report_id, **vars(entry)}


_MAKERS: dict[str, Callable[[Report], Iterator[Row]]] = {
    "reports": _reports,
    "sections": _sections,
    "blocks": _blocks,
    "findings": _findings,
    "restatements": _restatements,
    "ratings": _ratings,
    "recommendations": _recommendations,
    "table_cells": _table_cells,
    "problems": problem_rows,
    "ledger": _ledger,
}
