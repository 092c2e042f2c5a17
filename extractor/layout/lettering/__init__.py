"""Letters set in an unusual way: drop capitals, letter-spacing, underlines."""
