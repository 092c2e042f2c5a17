"""One PDF as one model."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.document import Block, Furniture, Metadata, Model, PageInfo, Section, TableCell
from schemas.finding import Finding, LedgerEntry
from schemas.problem import Problem
from schemas.rating import Rating, Recommendation

Likeness = Literal["value", "interval", "complement", "base", "population"]
Difference = Literal["number", "base", "population"]


class Candidate(Model):
    """A framework considered for a report: how much identifies it, what is missing.

    ``lost`` says why the report is not taken to be of this family; null for the one that it is of.
    """

    framework: str
    score: float
    missing: list[str] = []
    lost: str | None = None


class RestatementPair(Model):
    """Two findings that tell the same fact, the earlier first, and the evidence for it.

    They are kept also where what they say differs: that is for the checks to judge.
    """

    finding_id: str
    other_id: str
    score: float = Field(ge=0, le=1, description="how sure it is that both tell the same fact")
    agrees: list[Likeness] = Field(description="what is the same in both")
    differs: list[Difference] = Field(default=[], description="what both say and say differently")

    @property
    def same(self) -> bool:
        """Whether number and base agree, so that the two are to be counted once."""
        return not {"number", "base"} & set(self.differs)


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
    restatements: list[RestatementPair] = []
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
