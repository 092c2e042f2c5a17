"""Quantities in a text: percentages, shares, counts and words for shares."""
