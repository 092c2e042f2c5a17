"""Running headers, footers, page numbers and side tabs."""
