"""An evaluation as rows and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpora.evaluation.gold import GoldRow
from corpora.evaluation.pairing import Found
from corpora.evaluation.result import Disagreement, Evaluation
from corpora.evaluation.statistics import Share

COLUMNS = ("group", "measure", "right", "of", "share", "low", "high", "kappa")
_DECIMALS = 4
Row = tuple[object, ...]


def measure_rows(result: Evaluation) -> list[Row]:
    """One row a figure: precision, recall, F1 and exact text of each group, then each field.

    ``low`` and ``high`` are the ends of the 95% interval of ``share``.
    """
    return [*_detection_rows(result), *_agreement_rows(result)]


def _detection_rows(result: Evaluation) -> Iterator[Row]:
    for one in result.detection:
        yield (one.name, "precision", *_share(one.precision), None)
        yield (one.name, "recall", *_share(one.recall), None)
        yield (one.name, "f1", None, None, _rounded(one.f1), None, None, None)
        yield (one.name, "exact_text", *_share(one.exact_text), None)


def _agreement_rows(result: Evaluation) -> Iterator[Row]:
    for one in result.agreement:
        yield (one.group, one.field, *_share(one.share), _rounded(one.kappa))


def _share(share: Share) -> Row:
    low, high = share.interval or (None, None)
    return (share.right, share.of, *map(_rounded, (share.share, low, high)))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)


def as_object(result: Evaluation) -> dict[str, Any]:
    """Everything, for JSON."""
    return {
        "reports": result.reports,
        "pages": result.pages,
        "measures": [dict(zip(COLUMNS, row, strict=True)) for row in measure_rows(result)],
        "not_compared": result.not_compared,
        "remarks": result.remarks,
        "missed": [{"report_id": one, **_coded(row)} for one, row in result.missed],
        "false_finds": [_printed(found) for found in result.false_finds],
        "wrong_fields": [_wrong(one) for one in result.disagreements],
    }


def _coded(row: GoldRow) -> dict[str, Any]:
    return {"row": row.number, "text": row.text, "sentence": row.sentence, **row.fields}


def _printed(found: Found) -> dict[str, Any]:
    names = ("report_id", "finding_id", "page", "kind", "text", "sentence", "rule")
    return {name: found[name] for name in names}


def _wrong(one: Disagreement) -> dict[str, Any]:
    place = {
        "field": one.field,
        "coded": one.coded,
        "extracted": one.extracted,
        "row": one.row.number,
    }
    return {**place, **_printed(one.found)}
