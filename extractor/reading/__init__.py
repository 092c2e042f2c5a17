"""PDF bytes to pages of words and ruling lines. The only step that reads a file."""
