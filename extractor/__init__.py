"""One PDF to one Report. Nothing in here knows that other reports exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.pipeline import read_report
    from extractor.statements.findings import read_sentence

__all__ = ["read_report", "read_sentence"]


def __getattr__(name: str) -> Any:
    """Import the pipeline, and with it PDFium and spaCy, only when it is used."""
    if name == "read_report":
        from extractor.pipeline import read_report

        return read_report
    if name == "read_sentence":
        from extractor.statements.findings import read_sentence

        return read_sentence
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
