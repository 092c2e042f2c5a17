"""Drafts to the report's blocks, sections and table cells."""
