"""One PDF to one Report: every step in order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from extractor.assembly.assembler import Assembler, Body
from extractor.assembly.ids import Ids, report_id
from extractor.checks.run import run_checks
from extractor.content.recommendations import read_recommendations
from extractor.frameworks.identify import chosen, identify
from extractor.frameworks.ratings import read_ratings
from extractor.layout.pages import lay_out
from extractor.ledger import count_percent_signs, keep_ledger
from extractor.metadata.report_facts import read_metadata
from extractor.outline.read_outline import read_outline
from extractor.reading.collector import collector_paused
from extractor.reading.model import Document
from extractor.reading.reader import read_document
from extractor.restatements.linking import link_restatements
from extractor.statements.reader import StatementReader
from schemas.finding import Finding
from schemas.framework import Framework, load_frameworks
from schemas.rating import Rating
from schemas.report import Report


def read_report(
    source: Path | str | bytes,
    *,
    file: str | None = None,
    password: str | None = None,
    frameworks: Sequence[Framework] | None = None,
) -> Report:
    """Read one PDF.

    Args:
        source: a path, or the PDF's bytes.
        file: the name to record; the path as given by default.
        password: for an encrypted file.
        frameworks: the families to consider; those of the package by default.

    Raises:
        UnreadableFile: empty, not a PDF, damaged, or a password is needed.
        OSError: the path cannot be opened.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = file or (str(source) if not isinstance(source, bytes) else "report.pdf")
    sha256 = hashlib.sha256(data).hexdigest()
    with collector_paused():
        return report_of(read_document(data, password), name, sha256, frameworks)


def report_of(
    document: Document,
    file: str,
    sha256: str = "0" * 64,
    frameworks: Sequence[Framework] | None = None,
) -> Report:
    """The report of a document whose words have been read; ``sha256`` is that of its file."""
    known = load_frameworks() if frameworks is None else frameworks
    return _Reading(document, file, sha256, known).report()


class _Reading:
    """The steps from a document to its report."""

    def __init__(
        self, document: Document, file: str, sha256: str, frameworks: Sequence[Framework]
    ) -> None:
        self.document, self.file, self.sha256 = document, file, sha256
        self.report_id = report_id(Path(file).stem, sha256)
        self.ids = Ids(self.report_id)
        self.layout = lay_out(document)
        self.outline = read_outline(self.layout, document.bookmarks)
        self.candidates = identify(self.outline.page_texts(), frameworks)
        self.framework = chosen(self.candidates, frameworks)
        self.labels = self.layout.page_labels()

    def report(self) -> Report:
        """Blocks, findings, ratings and the account of all figures."""
        built = self._assembler().build(self.outline.drafts)
        own_family = bool(self.framework and self.framework.figures_are == "inspectors_own")
        reader = StatementReader(self.report_id, self.ids, built, self.labels, own_family)
        findings = reader.read(built.blocks)
        ratings = self._ratings(findings, built)
        restatements = link_restatements(findings, built.blocks, ratings, built.sections)
        furniture = self.layout.furniture_pieces()
        report = Report.model_construct(
            report_id=self.report_id,
            file=self.file,
            sha256=self.sha256,
            framework=self.framework.id if self.framework else None,
            framework_candidates=self.candidates,
            metadata=read_metadata(built.blocks, self.outline.drafts, self.framework),
            pages=self.layout.page_infos(),
            blocks=built.blocks,
            sections=built.sections,
            table_cells=built.cells,
            furniture=furniture,
            findings=findings,
            ratings=ratings,
            recommendations=read_recommendations(built.blocks, built.sections, self.framework),
            restatements=restatements,
            ledger=keep_ledger(built.blocks, furniture, findings),
            percent_signs=count_percent_signs(self.document),
            problems=[],
            warnings=self.document.warnings,
        )
        report.problems = run_checks(report, self.framework)
        return report

    def _assembler(self) -> Assembler:
        layout = self.layout
        return Assembler(self.ids, layout.vocabulary, self.labels, layout.turned, self.framework)

    def _ratings(self, findings: list[Finding], built: Body) -> list[Rating]:
        return read_ratings(self.report_id, findings, built, self.labels, self.framework)
