"""Contradictions and gaps in a report, told as problems."""
