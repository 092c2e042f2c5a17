"""One PDF to one Report: every step in order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from extractor.assembly.assembler import assemble
from extractor.assembly.ids import Ids, report_id
from extractor.checks.run import run_checks
from extractor.content.recommendations import read_recommendations
from extractor.frameworks.identify import chosen, identify
from extractor.frameworks.ratings import read_ratings
from extractor.layout.pages import lay_out
from extractor.ledger.figure_ledger import count_percent_signs, keep_ledger
from extractor.metadata.report_facts import read_metadata
from extractor.outline.read_outline import read_outline
from extractor.reading.collector import collector_paused
from extractor.reading.model import Document
from extractor.reading.reader import OnPage, read_document
from extractor.restatements.linking import counted_once, link_restatements
from extractor.statements.claims import read_claims
from extractor.statements.findings import make_findings
from extractor.statements.interpretation.interpret import interpret
from schemas.framework import Framework, load_frameworks
from schemas.report import Report


def read_report(
    source: Path | str | bytes,
    *,
    file: str | None = None,
    password: str | None = None,
    frameworks: Sequence[Framework] | None = None,
    on_page: OnPage | None = None,
) -> Report:
    """Read one PDF.

    Args:
        source: a path, or the PDF's bytes.
        file: the name to record; the path as given by default.
        password: for an encrypted file.
        frameworks: the families to consider; those of the package by default.
        on_page: is called with the number of pages read so far, after each of them.

    Raises:
        UnreadableFile: empty, not a PDF, damaged, or a password is needed.
        OSError: the path cannot be opened.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = file or (str(source) if not isinstance(source, bytes) else "report.pdf")
    sha256 = hashlib.sha256(data).hexdigest()
    with collector_paused():
        return report_of(read_document(data, password, on_page), name, sha256, frameworks)


def report_of(
    document: Document,
    file: str,
    sha256: str = "0" * 64,
    frameworks: Sequence[Framework] | None = None,
) -> Report:
    """The report of a document whose words have been read; ``sha256`` is that of its file."""
    known = load_frameworks() if frameworks is None else frameworks
    ids = Ids(report_id(Path(file).stem, sha256))
    layout = lay_out(document)  # blocks in order, furniture, typography
    outline = read_outline(layout, document.bookmarks)  # headings with levels and their evidence
    candidates = identify(outline.page_texts(), known)
    framework = chosen(candidates, known)  # one, or none with the candidates named
    body = assemble(outline, framework, ids)  # blocks, sections, cells, sentences
    claims = read_claims(body)  # quantities with who and what
    findings = make_findings(interpret(claims, body, framework), body)
    ratings = read_ratings(body, findings, framework)
    pairs = link_restatements(findings, body, ratings)
    furniture = layout.furniture_pieces()
    report = Report.model_construct(
        report_id=ids.report_id,
        file=file,
        sha256=sha256,
        framework=framework.id if framework else None,
        framework_candidates=candidates,
        metadata=read_metadata(body.blocks, outline.drafts, framework),
        pages=layout.page_infos(),
        blocks=body.blocks,
        sections=body.sections,
        table_cells=body.cells,
        furniture=furniture,
        findings=counted_once(findings, pairs),
        ratings=ratings,
        recommendations=read_recommendations(body.blocks, body.sections, framework),
        restatements=pairs,
        ledger=keep_ledger(body.blocks, furniture, findings),
        percent_signs=count_percent_signs(document),
        problems=[],
        warnings=document.warnings,
    )
    report.problems = run_checks(report, framework, body.sentences)
    return report
