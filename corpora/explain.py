"""Everything about one finding: where it stands, which rule found it, where it is restated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpora.corpus import Corpus
from corpora.storage.rows import link
from extractor.statements.finding_rules import FindingRule, finding_rule
from schemas.document import Block, Section, TableCell
from schemas.errors import FindingsError
from schemas.finding import Finding, LedgerEntry
from schemas.problem import Problem
from schemas.rating import Rating
from schemas.report import Report

_LISTED = 5
_FIND = (
    "SELECT report_id, finding_id, page, text FROM findings WHERE starts_with(finding_id, ?) "
    "ORDER BY finding_id LIMIT ?"
)


class NoSuchFinding(FindingsError):
    """No finding has that id, or more than one begins so."""

    code = "no_such_finding"


@dataclass(frozen=True)
class Restated:
    """Another mention of the same fact; ``score`` is the evidence for that, from 0 to 1.

    ``counted`` is true where the two count as one by their ``same_as``.
    """

    finding: Finding
    agrees: bool
    score: float | None
    differs: tuple[str, ...] = ()
    counted: bool = False


@dataclass(frozen=True)
class Explanation:
    """One finding with all that the report knows around it."""

    finding: Finding
    body: str | None
    link: str
    headings: list[Section]  # from the top down to that under which it stands
    block: Block
    cell: TableCell | None
    pattern: FindingRule | None  # None where this version has no such rule
    rating: Rating | None  # the headline that it states
    restated: list[Restated]
    ledger: list[LedgerEntry]
    problems: list[Problem]

    @property
    def span(self) -> tuple[int, int]:
        """Where the quantity stands in the sentence; half open."""
        offset = self.finding.sentence_start
        return self.finding.start - offset, self.finding.end - offset

    @property
    def marked_sentence(self) -> str:
        """The sentence with the quantity between ⟦ and ⟧."""
        (start, end), text = self.span, self.finding.sentence
        return f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"


def explain(corpus: Corpus, finding_id: str) -> Explanation:
    """What there is to know of a finding; the beginning of its id is enough.

    Raises:
        NoSuchFinding: no id begins so, or more than one does.
        CorpusError: its report cannot be read.
    """
    found = corpus.sql(_FIND, [finding_id, _LISTED + 1]).dicts() if finding_id else []
    if not found:
        raise NoSuchFinding(f"{corpus.root} has no finding whose id begins with {finding_id!r}")
    exact = [one for one in found if one["finding_id"] == finding_id]
    if len(exact or found) > 1:
        some = [f"{one['finding_id']} ({one['text']}, page {one['page']})" for one in found]
        more = " and others" if len(some) > _LISTED else ""
        raise NoSuchFinding(
            f"more than one id begins with {finding_id!r}: {', '.join(some[:_LISTED])}{more}"
        )
    (one,) = exact or found
    return explain_in(corpus.report(one["report_id"]), one["finding_id"])


def explain_in(report: Report, finding_id: str) -> Explanation:
    """What a report knows of one of its findings.

    Raises:
        NoSuchFinding: the report has no finding of that id.
    """
    finding = next((one for one in report.findings if one.finding_id == finding_id), None)
    if finding is None:
        raise NoSuchFinding(f"{report.report_id} has no finding {finding_id}")
    block = report.block(finding.block_id)
    return Explanation(
        finding=finding,
        body=report.metadata.body,
        link=link(report.file, finding.page),
        headings=_headings(report, finding),
        block=block,
        cell=_cell(report, block, finding),
        pattern=finding_rule(finding.rule),
        rating=next((one for one in report.ratings if _states(one, finding)), None),
        restated=_restated(report, finding),
        ledger=[one for one in report.ledger if one.finding_id == finding_id],
        problems=[one for one in report.problems if finding_id in one.finding_ids],
    )


def _headings(report: Report, finding: Finding) -> list[Section]:
    sections = {one.section_id: one for one in report.sections}
    chain: list[Section] = []
    at = finding.section_id
    while at is not None:
        chain.insert(0, sections[at])
        at = sections[at].parent_id
    return chain


def _cell(report: Report, block: Block, finding: Finding) -> TableCell | None:
    """The cell in which a finding of a table's row stands: its texts are parted by tabs."""
    cells = [one for one in report.table_cells if one.block_id == block.block_id]
    before = block.text.count("\t", 0, finding.start)
    cells.sort(key=lambda one: one.column)
    return cells[before] if before < len(cells) else None


def _states(rating: Rating, finding: Finding) -> bool:
    """Whether a finding is the headline or one of its restatements."""
    if (rating.block_id, rating.start) == (finding.block_id, finding.start):
        return True
    place = (finding.page, finding.sentence)
    return any((one.page, one.text) == place for one in rating.restated)


def _restated(report: Report, finding: Finding) -> list[Restated]:
    """All other mentions of the same fact, in the order of the report."""
    pairs = {
        other: one
        for one in report.restatements
        for this, other in ((one.finding_id, one.other_id), (one.other_id, one.finding_id))
        if this == finding.finding_id
    }
    first = finding.same_as or finding.finding_id
    mentions: list[Restated] = []
    for other in report.findings:
        pair = pairs.get(other.finding_id)
        counted = other is not finding and first in (other.finding_id, other.same_as)
        if pair is not None:
            mentions.append(Restated(other, pair.same, pair.score, tuple(pair.differs), counted))
        elif counted:
            mentions.append(Restated(other, True, None, counted=True))
    return mentions


def interval_in_words(finding: Finding) -> str:
    """What the printed words allow, as a sentence's end: "from 40.5% up to, not including, …"."""
    low, high = finding.low, finding.high
    if low is None or high is None:
        return "a change, and no share" if finding.change else "no share, so no interval"
    if low == high:
        return f"exactly {_percent(low)}"
    start = f"from {_percent(low)}" if finding.low_closed else f"above {_percent(low)}"
    if finding.high_closed:
        return f"{start} up to {_percent(high)}"
    return f"{start} up to, but not including, {_percent(high)}"


def _percent(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"


def as_object(one: Explanation) -> dict[str, Any]:
    """Everything, for JSON."""
    start, end = one.span
    return {
        "finding": one.finding.model_dump(mode="json"),
        "body": one.body,
        "link": one.link,
        "span_in_sentence": [start, end],
        "interval": interval_in_words(one.finding),
        "headings": [
            {"number": section.number, "title": section.title, "page": section.page}
            for section in one.headings
        ],
        "lead_in": one.block.lead_in,
        "cell": one.cell.model_dump(mode="json") if one.cell else None,
        "rule": one.pattern.model_dump(mode="json", exclude={"pattern"}) if one.pattern else None,
        "rating": one.rating.model_dump(mode="json") if one.rating else None,
        "restated": [
            {
                "finding_id": other.finding.finding_id,
                "page": other.finding.page,
                "text": other.finding.text,
                "sentence": other.finding.sentence,
                "agrees": other.agrees,
                "counted": other.counted,
                "score": other.score,
                "differs": list(other.differs),
            }
            for other in one.restated
        ],
        "ledger": [entry.model_dump(mode="json") for entry in one.ledger],
        "problems": [entry.model_dump(mode="json", exclude={"places"}) for entry in one.problems],
    }
