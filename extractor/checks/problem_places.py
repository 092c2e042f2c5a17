"""Problems with the places that they speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.document import Block
from schemas.finding import Finding, Provenance
from schemas.problem import Problem, Severity
from schemas.report import Report


@dataclass(frozen=True)
class Place:
    """A place that a problem speaks of, and what is printed there."""

    provenance: Provenance
    quote: str
    finding_id: str | None = None


def at_finding(finding: Finding) -> Place:
    """Where a finding stands, with its sentence."""
    provenance = Provenance.model_construct(
        report_id=finding.report_id,
        block_id=finding.block_id,
        start=finding.start,
        end=finding.end,
        page=finding.page,
        page_label=finding.page_label,
        boxes=finding.boxes,
    )
    return Place(provenance, finding.sentence, finding.finding_id)


def at_block(report: Report, block: Block) -> Place:
    """A whole block: a heading, a line of the contents page, a row."""
    return at_text(report.report_id, block, 0, len(block.text))


def at_text(report_id: str, block: Block, start: int, end: int) -> Place:
    """A piece of a block's text: a sentence."""
    boxes = block.boxes(start, end)
    provenance = Provenance.model_construct(
        report_id=report_id,
        block_id=block.block_id,
        start=start,
        end=end,
        page=boxes[0].page if boxes else block.page,
        page_label=None,
        boxes=boxes,
    )
    return Place(provenance, block.text[start:end])


def problem(
    code: str,
    severity: Severity,
    message: str,
    places: Iterable[Place] = (),
    *,
    criterion: str | None = None,
    verdict_changing: bool = False,
    pages: Iterable[int] = (),
) -> Problem:
    """A problem with the pages and findings of its places; ``pages`` are further ones."""
    spoken_of = list(places)
    on = {*pages, *(place.provenance.page for place in spoken_of)}
    return Problem(
        code=code,
        severity=severity,
        verdict_changing=verdict_changing,
        message=message,
        criterion=criterion,
        pages=sorted(on),
        finding_ids=[place.finding_id for place in spoken_of if place.finding_id],
        places=[place.provenance for place in spoken_of],
        quotes=list(dict.fromkeys(place.quote for place in spoken_of)),
    )
