"""What a check is: a pure function from a report, and its framework if it has one, to problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from schemas.document import Block
from schemas.finding import Finding, Provenance
from schemas.framework import Framework
from schemas.problem import Problem, Severity
from schemas.report import Report

Find = Callable[[Report, Framework | None], Iterable[Problem]]


@dataclass(frozen=True)
class Check:
    """A check and the code of the problems that it finds. What it cannot decide it passes over."""

    code: str
    find: Find


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
    some = list(places)
    on = {*pages, *(one.provenance.page for one in some)}
    return Problem(
        code=code,
        severity=severity,
        verdict_changing=verdict_changing,
        message=message,
        criterion=criterion,
        pages=sorted(on),
        finding_ids=[one.finding_id for one in some if one.finding_id],
        places=[one.provenance for one in some],
        quotes=list(dict.fromkeys(one.quote for one in some)),
    )
