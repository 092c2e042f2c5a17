"""Checks of a report against its framework and itself, one a file."""
