"""Findings of a corpus against a sample that somebody coded by hand."""
