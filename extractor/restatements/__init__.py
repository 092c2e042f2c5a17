"""Facts that a report tells more than once."""
