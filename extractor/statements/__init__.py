"""Quantified statements: quantities, who and what they are about, what they mean."""
