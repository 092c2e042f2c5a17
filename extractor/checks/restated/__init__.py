"""What is told twice and differs."""
