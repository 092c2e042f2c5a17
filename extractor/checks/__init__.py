"""Contradictions and gaps in a report, as problems."""
