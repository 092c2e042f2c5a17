"""Numbers that cannot all be right."""
