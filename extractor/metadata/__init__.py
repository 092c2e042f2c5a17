"""What a report says of itself."""
