"""The account of every figure that a report prints."""
