"""Headings and their order, from all the evidence that a document gives."""
