"""Who is counted and what is said of them."""
