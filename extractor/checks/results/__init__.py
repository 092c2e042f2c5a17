"""Headline scores and grades against their framework."""
