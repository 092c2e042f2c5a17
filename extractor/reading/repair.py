"""The door to pikepdf: one attempt to mend a damaged file."""

from __future__ import annotations

import io

import pikepdf


def repaired(data: bytes) -> bytes | None:
    """The file rewritten by qpdf, which rebuilds broken cross-references; None if it cannot."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, OSError):
        return None
