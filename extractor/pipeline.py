"""One PDF to one Report: every step in order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from extractor.assembly.assembler import Assembler, Body
from extractor.assembly.ids import Ids, report_id
from extractor.assembly.paragraph_numbers import adopt_numbers
from extractor.checks.run import run_checks
from extractor.content.recommendations import read_recommendations
from extractor.frameworks.identify import chosen, identify
from extractor.frameworks.ratings import read_ratings
from extractor.layout.block_text import Vocabulary, assemble
from extractor.layout.model import BlockDraft
from extractor.layout.page_breaks import join_breaks
from extractor.layout.pages import LayoutResult, lay_out
from extractor.layout.signatures import mark_closings
from extractor.ledger import count_percent_signs, keep_ledger
from extractor.metadata.report_facts import read_metadata
from extractor.outline.asides import part_asides
from extractor.outline.contents import read_contents
from extractor.outline.cover import mark_cover, open_dividers
from extractor.outline.headings import HeadingEvidence, find_headings
from extractor.outline.levels import set_levels
from extractor.outline.signatories import mark_signed
from extractor.reading.collector import collector_paused
from extractor.reading.model import Document
from extractor.reading.reader import read_document
from extractor.reading.turned import displayed_box
from extractor.restatements.linking import link_restatements
from extractor.statements.reader import StatementReader
from schemas.document import Furniture, PageInfo
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
        self.vocabulary = Vocabulary(document)
        self.turned = {page.number: page for page in document.pages if page.turn}
        self.laid = lay_out(document, self.vocabulary.words)
        self.drafts = self._outlined(self.laid)
        self.candidates = identify(_texts(self.drafts), frameworks)
        self.framework = chosen(self.candidates, frameworks)
        self.labels = _labels(document, self.laid)

    def _outlined(self, laid: LayoutResult) -> list[BlockDraft]:
        contents = read_contents(laid.drafts)
        labels = laid.furnished.labels
        witnesses = HeadingEvidence(self.document.bookmarks, contents, labels, laid.usual)
        mark_cover(laid.drafts, witnesses)
        open_dividers(laid.drafts, laid.dividers, witnesses)
        mark_signed(laid.drafts)
        outlined = part_asides(laid.drafts, laid.usual)
        find_headings(outlined, witnesses)
        set_levels(outlined, witnesses)
        drafts = mark_closings(join_breaks(outlined))
        adopt_numbers(drafts)
        return drafts

    def report(self) -> Report:
        """Blocks, findings, ratings and the account of all figures."""
        built = self._assembler().build(self.drafts)
        own_family = bool(self.framework and self.framework.figures_are == "inspectors_own")
        reader = StatementReader(self.report_id, self.ids, built, self.labels, own_family)
        findings = reader.read(built.blocks)
        ratings = self._ratings(findings, built)
        restatements = link_restatements(findings, built.blocks, ratings, built.sections)
        furniture = self._furniture()
        report = Report.model_construct(
            report_id=self.report_id,
            file=self.file,
            sha256=self.sha256,
            framework=self.framework.id if self.framework else None,
            framework_candidates=self.candidates,
            metadata=read_metadata(built.blocks, self.drafts, self.framework),
            pages=self._pages(),
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
        return Assembler(self.ids, self.vocabulary, self.labels, self.turned, self.framework)

    def _ratings(self, findings: list[Finding], built: Body) -> list[Rating]:
        return read_ratings(self.report_id, findings, built, self.labels, self.framework)

    def _furniture(self) -> list[Furniture]:
        pieces = []
        for line in self.laid.furnished.furniture:
            text, _ = assemble([line.words], self.vocabulary)
            page = self.turned.get(line.page)
            box = displayed_box(page, line.box) if page else line.box
            pieces.append(Furniture.unchecked(text=text, box=box))
        return pieces

    def _pages(self) -> list[PageInfo]:
        return [
            PageInfo(
                page=page.number,
                label=self.labels.get(page.number),
                width=page.width if page.turn in (0, 180) else page.height,
                height=page.height if page.turn in (0, 180) else page.width,
                rotation=page.rotation,
                words=len(page.words),
            )
            for page in self.document.pages
        ]


def _texts(drafts: list[BlockDraft]) -> dict[int, str]:
    texts: dict[int, list[str]] = {}
    for draft in drafts:
        texts.setdefault(draft.page, []).append(draft.text)
    return {page: "\n".join(parts) for page, parts in texts.items()}


def _labels(document: Document, laid: LayoutResult) -> dict[int, str]:
    """Printed page numbers, else the labels that the file gives."""
    labels = {
        page.number: label
        for page, label in zip(document.pages, document.labels, strict=False)
        if label
    }
    return labels | laid.furnished.labels
