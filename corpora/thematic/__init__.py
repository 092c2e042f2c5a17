"""All areas beside each other."""
