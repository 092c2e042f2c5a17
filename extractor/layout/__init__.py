"""Words to lines, lines to columns, columns to blocks; furniture out, paragraphs joined."""
