"""Abbreviations printed with a full stop (``abbreviations.yaml``): "e.g.", "No.", "etc."."""

from __future__ import annotations

from functools import cache

from extractor.language.data_files import pattern_file


@cache
def abbreviations() -> frozenset[str]:
    """All of them, as printed, with their full stops."""
    return frozenset(pattern_file("abbreviations")["within"]) | may_end_sentences()


@cache
def may_end_sentences() -> frozenset[str]:
    """Those behind which a capital begins a sentence: "etc."."""
    return frozenset(pattern_file("abbreviations")["last_too"])
