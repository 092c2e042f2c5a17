"""Headings, numbers and dates of the report, and what the reading left out."""
