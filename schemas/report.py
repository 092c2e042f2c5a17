"""One PDF as one model."""

from __future__ import annotations

from pydantic import Field

from schemas.document import Block, Furniture, Metadata, Model, PageInfo, Section, TableCell
from schemas.finding import Finding, LedgerEntry
from schemas.problem import Problem
from schemas.rating import Rating, Recommendation


class Candidate(Model):
    """A framework considered for a report: how much identifies it, what is missing."""

    framework: str
    score: float
    missing: list[str] = []


class Retelling(Model):
    """Two findings that tell the same fact, with the evidence for it between 0 and 1."""

    finding_id: str
    retells: str
    score: float
    agrees: bool


class Report(Model):
    """Everything that was read from one PDF. Pages are physical and 1-based, boxes in points."""

    report_id: str
    file: str
    sha256: str
    framework: str | None = None
    framework_candidates: list[Candidate] = []
    metadata: Metadata = Metadata()
    pages: list[PageInfo]
    blocks: list[Block]
    sections: list[Section]
    table_cells: list[TableCell] = []
    furniture: list[Furniture] = []
    findings: list[Finding] = []
    ratings: list[Rating] = []
    recommendations: list[Recommendation] = []
    retellings: list[Retelling] = []
    ledger: list[LedgerEntry] = []
    percent_signs: int = Field(default=0, description="% and 'per cent' among the words as read")
    problems: list[Problem] = []
    warnings: list[str] = Field(default=[], description="what the reading could not do, in words")

    def block(self, block_id: str) -> Block:
        """The block of that id.

        Raises:
            KeyError: the report has no such block.
        """
        for block in self.blocks:
            if block.block_id == block_id:
                return block
        raise KeyError(block_id)
