"""People and recommendations."""
