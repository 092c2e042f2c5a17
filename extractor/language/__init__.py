"""A blank English pipeline and patterns from data: no model, no download, each rule named."""
