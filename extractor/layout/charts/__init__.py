"""Regions of a page that are charts."""
