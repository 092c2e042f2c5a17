"""One PDF to one Report. Nothing in here knows that other reports exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.pipeline import read_report

__all__ = ["read_report"]


def __getattr__(name: str) -> Any:
    """Import the pipeline, and with it PDFium and spaCy, only when it is used."""
    if name == "read_report":
        from extractor.pipeline import read_report

        return read_report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
