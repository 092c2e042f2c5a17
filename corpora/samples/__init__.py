"""The project's own fictional inspection reports: sources, PDFs and what is true of them."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "reports"
TEMPLATES = HERE / "templates"
PDFS = HERE / "pdf"
TRUTH = HERE / "truth"
CODED = HERE / "coded"
