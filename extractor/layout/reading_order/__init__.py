"""Columns, margins and boxes: what is read after what."""
