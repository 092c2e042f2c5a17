"""PDFs into a corpus."""
